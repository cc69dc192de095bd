import type { Edit } from "../edits/edit.ts";
import { type FixRule, makeFix } from "./fix.ts";
import { lineAt } from "./line.ts";
import { isRepair } from "./repair.ts";

/** An escape sequence of double quotes. */
const ESCAPE = /\\(?:[0abtnvfre "/\\N_LP\t]|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8})/y;

/** A backslash in double quotes that begins no escape sequence: doubles it, so that it stands for itself. */
export const escapeBackslash: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.escape") return [];
  const { text } = context.analysis.source;
  const { start } = finding.span;
  const { end } = lineAt(context, start);
  const edits: Edit[] = [];
  for (let at = start; at < end && text[at] !== '"'; at++) {
    if (text[at] !== "\\") continue;
    ESCAPE.lastIndex = at;
    // the first is none, even if it looks like one: it may be beyond the last code point
    if (at > start && ESCAPE.test(text)) at = ESCAPE.lastIndex - 1;
    else edits.push({ span: { start: at, end: at }, text: "\\" });
  }
  return isRepair(context.analysis, finding, edits) ? [makeFix(finding, "escape", {}, edits, { isPreferred: true })] : [];
};
