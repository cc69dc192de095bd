import { Disposable, l10n, Range, type WebviewPanel, window } from "vscode";
import { type ComparedService, type ComparisonAnswer, type ProfileRef, requests } from "../../../protocol/requests.ts";
import type { ToComparison } from "../../../protocol/views.ts";
import { isSameProfile } from "./choose.ts";
import { fromComparison } from "./comparison-messages.ts";
import type { ViewContext } from "./context.ts";
import { copyDocuments } from "./export-copy.ts";
import type { Documents } from "./export-document.ts";
import { exportDocuments } from "./export-file.ts";
import { printDocuments } from "./export-print.ts";
import { latest } from "./latest.ts";
import { fillPanel } from "./panel.ts";

/** Shows profiles side by side in a panel and keeps them up to date. Returns how to ask which are shown: the user may remove some. */
export function showComparison(views: ViewContext, panel: WebviewPanel, chosen: readonly ProfileRef[]): () => Documents {
  const { context, client, request, log, fail } = views;
  const { webview } = panel;
  let profiles = chosen;
  /** The profiles that still exist and that the user has not removed. */
  let services: readonly ComparedService[] = [];
  let hasPage = false;

  const tell = (message: ToComparison) => webview.postMessage(message);
  const refresh = latest(async () => {
    if (!hasPage || !client.isRunning()) return;
    const asked = profiles;
    const comparison = await request<ComparisonAnswer>(requests.comparison, { profiles });
    // superseded: a newer request is under way
    if (!hasPage || asked !== profiles) return;
    services = comparison?.services ?? [];
    if (comparison) {
      panel.title = comparison.title;
      await tell({ kind: "show", comparison, profiles });
    } else await tell({ kind: "gone", text: l10n.t("The compared profiles no longer exist.") });
  }, log);
  const documents = (): Documents => ({ profiles, classification: null });

  const open = async ({ uri, position }: ComparedService): Promise<void> => {
    const { protocol2CodeConverter: from } = client;
    const start = from.asPosition(position);
    await window.showTextDocument(from.asUri(uri), { selection: new Range(start, start) });
  };
  const remove = (service: ComparedService): void => {
    // a page not yet redrawn still offers to remove the last one
    if (services.length < 2) return;
    services = services.filter((other) => other !== service);
    profiles = services.map(({ uri, index }) => ({ uri, index }));
    refresh();
  };
  const act = async (said: unknown): Promise<void> => {
    const message = fromComparison(said);
    const service = message && "service" in message ? services.find((known) => isSameProfile(known, message.service)) : undefined;
    switch (message?.kind) {
      case "ready":
        hasPage = true;
        return refresh();
      case "open":
        return service && open(service);
      case "remove":
        return service && remove(service);
      case "export":
        return exportDocuments(views, ["comparison"], documents());
      case "copy":
        return copyDocuments(views, "comparison", documents());
      case "print":
        return printDocuments(views, "comparison", documents());
    }
  };

  const listeners = Disposable.from(
    webview.onDidReceiveMessage((message) => act(message).catch(fail)),
    views.onDidChange(refresh),
    panel.onDidChangeViewState(() => {
      // a hidden panel loses its page and gets a new one when shown again
      hasPage &&= panel.visible;
    }),
  );
  panel.onDidDispose(() => {
    hasPage = false;
    listeners.dispose();
  });
  fillPanel(panel, context.extensionUri, "comparison");
  return documents;
}
