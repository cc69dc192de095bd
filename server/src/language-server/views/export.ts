import type { CancellationToken } from "vscode-languageserver";
import { base64Of } from "../../../../protocol/base64.ts";
import { type ExportParams, type FileAnswer, REPORT_FORMATS } from "../../../../protocol/requests.ts";
import { type Document, documentOf, textOf } from "../../reports/render.ts";
import { judgedAll, refusal, type ViewContext } from "./context.ts";
import { stemFor } from "./export/name.ts";

const KINDS: Readonly<Record<ExportParams["what"], true>> = { report: true, plan: true, comparison: true };

/** A report, a plan or a comparison as a file, byte for byte what the command line writes. Null if no profile exists. */
export async function exportAnswer(params: ExportParams, context: ViewContext, token: CancellationToken): Promise<FileAnswer> {
  const { what, profiles, format, classification } = params;
  if (!Object.hasOwn(KINDS, what)) throw refusal("no such document");
  if (!REPORT_FORMATS.includes(format)) throw refusal("no such format");
  const files = await judgedAll(profiles, what === "comparison" ? null : classification, context, token);
  if (files.length === 0) return null;
  const id = context.language();
  const document = documentOf(what, files, id);
  const content = format === "xlsx" ? await workbook(document, context) : new TextEncoder().encode(textOf(document, format));
  return { name: `${stemFor(what, files, id)}.${format}`, content: base64Of(content) };
}

async function workbook({ documents }: Document, context: ViewContext): Promise<Uint8Array> {
  const { writeDocuments } = await context.spreadsheet();
  return writeDocuments(documents());
}
