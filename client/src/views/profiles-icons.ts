import { ThemeColor, ThemeIcon } from "vscode";
import type { ProfileItem } from "../../../protocol/requests.ts";

/** An icon for each verdict. The shapes differ, so that colour is not the only difference. */
const icons: Readonly<Record<ProfileItem["verdict"], readonly [icon: string, colour: string]>> = {
  nonconforming: ["error", "testing.iconFailed"],
  invalid: ["bracket-error", "testing.iconErrored"],
  unread: ["warning", "testing.iconErrored"],
  undetermined: ["question", "testing.iconQueued"],
  conforming: ["pass", "testing.iconPassed"],
  "not-applicable": ["circle-slash", "testing.iconSkipped"],
};

/** A verdict's icon and colour in lists. */
export function iconOf(verdict: ProfileItem["verdict"]): ThemeIcon {
  const [icon, colour] = icons[verdict];
  return new ThemeIcon(icon, new ThemeColor(colour));
}
