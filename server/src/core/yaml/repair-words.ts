import { trimSpaceEnd } from "../text/white-space.ts";
import { type Fault, maskValue, problemAt } from "./fault.ts";
import { scalarStart, startOfValue } from "./find-in-document.ts";
import type { Problem } from "./problem.ts";

/** What a value has ended with: a quotation mark, a bracket, an alias, the mark of a block, or the line before. */
const VALUE_END = /["'\]}]$|(?:^|[ \t[{,])(?:\*[^\s,[\]{}]*|[|>][-+\d]*)$|^$/;

/** A backslash in double quotes that begins no escape sequence. */
export function badEscape(fault: Fault): Problem | undefined {
  const { draft, document, code, at } = fault;
  if (code !== "BAD_DQ_ESCAPE") return undefined;
  const problem = problemAt(draft, "escape", at, at + 2, draft.text.slice(at, at + 2));
  maskValue(fault, scalarStart(document, at) ?? at);
  return problem;
}

/** Something behind the end of a value, which quotes around it would not make part of it. */
export function unexpected({ draft, document, code, at, end, lineStart, lineEnd }: Fault): Problem | undefined {
  const before = trimSpaceEnd(draft.text.slice(lineStart, at));
  const valueEnd = VALUE_END.exec(before);
  if (code !== "UNEXPECTED_TOKEN" || !valueEnd) return undefined;
  const problemEnd = Math.max(at + 1, Math.min(end, lineEnd));
  const problem = problemAt(draft, "unexpected", at, problemEnd, draft.text.slice(at, problemEnd));
  draft.mask(startOfValue(document, lineStart + before.length) ?? lineStart + valueEnd.index, lineEnd);
  return problem;
}

/** A comment behind a full-width number sign, on its own line or behind the key of a section. */
export function fullWidthComment({ draft, line, lineStart, lineEnd }: Fault): Problem | undefined {
  const lead = /^[ \t]*(?:[^ \t#"'：:]+:[ \t]+)?(?=＃)/.exec(line)?.[0];
  if (lead === undefined) return undefined;
  const start = lineStart + lead.length;
  const problem = problemAt(draft, "full-width", start, start + 1, "＃");
  draft.mask(start, lineEnd);
  return { ...problem, mend: [{ span: problem.span, text: "#" }] };
}

/** A comment without a space before it. */
export function gluedComment({ draft, document, code, at, lineEnd }: Fault): Problem | undefined {
  if (code !== "MISSING_CHAR" || draft.text[at] !== "#") return undefined;
  const problem = problemAt(draft, "unexpected", at, lineEnd, draft.text.slice(at, lineEnd));
  draft.mask(startOfValue(document, at) ?? at, lineEnd);
  return problem;
}

/** A character that begins no value. */
export function character(fault: Fault): Problem | undefined {
  const { draft, document, code, at, end, lineEnd } = fault;
  if (code !== "BAD_SCALAR_START" && code !== "UNEXPECTED_TOKEN" && code !== "BLOCK_AS_IMPLICIT_KEY") return undefined;
  const problemEnd = Math.max(at + 1, Math.min(end, lineEnd));
  const problem = problemAt(draft, "character", at, problemEnd, draft.text.slice(at, at + 1));
  maskValue(fault, scalarStart(document, at) ?? at);
  return problem;
}

/** `&` or `*` without a name, or where none may stand. */
export function anchor(fault: Fault): Problem | undefined {
  const { draft, code, at, end } = fault;
  if (code !== "BAD_ALIAS" && code !== "ALIAS_PROPS" && code !== "MULTIPLE_ANCHORS") return undefined;
  const problem = problemAt(draft, "anchor", at, end, draft.text.slice(at, end));
  maskValue(fault, at);
  return problem;
}
