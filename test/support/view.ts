import type { Position } from "../../server/src/core/yaml/lines.ts";
import type { EditorCapabilities } from "../../server/src/language-service/client-capabilities.ts";
import type { View } from "../../server/src/language-service/view.ts";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { analyzeText } from "./analyze.ts";

/** A client that can show all there is. */
export const EVERYTHING: EditorCapabilities = {
  relatedInformation: true,
  pages: true,
  markdown: true,
  snippets: true,
  snippetEdits: true,
  versionedEdits: true,
  showsDocuments: true,
  disabledActions: true,
  resolvesActions: true,
  symbolTree: true,
};

export const URI = "file:///profiles/aoba.vendor.yaml";

/** A text as features see it. */
export function viewOf(text: string, { language = "ja" as LanguageId, uri = URI, capabilities = EVERYTHING } = {}): View {
  return { uri, analysis: analyzeText(text), language, capabilities };
}

/** The mark of the cursor in a test's text. */
export const CURSOR = "<|>";

/** A text and the place of the cursor in it. */
export interface AtCursor {
  readonly view: View;
  readonly offset: number;
  readonly position: Position;
}

/** A text with the cursor's mark, which is taken out. */
export function atCursor(marked: string, options: Parameters<typeof viewOf>[1] = {}): AtCursor {
  const offset = marked.indexOf(CURSOR);
  if (offset < 0) throw new Error(`no ${CURSOR} in the text`);
  const view = viewOf(marked.replace(CURSOR, ""), options);
  return { view, offset, position: view.analysis.source.lines.position(offset) };
}
