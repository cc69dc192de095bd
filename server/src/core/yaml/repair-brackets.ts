import { blank, type Fault, problemAt } from "./fault.ts";
import { closedFlow, firstUnclosedFlow, unclosedFlow, unclosedQuote } from "./find-in-document.ts";
import type { Problem } from "./problem.ts";

const HALF_WIDTH: Readonly<Record<string, string>> = { "［": "[", "］": "]", "｛": "{", "｝": "}" };
/** An item of a list in brackets, or a comment. */
const ITEM = /^(?:#[^\r\n]*|"[^"]*"|'[^']*'|[^\s,[\]{}"'#]+)/;
const FULL_WIDTH = /[［］｛｝]/;

export function quote(fault: Fault): Problem | undefined {
  const { draft, document, code, at } = fault;
  if (code !== "MISSING_CHAR") return undefined;
  const start = unclosedQuote(document, draft.text, at);
  if (start === undefined) return undefined;
  const end = draft.lineEnd(start);
  const problem = problemAt(draft, "quote", start, end, draft.text[start]);
  // a bracket that closes behind the quotation mark goes with the one that opens before it
  const isClosing = /[\]}]/.test(draft.text.slice(start, end));
  const opening = isClosing ? firstUnclosedFlow(document, draft.text, { start: draft.lineStart(start), end: start }) : undefined;
  draft.mask(opening ?? start, end);
  return problem;
}

/** Full-width brackets around a value, or at one of its ends. */
export function bracket({ draft, document, at }: Fault): Problem | undefined {
  const start = FULL_WIDTH.test(draft.text.charAt(at)) ? at : unclosedFlow(document, draft.text, at);
  if (start === undefined) return undefined;
  const value = draft.text.slice(start, draft.lineEnd(start));
  const first = value.search(FULL_WIDTH);
  if (first < 0) return undefined;
  const mend = Array.from(value.matchAll(/[［］｛｝]/g), ({ 0: mark, index }) => ({
    span: draft.originOf({ start: start + index, end: start + index + 1 }),
    text: HALF_WIDTH[mark] as string,
  }));
  const problem = problemAt(draft, "full-width", start + first, start + first + 1, value[first]);
  draft.mask(start, start + value.length);
  return { ...problem, mend };
}

/** What may not stand where it does within brackets: a comma too many, or an item without a comma before it. */
export function item({ draft, document, code, at, end }: Fault): Problem | undefined {
  const isComma = code === "UNEXPECTED_TOKEN" && draft.text[at] === ",";
  const flow = isComma || code === "MISSING_CHAR" ? closedFlow(document, draft.text, at) : undefined;
  if (!flow) return undefined;
  const written = ITEM.exec(draft.text.slice(at, flow.end - 1))?.[0].length ?? 0;
  const problemEnd = Math.max(end, at + written);
  const problem = problemAt(draft, "unexpected", at, problemEnd, draft.text.slice(at, problemEnd));
  draft.mask(flow.start, flow.end);
  return problem;
}

export function flow(fault: Fault): Problem | undefined {
  const { draft, document, at } = fault;
  const start = unclosedFlow(document, draft.text, at);
  return start === undefined ? undefined : blank(fault, "flow", start, draft.lineEnd(start), draft.text[start]);
}
