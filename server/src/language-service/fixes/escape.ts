import type { Edit } from "../edits/edit.ts";
import { type FixRule, makeFix } from "./fix.ts";
import { lineAt } from "./line.ts";
import { isRepair } from "./repair.ts";

/** The characters that form an escape sequence after a backslash in double quotes. */
const ESCAPED = /[0abtnvfre "/\\N_LPxuU\t]/;

/** A backslash in double quotes that begins no escape sequence: doubles it, so that it stands for itself. */
export const escapeBackslash: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.character" || finding.data.text !== "\\") return [];
  const { text } = context.analysis.source;
  const { end } = lineAt(context, finding.span.start);
  const edits: Edit[] = [];
  for (let at = finding.span.start; at < end && text[at] !== '"'; at++) {
    if (text[at] !== "\\") continue;
    if (ESCAPED.test(text[at + 1] ?? "")) at++;
    else edits.push({ span: { start: at, end: at }, text: "\\" });
  }
  return isRepair(context.analysis, finding, edits) ? [makeFix(finding, "escape", {}, edits, { isPreferred: true })] : [];
};
