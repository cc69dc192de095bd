import type { Document, YAMLParseError } from "yaml";
import { blank, type Fault, type Repair } from "./fault.ts";
import type { PatchedText } from "./patched-text.ts";
import type { Problem } from "./problem.ts";
import { bracket, flow, item, quote } from "./repair-brackets.ts";
import {
  colonInFlow,
  colonInValue,
  colonWithoutSpace,
  fullWidthColon,
  fullWidthColonInFlow,
  missingColon,
  missingComma,
} from "./repair-colons.ts";
import {
  besideMarker,
  continuedValue,
  directive,
  indent,
  limit,
  lineWithoutKey,
  misplacedItem,
  tabIndent,
} from "./repair-lines.ts";
import { anchor, badEscape, character, fullWidthComment, gluedComment, unexpected } from "./repair-words.ts";

/** In order: the first that applies names the problem. Causes that the parser misreports come before those its codes name. */
const REPAIRS: readonly Repair[] = [
  directive,
  fullWidthComment,
  lineWithoutKey,
  tabIndent,
  quote,
  fullWidthColon,
  fullWidthColonInFlow,
  bracket,
  colonInFlow,
  missingComma,
  item,
  gluedComment,
  flow,
  besideMarker,
  colonWithoutSpace,
  misplacedItem,
  colonInValue,
  continuedValue,
  missingColon,
  indent,
  badEscape,
  unexpected,
  character,
  anchor,
  limit,
];

/**
 * Names the problem behind a parser's error, and repairs the draft so that as little as possible is lost: it blanks the value at
 * fault, its line, or the line's block.
 *
 * @param repairedLines the offsets of lines repaired before. If one fails again, it is blanked, and no second problem is returned.
 */
export function repairError(
  draft: PatchedText,
  document: Document,
  { code, pos }: YAMLParseError,
  repairedLines: Set<number>,
): Problem | undefined {
  const before = draft.text;
  const at = Math.min(pos[0], before.length);
  const lineStart = draft.lineStart(at);
  const lineEnd = draft.lineEnd(at);
  const fault = { draft, document, code, at, end: pos[1], lineStart, lineEnd, line: before.slice(lineStart, lineEnd) };
  const origin = draft.origin(lineStart);
  const problem = repairedLines.has(origin) ? undefined : repairLine(fault);
  repairedLines.add(origin);
  if (draft.text === before) draft.mask(lineStart, lineEnd);
  return problem;
}

function repairLine(fault: Fault): Problem {
  for (const repair of REPAIRS) {
    const problem = repair(fault);
    if (problem) return problem;
  }
  return blank(fault, "syntax", fault.at, fault.lineEnd);
}
