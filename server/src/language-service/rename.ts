import { LSPErrorCodes, type Position, type Range, ResponseError, type WorkspaceEdit } from "vscode-languageserver";
import type { Analysis } from "../core/analysis/analyze.ts";
import { hasAlike } from "../core/text/white-space.ts";
import type { Span } from "../core/yaml/node.ts";
import { nameAt } from "../core/yaml/node-at-offset.ts";
import type { ProblemKind } from "../core/yaml/problem.ts";
import type { Anchor, SourceDocument } from "../core/yaml/source.ts";
import { toRange } from "./convert.ts";
import { editorMessages } from "./messages/index.ts";
import { anchorAt } from "./references.ts";
import type { View } from "./view.ts";

/** A valid anchor name. Some parsers read a name that ends in a colon as a key. */
const NAME = /^[^\s,[\]{}\p{Cc}]+(?<!:)$/u;
/** With these problems the parser may not have found all aliases. */
const ALIASES_UNKNOWN: readonly ProblemKind[] = ["alias-cycle", "limit"];

/** The range and name of the anchor or alias at a position; null elsewhere, because nothing else can be renamed. */
export function prepareRename({ analysis }: View, position: Position): { range: Range; placeholder: string } | null {
  const { lines } = analysis.source;
  const offset = lines.offset(position);
  const anchor = renamableAt(analysis, position);
  // on the mark `&` or `*`, the name after it
  const span = anchor && nameAt(anchor, offset);
  return anchor && span ? { range: toRange(lines, span), placeholder: anchor.name } : null;
}

/** The edit that renames an anchor and its aliases. Throws a ResponseError with the reason if that is not possible. */
export function rename({ uri, analysis, language }: View, position: Position, newName: string): WorkspaceEdit {
  const { nothing, invalid, taken } = editorMessages[language].navigation.rename;
  const anchor = renamableAt(analysis, position);
  if (!anchor) throw requestError(nothing);
  if (!NAME.test(newName) || hasAlike(newName)) throw requestError(invalid(newName));
  const document = documentOf(analysis, anchor);
  if (newName !== anchor.name && document?.anchors.some(({ name }) => name === newName)) throw requestError(taken(newName));
  const edits = spansOf(anchor).map((span) => ({ range: toRange(analysis.source.lines, span), newText: newName }));
  return { changes: { [uri]: edits } };
}

/** The anchor at a position, if all its aliases are known and their text is its name; repaired text may differ. */
function renamableAt(analysis: Analysis, position: Position): Anchor | undefined {
  const anchor = anchorAt(analysis, position);
  if (!anchor || documentOf(analysis, anchor)?.problems.some(({ kind }) => ALIASES_UNKNOWN.includes(kind))) return undefined;
  const { text } = analysis.source;
  return spansOf(anchor).every(({ start, end }) => text.slice(start, end) === anchor.name) ? anchor : undefined;
}

function documentOf({ source }: Analysis, anchor: Anchor): SourceDocument | undefined {
  return source.documents.find(({ anchors }) => anchors.includes(anchor));
}

function spansOf({ span, aliases }: Anchor): Span[] {
  return [span, ...aliases];
}

function requestError(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
