import { Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import { type ChecklistPanel, checklistPanel } from "./checklist-panel.ts";
import { shownIn } from "./checklist-state.ts";
import { chooseProfile } from "./choose.ts";
import type { Shown, ViewContext } from "./context.ts";
import { viewOptions } from "./panel.ts";

const TYPE = "vendorProfile.checklist";

/** The checklist beside a profile: one view, which follows the profile that is edited. */
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
    // of a file that holds several, the cursor tells which is meant, unless it was said
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
      // after a reload of the window
      async deserializeWebviewPanel(panel, state) {
        const shown = shownIn(state);
        if (shown) put(panel, shown, true);
        else panel.dispose();
      },
    }),
    { dispose: () => view?.close() },
  );
}
