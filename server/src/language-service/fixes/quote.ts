import { fieldAt } from "../../core/schema/format.ts";
import { shorten } from "../../core/text/shorten.ts";
import { trimSpace, trimSpaceEnd } from "../../core/text/white-space.ts";
import type { Span } from "../../core/yaml/node.ts";
import { type FixRule, makeFix } from "./fix.ts";
import { contentEnd, homeOf, type Line, lineAt } from "./line.ts";
import { isRepair } from "./repair.ts";

/** The text before a value on its line: dashes, and a key with its colon. */
const LEAD = /^[ \t]*(?:-[ \t]+)*(?:(?<key>[^\s"'#:[\]{},&*!|>%@`][^"'#:]*|(?:"[^"]*"|'[^']*')[ \t]*):[ \t]+)?/;

/** A value that needs quotes: adds them up to the end of its line or the comment on it, or of its place within brackets. */
export const quote: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.character" && finding.kind !== "yaml.colon-in-value") return [];
  const { start: offset } = finding.span;
  const line = lineAt(context, offset);
  const lead = LEAD.exec(line.text) as RegExpExecArray;
  const start = line.start + lead[0].length;
  const isCharacter = finding.kind === "yaml.character";
  const first = line.text.charAt(lead[0].length);
  const isInBrackets = !isCharacter && /[[{]/.test(first);
  if (isCharacter ? start !== offset : start >= offset || /["'&*!|>]/.test(first)) return [];
  const span = isInBrackets ? aroundColon(line, offset) : { start, end: contentEnd(line, start) };
  const value = context.analysis.source.text.slice(span.start, span.end);
  const edits = [{ span, text: inQuotes(value) }];
  if (value === "" || !isRepair(context.analysis, finding, edits)) return [];

  const home = homeOf(context, line);
  const key = lead.groups?.key && trimSpace(lead.groups.key);
  const field = home && key !== undefined && !isInBrackets ? fieldAt(context.analysis.format, [...home.path, key]) : undefined;
  // not automatic if there is another reading: an indicator such as `*` may be meant as YAML, and text after the key of a section
  // as a nested mapping
  const isPlain = isCharacter ? /^[@`]/.test(value) : true;
  const flags = { isPreferred: field?.type !== "object", isAutomatic: field?.type === "string" && isPlain };
  return [makeFix(finding, "quote", { value: shorten(value) }, edits, flags)];
};

/** The value within brackets that has a second colon at an offset. */
function aroundColon({ start, text }: Line, offset: number): Span {
  const before = /(?<=:[ \t])[^:,[\]{}"'#]*$/.exec(text.slice(0, offset - start))?.[0] ?? "";
  const behind = /^[^,[\]{}"'#]*/.exec(text.slice(offset - start))?.[0] ?? "";
  return { start: offset - before.replace(/^[ \t]+/, "").length, end: offset + trimSpaceEnd(behind).length };
}

/** In double quotes, or in single quotes if that avoids escapes. */
function inQuotes(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}
