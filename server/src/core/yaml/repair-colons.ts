import type { ErrorCode } from "yaml";
import { ALIKE, trimBlanks, trimSpace } from "../text/white-space.ts";
import { isMarker } from "./alike-separators.ts";
import { type Fault, maskValue, problemAt } from "./fault.ts";
import { closedFlow } from "./find-in-document.ts";
import type { Problem } from "./problem.ts";
import { blankBlock } from "./repair-lines.ts";

/** "key：value": what a Japanese keyboard makes of a colon and a space. */
const IN_QUOTES = `"(?:[^"\\\\]|\\\\.)*"|'[^']*'`;
const FULL_WIDTH_COLON = new RegExp(
  `^([ \\t]*(?:- +)*(?:[^ \\t\\r\\n${ALIKE}#"'：:]+|${IN_QUOTES}))([ \\t${ALIKE}]*：[ \\t${ALIKE}]*)`,
);
const COLON_WITHOUT_SPACE = /^[ \t]*(?:- +)*[\w-]+(:)[^ \t\r\n:/]/;
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'[^']*(?:''[^']*)*')[ \t]*/;

export function fullWidthColon({ draft, line, lineStart, lineEnd }: Fault): Problem | undefined {
  const [whole = "", key = "", separator = ""] = FULL_WIDTH_COLON.exec(line) ?? [];
  if (separator === "") return undefined;
  const span = { start: lineStart + key.length, end: lineStart + whole.length };
  const problem = problemAt(draft, "full-width", span.start, span.end, trimBlanks(separator));
  const mend = [{ span: problem.span, text: span.end < lineEnd ? ": " : ":" }];
  // a section keeps its content; the parser did not read a value on this line, so it counts as not stated
  draft.mask(span.start + 1, lineEnd);
  draft.replace(span.start, span.start + 1, ":");
  return { ...problem, mend };
}

/** A full-width colon behind a key in quotes within brackets. */
export function fullWidthColonInFlow({ draft, document, at, lineStart }: Fault): Problem | undefined {
  const flow = draft.text[at] === "：" ? closedFlow(document, draft.text, at) : undefined;
  if (!flow || !/["'][ \t]*$/.test(draft.text.slice(lineStart, at))) return undefined;
  const problem = problemAt(draft, "full-width", at, at + 1, "：");
  const mend = [{ span: problem.span, text: /[ \t]/.test(draft.text.charAt(at + 1)) ? ":" : ": " }];
  draft.mask(flow.start, flow.end);
  return { ...problem, mend };
}

export function colonWithoutSpace({ draft, code, line, lineStart }: Fault): Problem | undefined {
  const match = lacksColon(code) ? COLON_WITHOUT_SPACE.exec(line) : null;
  if (!match) return undefined;
  const behindColon = lineStart + match[0].length - 1;
  const problem = problemAt(draft, "colon-space", behindColon - 1, behindColon);
  draft.mask(behindColon, draft.lineEnd(behindColon));
  return problem;
}

export function colonInValue(fault: Fault): Problem | undefined {
  const { draft, code, at, lineStart, lineEnd } = fault;
  if (code !== "BLOCK_AS_IMPLICIT_KEY") return undefined;
  const value = draft.text.slice(at, lineEnd);
  const second = /:(?=[ \t]|$)/.exec(value);
  if (value.startsWith("?")) return undefined;
  if (!second) return blankBlock(fault, draft.nextLine(at) ?? lineStart);
  const quoted = QUOTED.exec(value)?.[0].length ?? 0;
  const colon = at + Math.max(second.index, quoted);
  const problem =
    quoted > 0
      ? problemAt(draft, "unexpected", at + quoted, lineEnd, draft.text.charAt(at + quoted))
      : problemAt(draft, "colon-in-value", colon, colon + 1);
  draft.mask(at, draft.lineEnd(colon));
  return problem;
}

/** A second colon within brackets, where the value ends at a comma or a bracket. */
export function colonInFlow({ draft, code, at, end }: Fault): Problem | undefined {
  if (code !== "BLOCK_IN_FLOW") return undefined;
  const text = draft.text.slice(at, end);
  const colon = /:(?=[ \t\r\n]|$)/.exec(text);
  if (!colon) return undefined;
  // a word apart may be the next key
  const word = /(?<=[ \t\r\n])[^ \t\r\n]+$/.exec(text.slice(0, colon.index))?.[0];
  const problem = problemAt(draft, "colon-in-value", at + colon.index, at + colon.index + 1, word);
  draft.mask(at, end);
  return problem;
}

/** A key on a further line of brackets, without a comma before it. */
export function missingComma(fault: Fault): Problem | undefined {
  const { draft, document, code, at, end } = fault;
  if (code !== "MULTILINE_IMPLICIT_KEY" || draft.text[end] !== ":" || !closedFlow(document, draft.text, at)) return undefined;
  const key = trimSpace(draft.text.slice(Math.max(at, draft.lineStart(end)), end));
  if (draft.lineStart(end) <= at || /[ \t]/.test(key)) return undefined;
  const problem = problemAt(draft, "colon-in-value", end, end + 1, key);
  maskValue(fault, at);
  return problem;
}

export function missingColon({ draft, code, at, line, lineStart }: Fault): Problem | undefined {
  if (!lacksColon(code) || isMarker(line)) return undefined;
  const word = withoutComment(line);
  const end = lineStart + word.length;
  const start = Math.min(end, lineStart + draft.indent(lineStart));
  const next = draft.nextLine(at);
  const hasContent = next !== undefined && draft.indent(next) > draft.indent(lineStart);
  // of several words the first is the key, unless the content is below
  const key = hasContent ? trimSpace(word) : (/^(?:-[ \t]+)*[^ \t]+/.exec(draft.text.slice(start, end))?.[0] ?? "");
  const problem = problemAt(draft, "colon", start, start + key.length, key);
  if (hasContent) draft.replace(end, end, ":");
  else draft.mask(lineStart, draft.lineEnd(start));
  return problem;
}

function lacksColon(code: ErrorCode): boolean {
  return code === "MULTILINE_IMPLICIT_KEY" || code === "MISSING_CHAR";
}

/** The line without its comment and the spaces at its end. */
function withoutComment(line: string): string {
  return line.replace(/ #.*$/s, "").replace(/(?<![ \t])[ \t]+$/, "");
}
