import { type Disposable, l10n, StatusBarAlignment, window } from "vscode";
import type { Profiles } from "../../../protocol/requests.ts";

/** The status bar item that counts the profiles by verdict. A click opens their list. */
export function profilesStatus(): Disposable & { readonly show: (profiles: Profiles | undefined) => void } {
  const item = window.createStatusBarItem("vendorProfile.profiles", StatusBarAlignment.Left);
  item.name = l10n.t("Profiles by Verdict");
  item.command = "vendorProfile.profiles.focus";
  return {
    show: (profiles) => {
      if (!profiles || profiles.total === 0) return item.hide();
      item.text = `$(checklist) ${profiles.summary}`;
      item.tooltip = profiles.tooltip;
      item.accessibilityInformation = { label: `${item.name}: ${profiles.summary}` };
      item.show();
    },
    dispose: () => item.dispose(),
  };
}
