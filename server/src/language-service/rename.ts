import { LSPErrorCodes, type Position, type Range, ResponseError, type WorkspaceEdit } from "vscode-languageserver";
import type { Analysis } from "../core/analysis/analyze.ts";
import type { Span } from "../core/yaml/node.ts";
import { nameAt } from "../core/yaml/node-at-offset.ts";
import type { ProblemKind } from "../core/yaml/problem.ts";
import type { Anchor, SourceDocument } from "../core/yaml/source.ts";
import { toRange } from "./convert.ts";
import { editorMessages } from "./messages/index.ts";
import { anchorAt } from "./references.ts";
import type { View } from "./view.ts";

/** What YAML takes for a name; one that ends in a colon would be taken for a key by some. */
const NAME = /^[^\s,[\]{}\p{Cc}\ufeff]+(?<!:)$/u;
/** Where one of these stands, there may be aliases that no anchor knows of. */
const UNFOUND: readonly ProblemKind[] = ["alias-cycle", "limit"];

/** The name to be changed at a position: an anchor's, or an alias's. Nothing else has a name that could be. */
export function prepareRename({ analysis }: View, position: Position): { range: Range; placeholder: string } | null {
  const { lines } = analysis.source;
  const offset = lines.offset(position);
  const anchor = renamable(analysis, position);
  // of the mark alone: the name behind it
  const span = anchor && nameAt(anchor, offset);
  return anchor && span ? { range: toRange(lines, span), placeholder: anchor.name } : null;
}

/** Gives an anchor another name, and so its aliases. Throws what is to be told where that cannot be. */
export function rename({ uri, analysis, language }: View, position: Position, newName: string): WorkspaceEdit {
  const { nothing, invalid, taken } = editorMessages[language].navigation.rename;
  const anchor = renamable(analysis, position);
  if (!anchor) throw refusal(nothing);
  if (!NAME.test(newName)) throw refusal(invalid(newName));
  const document = documentOf(analysis, anchor);
  if (newName !== anchor.name && document?.anchors.some(({ name }) => name === newName)) throw refusal(taken(newName));
  const edits = placesOf(anchor).map((span) => ({ range: toRange(analysis.source.lines, span), newText: newName }));
  return { changes: { [uri]: edits } };
}

/** An anchor whose name is found as it is everywhere: in a text that had to be repaired to be read, it may not be. */
function renamable(analysis: Analysis, position: Position): Anchor | undefined {
  const anchor = anchorAt(analysis, position);
  if (!anchor || documentOf(analysis, anchor)?.problems.some(({ kind }) => UNFOUND.includes(kind))) return undefined;
  const { text } = analysis.source;
  return placesOf(anchor).every(({ start, end }) => text.slice(start, end) === anchor.name) ? anchor : undefined;
}

function documentOf({ source }: Analysis, anchor: Anchor): SourceDocument | undefined {
  return source.documents.find(({ anchors }) => anchors.includes(anchor));
}

function placesOf({ span, aliases }: Anchor): Span[] {
  return [span, ...aliases];
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
