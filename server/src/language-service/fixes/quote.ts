import { fieldAt } from "../../core/schema/format.ts";
import { shorten } from "../../core/text/shorten.ts";
import { type FixRule, makeFix } from "./fix.ts";
import { contentEnd, homeOf, lineAt } from "./line.ts";
import { isRepair } from "./repair.ts";

/** What stands before a value: dashes, and a key with its colon. */
const LEAD = /^[ \t]*(?:-[ \t]+)*(?:(?<key>[^\s"'#:[\]{},&*!|>%@`][^"'#:]*|(?:"[^"]*"|'[^']*')[ \t]*):[ \t]+)?/;

/** A value that cannot stand without quotes: the same in quotes, up to the end of its line or the comment on it. */
export const quote: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.character" && finding.kind !== "yaml.colon-in-value") return [];
  const { start: at } = finding.span;
  const line = lineAt(context, at);
  const lead = LEAD.exec(line.text) as RegExpExecArray;
  const start = line.start + lead[0].length;
  const isCharacter = finding.kind === "yaml.character";
  if (isCharacter && finding.data.text === "\\") return [];
  // within brackets a value ends elsewhere
  if (isCharacter ? start !== at : start >= at || /^["'[{&*!|>]/.test(line.text.slice(lead[0].length))) return [];
  const span = { start, end: contentEnd(line, start) };
  const value = context.analysis.source.text.slice(span.start, span.end);
  const edits = [{ span, text: inQuotes(value) }];
  if (value === "" || !isRepair(context.analysis, finding, edits)) return [];

  const home = homeOf(context, line);
  const key = lead.groups?.key?.trim();
  const field = home && key !== undefined ? fieldAt(context.analysis.format, [...home.path, key]) : undefined;
  // marks that may also have been meant as such, and a section begun on its key's line, have another reading
  const isPlain = isCharacter ? /^[@`]/.test(value) : true;
  const flags = { isPreferred: field?.type !== "object", isAutomatic: field?.type === "string" && isPlain };
  return [makeFix(finding, "quote", { value: shorten(value) }, edits, flags)];
};

/** In single quotes where a double quote or a backslash would have to be escaped. */
function inQuotes(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}
