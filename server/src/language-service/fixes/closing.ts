import type { Edit } from "../edits/edit.ts";
import { type FixRule, makeFix, refuse } from "./fix.ts";
import { contentEnd, type Line, lineAt } from "./line.ts";
import { isRepair } from "./repair.ts";

const CLOSING: Readonly<Record<string, string>> = { "[": "]", "{": "}" };

/** An unclosed quotation mark: closes it at the end of its line. */
export const closeQuote: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.quote") return [];
  const { start } = finding.span;
  const mark = context.analysis.source.text[start] ?? "";
  const line = lineAt(context, start);
  const end = contentEnd(line, start);
  // closing it would state an empty text
  if (end <= start + 1) return [refuse(finding, "close-quote", { mark }, "empty")];
  const edits = [{ span: { start: end, end }, text: mark }];
  return isRepair(context.analysis, finding, edits) ? [makeFix(finding, "close-quote", { mark }, edits)] : [];
};

/**
 * A bracket that is unclosed, or closed by another kind: closes it at the end of its line. Refused after a comma, and for
 * brackets without content, because an empty collection may state something.
 */
export const closeBracket: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.flow") return [];
  const { start } = finding.span;
  const line = lineAt(context, start);
  const { edits, mark } = closings(line);
  const content = line.text.slice(start - line.start, contentEnd(line, start) - line.start);
  if (/^[[{][\s[\]{},]*$|,$/.test(content)) {
    return [refuse(finding, "close-bracket", { mark: mark || (CLOSING[line.text[start - line.start] ?? ""] ?? "") }, "empty")];
  }
  return edits.length > 0 && isRepair(context.analysis, finding, edits)
    ? [makeFix(finding, "close-bracket", { mark }, edits)]
    : [];
};

/** The edits that close the brackets that a line opens, and the characters that they insert. */
function closings(line: Line): { edits: Edit[]; mark: string } {
  const end = contentEnd(line, line.start);
  const open: string[] = [];
  const edits: Edit[] = [];
  let quote = "";
  for (let at = line.start; at < end; at++) {
    const unit = line.text[at - line.start] as string;
    const isFirst = /[\s,[{:]/.test(line.text[at - line.start - 1] ?? " ");
    if (quote !== "") quote = unit === quote ? "" : quote;
    else if (/["']/.test(unit) && isFirst) quote = unit;
    else if (unit in CLOSING && (open.length > 0 || isFirst)) open.push(CLOSING[unit] as string);
    else if (/[\]}]/.test(unit) && open.length > 0) {
      const right = open.pop() as string;
      if (unit !== right) edits.push({ span: { start: at, end: at + 1 }, text: right });
    }
  }
  const rest = open.reverse().join("");
  if (rest !== "") edits.push({ span: { start: end, end }, text: rest });
  return { edits, mark: edits.map(({ text }) => text).join("") };
}
