import { meantKey } from "../../core/schema/check.ts";
import { keysOf } from "../../core/schema/format.ts";
import type { Edit } from "../edits/edit.ts";
import { type FixRule, makeFix } from "./fix.ts";
import { freeKeys, homeOf, homesOf, type Line, lineAt } from "./line.ts";
import { isRepair } from "./repair.ts";

/** A full-width space is as wide as two spaces, which matters in indentation. */
const TWO_SPACES = "  ";
const FULL_WIDTH = /^(?<lead>[ \u3000]*)(?<key>[^\s#"'：:]+)(?<colon>[ \u3000]*：[ \u3000]*|:\u3000[ \u3000]*)?/;

/** A full-width colon or space where YAML needs a half-width one: replaces it. */
export const fullWidth: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.full-width") return [];
  const { span } = finding;
  const line = lineAt(context, span.start);
  const written = context.analysis.source.text.slice(span.start, span.end);
  const isColon = /[:：]/.test(written);
  const endsLine = span.end >= line.end;
  const [mark, space] = isColon ? [":", " "] : ["", TWO_SPACES.repeat(written.length)];
  const to = endsLine ? mark : mark + space;
  const edits = [{ span, text: to }];
  if (!isRepair(context.analysis, finding, edits)) return [];
  // the text before a colon may be part of a sentence instead of a key
  const home = homeOf(context, line);
  const key = line.text.slice(line.column, span.start - line.start);
  const isKey = home !== undefined && (key.startsWith("x-") || meantKey(home.field, key, freeKeys(home)) !== undefined);
  const flags = { isPreferred: true, isAutomatic: !isColon || isKey };
  return [makeFix(finding, "half-width", { from: written.trim() || written, to }, edits, flags)];
};

/** A line indented with full-width spaces: YAML reports it, or the line below it, as badly indented or without a colon. */
export const fullWidthLine: FixRule = (finding, context) => {
  if (finding.kind !== "yaml.indent" && finding.kind !== "yaml.colon") return [];
  const { lines } = context.analysis.source;
  const { line } = lines.position(finding.span.start);
  const above = Array.from({ length: line }, (_, index) => line - 1 - index).find((line) => lines.text(line).trim() !== "");
  for (const candidate of [line, above]) {
    if (candidate === undefined) continue;
    const place = lineAt(context, lines.start(candidate));
    const halfWidthLine = halfWidth(place);
    if (!halfWidthLine || !isRepair(context.analysis, finding, halfWidthLine.edits)) continue;
    const isKey = homesOf(context, place).some(
      ({ field }) => field && meantKey(field, halfWidthLine.key, keysOf(field)) !== undefined,
    );
    const flags = { isPreferred: true, isAutomatic: isKey };
    return [makeFix(finding, "half-width", { from: "\u3000", to: TWO_SPACES }, halfWidthLine.edits, flags)];
  }
  return [];
};

/** The edits that make a line's indentation and colon half-width. */
function halfWidth({ start, text }: Line): { key: string; edits: Edit[] } | undefined {
  const { lead = "", key = "", colon = "" } = FULL_WIDTH.exec(text)?.groups ?? {};
  if (!lead.includes("\u3000")) return undefined;
  const edits = [{ span: { start, end: start + lead.length }, text: lead.replaceAll("\u3000", TWO_SPACES) }];
  const at = start + lead.length + key.length;
  const endsLine = at + colon.length >= start + text.length;
  if (colon !== "") edits.push({ span: { start: at, end: at + colon.length }, text: endsLine ? ":" : ": " });
  return { key, edits };
}
