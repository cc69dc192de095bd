import { trimSpace } from "../text/white-space.ts";
import { type Fault, problemAt } from "./fault.ts";
import { lonePlainRoot } from "./find-in-document.ts";
import { lineToAlignWith } from "./line-to-align-with.ts";
import type { PatchedText } from "./patched-text.ts";
import type { Problem } from "./problem.ts";

/** Lines with `%` have an effect only directly before a line `---`; without it, every line below them seems out of place. */
export function directive({ draft, at, lineStart }: Fault): Problem | undefined {
  const lines = isDirective(draft, lineStart) ? [lineStart] : directivesAbove(draft, draft.lineStart(at));
  const last = lines.at(-1);
  if (last === undefined) return undefined;
  const problem = problemAt(draft, "directive", last, draft.lineEnd(last), draft.text.slice(last, draft.lineEnd(last)));
  draft.maskAll(lines.map((start) => ({ start, end: draft.lineEnd(start) })));
  return problem;
}

/** The starts of the directives above a line, with nothing but comments and empty lines in between. */
function directivesAbove(draft: PatchedText, lineStart: number): number[] {
  const found: number[] = [];
  for (let end = lineStart; end > 0; ) {
    const start = draft.lineStart(end - 1);
    if (isDirective(draft, start)) found.unshift(start);
    else if (!/^[ \t]*(?:#.*)?$/.test(draft.text.slice(start, draft.lineEnd(start)))) break;
    end = start;
  }
  return found;
}

function isDirective({ text }: PatchedText, lineStart: number): boolean {
  return /^%[A-Z]/.test(text.slice(lineStart, lineStart + 2));
}

/** A first line that is not a key ends the document, so that all the lines after it seem out of place. */
export function lineWithoutKey({ draft, document, at }: Fault): Problem | undefined {
  const scalar = lonePlainRoot(document);
  if (!scalar || scalar.end > at || scalar.end === scalar.start) return undefined;
  const { start, end } = scalar;
  const lineEnd = draft.lineEnd(start);
  const problem = problemAt(draft, "colon", start, lineEnd, trimSpace(draft.text.slice(start, lineEnd)));
  draft.mask(draft.lineStart(start), draft.lineEnd(end));
  return problem;
}

export function tabIndent({ draft, code, lineStart }: Fault): Problem | undefined {
  if (code !== "TAB_AS_INDENT") return undefined;
  const start = draft.text.indexOf("\t", lineStart);
  const tabs = (/^\t*/.exec(draft.text.slice(start)) as RegExpExecArray)[0];
  const problem = problemAt(draft, "tab", start, start + tabs.length);
  draft.expandTabs();
  return problem;
}

/** A list item where a key must stand: out of line with the items above it, or, with those below it, in no list. */
export function misplacedItem(fault: Fault): Problem | undefined {
  const { draft, document, code, at, lineStart, lineEnd } = fault;
  const start = lineStart + draft.indent(lineStart);
  if (code !== "MULTILINE_IMPLICIT_KEY" && code !== "BLOCK_AS_IMPLICIT_KEY") return undefined;
  if (at > start || !isItem(draft, start)) return undefined;
  if (lineToAlignWith(document, draft, start) !== undefined) return blankBlock(fault, lineStart);
  const problem = problemAt(draft, "unexpected", start, lineEnd, draft.text.slice(start, lineEnd));
  let end = draft.blockEnd(lineStart);
  for (let next = draft.nextLine(end); next !== undefined; next = draft.nextLine(end)) {
    if (draft.indent(next) !== start - lineStart || !isItem(draft, next + draft.indent(next))) break;
    end = draft.blockEnd(next);
  }
  draft.mask(lineStart, end);
  return problem;
}

function isItem({ text }: PatchedText, offset: number): boolean {
  return /^-(?:[ \t\r\n]|$)/.test(text.slice(offset, offset + 2));
}

/** What stands behind the mark of a document's start, though it belongs to a line of its own. */
export function besideMarker({ draft, code, at, lineStart, lineEnd }: Fault): Problem | undefined {
  if (code !== "MISSING_CHAR" || !/^---[ \t]+$/.test(draft.text.slice(lineStart, at))) return undefined;
  const problem = problemAt(draft, "unexpected", at, lineEnd, draft.text.slice(at, lineEnd));
  draft.mask(at, lineEnd);
  return problem;
}

/** A value that continues on the next line: that line is indented as if it belonged to the value. */
export function continuedValue(fault: Fault): Problem | undefined {
  const { draft, code, at, lineStart } = fault;
  if (code !== "MULTILINE_IMPLICIT_KEY") return undefined;
  const key = trimSpace(draft.text.slice(lineStart, at).replace(/- +/g, ""));
  const next = draft.nextLine(at);
  return key === "" || next === undefined ? undefined : blankBlock(fault, next);
}

export function indent(fault: Fault): Problem | undefined {
  if (fault.code !== "BAD_INDENT") return undefined;
  return blankBlock(fault, fault.draft.contentLine(fault.lineStart) ?? fault.lineStart);
}

/** Blanks a line that is out of line, and all that is indented below it. */
export function blankBlock({ draft, document }: Fault, lineStart: number): Problem {
  const start = lineStart + draft.indent(lineStart);
  const above = lineToAlignWith(document, draft, start);
  const problem = problemAt(draft, "indent", start, draft.lineEnd(lineStart), above);
  draft.mask(lineStart, draft.blockEnd(lineStart));
  return problem;
}

export function limit({ draft, code, at, lineStart, lineEnd }: Fault): Problem | undefined {
  if (code !== "RESOURCE_EXHAUSTION") return undefined;
  const problem = problemAt(draft, "limit", at, lineEnd);
  draft.mask(lineStart, draft.text.length);
  return problem;
}
