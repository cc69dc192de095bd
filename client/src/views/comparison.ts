import { Disposable, l10n, type WebviewPanel, window } from "vscode";
import type { ProfileRef } from "../../../protocol/requests.ts";
import { inEditor } from "./choose.ts";
import { mainColumn } from "./column.ts";
import { chooseToCompare } from "./comparison-choose.ts";
import { profilesOfState } from "./comparison-messages.ts";
import { showComparison } from "./comparison-panel.ts";
import type { ViewContext } from "./context.ts";
import type { Documents } from "./export-document.ts";
import { exportDocuments } from "./export-file.ts";
import { handedOver } from "./export-handed.ts";
import { viewOptions } from "./panel.ts";

const VIEW = "vendorProfile.comparison";

/** The commands and panels that show profiles side by side. */
export function comparisonView(views: ViewContext): Disposable {
  /** The profiles shown by each panel. */
  const panels = new Map<WebviewPanel, () => Documents>();
  const show = (panel: WebviewPanel, profiles: readonly ProfileRef[]) => {
    panels.set(panel, showComparison(views, panel, profiles));
    panel.onDidDispose(() => panels.delete(panel));
  };
  const panelOf = (profiles: readonly ProfileRef[]) =>
    [...panels.keys()].find((panel) => keyOf(panels.get(panel)?.().profiles ?? []) === keyOf(profiles));
  const compare = async (handed: readonly ProfileRef[]) => {
    const profiles = handed.length > 1 ? handed : await chooseToCompare(views, handed);
    if (!profiles) return;
    const panel = panelOf(profiles);
    if (panel) return panel.reveal();
    const options = { ...viewOptions(views.context.extensionUri), enableFindWidget: true };
    show(window.createWebviewPanel(VIEW, l10n.t("Comparison"), mainColumn(), options), profiles);
  };

  return Disposable.from(
    views.command("compareProfiles", async () => {
      const current = views.shown ?? (await inEditor(views));
      await compare(current ? [current] : []);
    }),
    views.command("compareSelected", async (...args) => compare(await handedOver(views, args))),
    views.command("exportComparison", async () => {
      const active = [...panels].find(([panel]) => panel.active);
      if (active) await exportDocuments(views, ["comparison"], active[1]());
    }),
    window.registerWebviewPanelSerializer(VIEW, {
      deserializeWebviewPanel: async (panel, state: unknown) => show(panel, profilesOfState(state)),
    }),
  );
}

const keyOf = (profiles: readonly ProfileRef[]) => JSON.stringify(profiles.map(({ uri, index }) => [uri, index]));
