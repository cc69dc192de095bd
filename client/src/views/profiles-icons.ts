import { ThemeColor, ThemeIcon } from "vscode";
import type { ProfileItem } from "../../../protocol/requests.ts";

/** An icon for a verdict, each of a shape of its own: colours are not all there is to tell them apart. */
const icons: Readonly<Record<ProfileItem["verdict"], readonly [icon: string, colour: string]>> = {
  nonconforming: ["error", "testing.iconFailed"],
  invalid: ["bracket-error", "testing.iconErrored"],
  unread: ["warning", "testing.iconErrored"],
  undetermined: ["question", "testing.iconQueued"],
  conforming: ["pass", "testing.iconPassed"],
  "not-applicable": ["circle-slash", "testing.iconSkipped"],
};

/** How a verdict is shown in a list. */
export function iconOf(verdict: ProfileItem["verdict"]): ThemeIcon {
  const [icon, colour] = icons[verdict];
  return new ThemeIcon(icon, new ThemeColor(colour));
}
