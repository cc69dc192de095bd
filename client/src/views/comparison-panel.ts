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

/** Shows profiles side by side in a panel, as they stand at any time. Answers with which they are: the user may take some out. */
export function showComparison(views: ViewContext, panel: WebviewPanel, chosen: readonly ProfileRef[]): () => Documents {
  const { context, client, ask, log, fail } = views;
  const { webview } = panel;
  let profiles = chosen;
  /** What is there of them, less what the user takes out. */
  let services: readonly ComparedService[] = [];
  let hasPage = false;

  const tell = (message: ToComparison) => webview.postMessage(message);
  const refresh = latest(async () => {
    if (!hasPage || !client.isRunning()) return;
    const asked = profiles;
    const comparison = await ask<ComparisonAnswer>(requests.comparison, { profiles });
    // where others are wanted by now, they have been asked for
    if (!hasPage || asked !== profiles) return;
    services = comparison?.services ?? [];
    if (comparison) {
      panel.title = comparison.title;
      await tell({ kind: "show", comparison, profiles });
    } else await tell({ kind: "gone", text: l10n.t("None of the compared profiles is there any more.") });
  }, log);
  const documents = (): Documents => ({ profiles, classification: null });

  const open = async ({ uri, position }: ComparedService): Promise<void> => {
    const { protocol2CodeConverter: from } = client;
    const start = from.asPosition(position);
    await window.showTextDocument(from.asUri(uri), { selection: new Range(start, start) });
  };
  const remove = (service: ComparedService): void => {
    // a page that is not drawn anew yet offers to take out the last as well
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
      // a hidden panel has no page; shown again, it gets a new one
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
