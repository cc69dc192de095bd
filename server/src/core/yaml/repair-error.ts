import type { Document, ErrorCode, YAMLParseError } from "yaml";
import { lonePlainRoot, scalarStart, unclosedFlow, unclosedQuote } from "./find-in-document.ts";
import type { PatchedText } from "./patched-text.ts";
import type { Problem, ProblemKind } from "./problem.ts";

/** "key：value" and "key:　value": what a Japanese keyboard makes of a colon and a space. */
const FULL_WIDTH_COLON = /^([ \t]*(?:- +)*[^\s#"'：:]+)(：[ \u3000]*|:\u3000[ \u3000]*)/;
const COLON_WITHOUT_SPACE = /^[ \t]*(?:- +)*[\w-]+(:)[^\s:/]/;

/** An error of the parser, and the line on which it is. All offsets are the draft's. */
interface Fault {
  readonly draft: PatchedText;
  readonly document: Document;
  readonly code: ErrorCode;
  readonly at: number;
  /** The end of what the parser complains of. */
  readonly end: number;
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly line: string;
}

/** Names the problem and repairs it in the draft; undefined, and no change, where the fault is another. */
type Repair = (fault: Fault) => Problem | undefined;

/** In order: the first that applies names the problem. Causes that the parser misreports come before those its codes name. */
const REPAIRS: readonly Repair[] = [
  lineWithoutKey,
  tabIndent,
  quote,
  fullWidthColon,
  flow,
  colonWithoutSpace,
  colonInValue,
  continuedValue,
  fullWidthSpaces,
  missingColon,
  indent,
  character,
  alias,
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

/** A first line that is not a key ends the document, so that all the lines after it seem out of place. */
function lineWithoutKey({ draft, document, at }: Fault): Problem | undefined {
  const scalar = lonePlainRoot(document);
  if (!scalar || scalar.end > at) return undefined;
  const { start, end } = scalar;
  const lineEnd = draft.lineEnd(start);
  const problem = problemAt(draft, "colon", start, lineEnd, draft.text.slice(start, lineEnd).trim());
  draft.mask(draft.lineStart(start), draft.lineEnd(end));
  return problem;
}

function tabIndent({ draft, code, lineStart }: Fault): Problem | undefined {
  if (code !== "TAB_AS_INDENT") return undefined;
  const start = draft.text.indexOf("\t", lineStart);
  const tabs = (/^\t*/.exec(draft.text.slice(start)) as RegExpExecArray)[0];
  const problem = problemAt(draft, "tab", start, start + tabs.length);
  draft.expandTabs();
  return problem;
}

function quote(fault: Fault): Problem | undefined {
  const { draft, document, code, at } = fault;
  if (code !== "MISSING_CHAR") return undefined;
  const start = unclosedQuote(document, draft.text, at);
  return start === undefined ? undefined : blank(fault, "quote", start, draft.lineEnd(start), draft.text[start]);
}

function fullWidthColon({ draft, line, lineStart }: Fault): Problem | undefined {
  const match = FULL_WIDTH_COLON.exec(line);
  if (!match) return undefined;
  const [, key = "", colon = ""] = match;
  const start = lineStart + key.length;
  const problem = problemAt(draft, "full-width", start, start + colon.length, colon.trimEnd() || colon);
  // a section keeps its content; the parser did not read a value on this line, so it counts as not stated
  draft.mask(start + 1, draft.lineEnd(start));
  draft.replace(start, start + 1, ":");
  return problem;
}

function flow(fault: Fault): Problem | undefined {
  const { draft, document, at } = fault;
  const start = unclosedFlow(document, draft.text, at);
  return start === undefined ? undefined : blank(fault, "flow", start, draft.lineEnd(start), draft.text[start]);
}

function colonWithoutSpace({ draft, code, line, lineStart }: Fault): Problem | undefined {
  const match = lacksColon(code) ? COLON_WITHOUT_SPACE.exec(line) : null;
  if (!match) return undefined;
  const behindColon = lineStart + match[0].length - 1;
  const problem = problemAt(draft, "colon-space", behindColon - 1, behindColon);
  draft.mask(behindColon, draft.lineEnd(behindColon));
  return problem;
}

function colonInValue({ draft, code, at, lineStart, lineEnd }: Fault): Problem | undefined {
  if (code !== "BLOCK_AS_IMPLICIT_KEY") return undefined;
  const second = /:(?=\s|$)/.exec(draft.text.slice(at, lineEnd));
  if (!second) return blankBlock(draft, draft.nextLine(at) ?? lineStart);
  const colon = at + second.index;
  const problem = problemAt(draft, "colon-in-value", colon, colon + 1);
  draft.mask(at, draft.lineEnd(colon));
  return problem;
}

/** A value that continues on the next line: that line is indented as if it belonged to the value. */
function continuedValue({ draft, code, at, lineStart }: Fault): Problem | undefined {
  if (code !== "MULTILINE_IMPLICIT_KEY") return undefined;
  const key = draft.text.slice(lineStart, at).replace(/- +/g, "").trim();
  const next = draft.nextLine(at);
  return key === "" || next === undefined ? undefined : blankBlock(draft, next);
}

/** A line of nothing but full-width spaces. */
function fullWidthSpaces(fault: Fault): Problem | undefined {
  const word = withoutComment(fault.line);
  if (!lacksColon(fault.code) || word.trim() !== "") return undefined;
  return blank(fault, "full-width", fault.lineStart, fault.lineStart + word.length, "\u3000");
}

function missingColon({ draft, code, at, line, lineStart }: Fault): Problem | undefined {
  if (!lacksColon(code)) return undefined;
  const word = withoutComment(line);
  const end = lineStart + word.length;
  const start = end - word.trimStart().length;
  const problem = problemAt(draft, "colon", start, end, word.trim());
  const next = draft.nextLine(at);
  const hasContent = next !== undefined && draft.indent(next) > draft.indent(lineStart);
  if (hasContent) draft.replace(end, end, ":");
  else draft.mask(lineStart, draft.lineEnd(start));
  return problem;
}

function indent({ draft, code, lineStart }: Fault): Problem | undefined {
  return code === "BAD_INDENT" ? blankBlock(draft, lineStart) : undefined;
}

function character({ draft, document, code, at, end, lineEnd }: Fault): Problem | undefined {
  if (code !== "BAD_SCALAR_START" && code !== "UNEXPECTED_TOKEN" && code !== "BAD_DQ_ESCAPE") return undefined;
  const problemEnd = Math.max(at + 1, Math.min(end, lineEnd));
  const problem = problemAt(draft, "character", at, problemEnd, draft.text.slice(at, at + 1).trim());
  draft.mask(scalarStart(document, at) ?? at, draft.lineEnd(at));
  return problem;
}

function alias(fault: Fault): Problem | undefined {
  if (fault.code !== "BAD_ALIAS" && fault.code !== "ALIAS_PROPS" && fault.code !== "MULTIPLE_ANCHORS") return undefined;
  return blank(fault, "alias", fault.at, fault.lineEnd);
}

function limit({ draft, code, at, lineStart, lineEnd }: Fault): Problem | undefined {
  if (code !== "RESOURCE_EXHAUSTION") return undefined;
  const problem = problemAt(draft, "limit", at, lineEnd);
  draft.mask(lineStart, draft.text.length);
  return problem;
}

function lacksColon(code: ErrorCode): boolean {
  return code === "MULTILINE_IMPLICIT_KEY" || code === "MISSING_CHAR";
}

/** The line without its comment and the blanks at its end. */
function withoutComment(line: string): string {
  return line.replace(/ #.*$/s, "").replace(/(?<![ \t])[ \t]+$/, "");
}

function problemAt(draft: PatchedText, kind: ProblemKind, start: number, end: number, text?: string): Problem {
  const span = { start: draft.origin(start), end: draft.origin(end) };
  return { kind, span, ...(text === undefined ? {} : { text }) };
}

/** Blanks from an offset to the end of its line; `end` is only the problem's. */
function blank({ draft }: Fault, kind: ProblemKind, start: number, end: number, text?: string): Problem {
  const problem = problemAt(draft, kind, start, end, text);
  draft.mask(start, draft.lineEnd(start));
  return problem;
}

/** Blanks a line and all that is indented below it. */
function blankBlock(draft: PatchedText, lineStart: number): Problem {
  const problem = problemAt(draft, "indent", lineStart + draft.indent(lineStart), draft.lineEnd(lineStart));
  draft.mask(lineStart, draft.blockEnd(lineStart));
  return problem;
}
