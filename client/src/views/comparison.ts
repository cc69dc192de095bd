import { Disposable, l10n, type WebviewPanel, window } from "vscode";
import type { ProfileRef } from "../../../protocol/requests.ts";
import { inEditor } from "./choose.ts";
import { mainColumn } from "./column.ts";
import { chooseToCompare } from "./comparison-choose.ts";
import { profilesOfState } from "./comparison-messages.ts";
import { showComparison } from "./comparison-panel.ts";
import type { Desk } from "./context.ts";
import type { Papers } from "./export-document.ts";
import { exportPapers } from "./export-file.ts";
import { handedOver } from "./export-handed.ts";
import { viewOptions } from "./panel.ts";

const VIEW = "vendorProfile.comparison";

/** Profiles side by side. */
export function comparisonView(desk: Desk): Disposable {
  /** What each panel shows. */
  const panels = new Map<WebviewPanel, () => Papers>();
  const show = (panel: WebviewPanel, profiles: readonly ProfileRef[]) => {
    panels.set(panel, showComparison(desk, panel, profiles));
    panel.onDidDispose(() => panels.delete(panel));
  };
  const panelOf = (profiles: readonly ProfileRef[]) =>
    [...panels.keys()].find((panel) => keyOf(panels.get(panel)?.().profiles ?? []) === keyOf(profiles));
  const compare = async (handed: readonly ProfileRef[]) => {
    const profiles = handed.length > 1 ? handed : await chooseToCompare(desk, handed);
    if (!profiles) return;
    const panel = panelOf(profiles);
    if (panel) return panel.reveal();
    const options = { ...viewOptions(desk.context.extensionUri), enableFindWidget: true };
    show(window.createWebviewPanel(VIEW, l10n.t("Comparison"), mainColumn(), options), profiles);
  };

  return Disposable.from(
    desk.command("compareProfiles", async () => {
      const current = desk.shown ?? (await inEditor(desk));
      await compare(current ? [current] : []);
    }),
    desk.command("compareSelected", async (...args) => compare(await handedOver(desk, args))),
    desk.command("exportComparison", async () => {
      const active = [...panels].find(([panel]) => panel.active);
      if (active) await exportPapers(desk, ["comparison"], active[1]());
    }),
    window.registerWebviewPanelSerializer(VIEW, {
      deserializeWebviewPanel: async (panel, state: unknown) => show(panel, profilesOfState(state)),
    }),
  );
}

const keyOf = (profiles: readonly ProfileRef[]) => JSON.stringify(profiles.map(({ uri, index }) => [uri, index]));
