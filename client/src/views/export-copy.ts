import { env, l10n, window } from "vscode";
import type { ExportParams } from "../../../protocol/requests.ts";
import type { ViewContext } from "./context.ts";
import { type Documents, requestDocuments } from "./export-document.ts";

/** Milliseconds for which the status bar shows that something was copied. */
const SHOWN_MS = 5000;

/** Copies documents to the clipboard, as Markdown. */
export async function copyDocuments(views: ViewContext, what: ExportParams["what"], documents: Documents): Promise<void> {
  const written = await requestDocuments(views, { what, format: "md", ...documents });
  if (!written) return;
  await env.clipboard.writeText(new TextDecoder().decode(written.content));
  window.setStatusBarMessage(`$(check) ${l10n.t("Copied as Markdown")}`, SHOWN_MS);
}
