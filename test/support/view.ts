import type { Position } from "../../server/src/core/yaml/lines.ts";
import type { EditorCapabilities } from "../../server/src/language-service/client-capabilities.ts";
import type { View } from "../../server/src/language-service/view.ts";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { analysisOf } from "./analyze.ts";

/** The capabilities of a client that supports everything. */
export const EVERYTHING: EditorCapabilities = {
  relatedInformation: true,
  pages: true,
  markdown: true,
  snippets: true,
  indentation: "asTold",
  insertTextModes: [1, 2],
  snippetEdits: true,
  versionedEdits: true,
  showsDocuments: true,
  disabledActions: true,
  resolvesActions: true,
  symbolTree: true,
};

export const URI = "file:///profiles/aoba.vendor.yaml";

/** The view of a text that features work on. */
export function viewOf(text: string, { language = "ja" as LanguageId, uri = URI, capabilities = EVERYTHING } = {}): View {
  return { uri, analysis: analysisOf(text), language, capabilities };
}

/** Marks the cursor in a test's text. */
export const CURSOR = "<|>";

/** The view of a text, and the cursor in it. */
export interface AtCursor {
  readonly view: View;
  readonly offset: number;
  readonly position: Position;
}

/** The view of a text without the cursor's mark, and the cursor where the mark was. */
export function atCursor(marked: string, options: Parameters<typeof viewOf>[1] = {}): AtCursor {
  const offset = marked.indexOf(CURSOR);
  if (offset < 0) throw new Error(`no ${CURSOR} in the text`);
  const view = viewOf(marked.replace(CURSOR, ""), options);
  return { view, offset, position: view.analysis.source.lines.position(offset) };
}
