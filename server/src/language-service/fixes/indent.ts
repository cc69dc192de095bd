import { isBlank } from "../../core/text/white-space.ts";
import type { Edit } from "../edits/edit.ts";
import { type FixContext, type FixRule, makeFix } from "./fix.ts";
import { freeKeys, homesOf, type Line, lineAt } from "./line.ts";
import { isRepair } from "./repair.ts";

/** A badly indented line: moves it into the only mapping above it in which its key is allowed. */
export const indent: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.indent") return [];
  const line = lineAt(context, finding.span.start);
  const [, key = ""] = /^[ \t]*["']?([^\s:"']+)["']?:(?:[ \t]|$)/.exec(line.text) ?? [];
  const homes = homesOf(context, line).filter((home) => freeKeys(home).includes(key));
  const [home] = homes;
  if (!home || homes.length > 1 || home.isEmpty || line.text.includes("\t")) return [];
  const edits = shifted(context, line, home.column - line.column);
  if (!isRepair(context.analysis, finding, edits)) return [];
  return [makeFix(finding, "reindent", { key }, edits, { isPreferred: true })];
};

/** The edits that shift a line and the deeper lines below it by a number of columns. */
function shifted({ analysis }: FixContext, first: Line, columns: number): Edit[] {
  const { lines } = analysis.source;
  const edits: Edit[] = [];
  for (let line = lines.position(first.start).line; line < lines.count; line++) {
    const start = lines.start(line);
    const { length } = (/^ */.exec(lines.text(line)) as RegExpExecArray)[0];
    if (isBlank(lines.text(line))) continue;
    if (start > first.start && length <= first.column) break;
    if (columns < 0) edits.push({ span: { start, end: start - columns }, text: "" });
    else edits.push({ span: { start, end: start }, text: " ".repeat(columns) });
  }
  return edits;
}
