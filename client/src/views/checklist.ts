import { Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import { type ChecklistPanel, checklistPanel } from "./checklist-panel.ts";
import { shownIn } from "./checklist-state.ts";
import { chooseProfile } from "./choose.ts";
import type { Shown, ViewContext } from "./context.ts";
import { viewOptions } from "./panel.ts";

const TYPE = "vendorProfile.checklist";

/** The checklist beside a profile: one panel that follows the active profile. */
export function checklistView(views: ViewContext): Disposable {
  let view: ChecklistPanel | undefined;

  const put = (panel: WebviewPanel, shown: Shown, isChosen: boolean) => {
    view?.close();
    const own = checklistPanel(views, panel, shown, isChosen);
    view = own;
    panel.onDidDispose(() => {
      if (view === own) view = undefined;
    });
  };
  const open = async (...args: readonly unknown[]) => {
    const profile = await chooseProfile(views, args);
    if (!profile) return;
    // in a file with several profiles the cursor decides, unless one was named
    const isChosen = !(args[0] instanceof Uri);
    if (view) return view.reveal(profile, isChosen);
    const where = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const options = { ...viewOptions(views.context.extensionUri), enableFindWidget: true };
    const panel = window.createWebviewPanel(TYPE, l10n.t("Checklist"), where, options);
    put(panel, { uri: profile.uri, index: profile.index, classification: null }, isChosen);
  };

  return Disposable.from(
    views.command("openChecklist", open),
    window.registerWebviewPanelSerializer(TYPE, {
      // restored after the window was reloaded
      async deserializeWebviewPanel(panel, state) {
        const shown = shownIn(state);
        if (shown) put(panel, shown, true);
        else panel.dispose();
      },
    }),
    { dispose: () => view?.close() },
  );
}
