import { env, l10n, window } from "vscode";
import type { ExportParams } from "../../../protocol/requests.ts";
import type { Desk } from "./context.ts";
import { type Papers, write } from "./export-document.ts";

/** How long it is said that something was copied. */
const SHOWN_MS = 5000;

/** Puts papers on the clipboard, as Markdown. */
export async function copyPapers(desk: Desk, what: ExportParams["what"], papers: Papers): Promise<void> {
  const written = await write(desk, { what, format: "md", ...papers });
  if (!written) return;
  await env.clipboard.writeText(new TextDecoder().decode(written.content));
  window.setStatusBarMessage(`$(check) ${l10n.t("Copied as Markdown")}`, SHOWN_MS);
}
