import { meantKey } from "../../core/schema/check.ts";
import { type Field, fieldAt, keysOf } from "../../core/schema/format.ts";
import { ALIKE, hasAlike, trimBlanksEnd, widthOf } from "../../core/text/white-space.ts";
import { nodeAt } from "../../core/yaml/node.ts";
import { parseSource } from "../../core/yaml/parse.ts";
import type { Edit } from "../edits/edit.ts";
import { type FixRule, makeFix } from "./fix.ts";
import { addsNoProblem } from "./repair.ts";

const DASHES = new RegExp(`^([ \\t${ALIKE}]*)((?:-[ \\t${ALIKE}]+)*)`);
const KEY = new RegExp(`^([^ \\t${ALIKE}#"'：:]+)([ \\t${ALIKE}]*[：:][ \\t${ALIKE}]*)`);

/**
 * A section that YAML reads as a text because none of its colons has a space after it: inserts the spaces. Automatic, because
 * every line begins with a different key of the section, or is deeper.
 */
export const section: FixRule = (finding, { analysis, document: { root } }) => {
  if (finding.kind !== "schema.type" || finding.data.expected !== "object") return [];
  const node = root && nodeAt(root, finding.path);
  if (node?.kind !== "scalar") return [];
  const { text, lines } = analysis.source;
  const { start, end } = node.span;
  const margin = text.slice(start - lines.position(start).character, start);
  const edits = separations(text.slice(start, end), margin, fieldAt(analysis.format, finding.path)).map(({ span, text }) => ({
    span: { start: start + span.start, end: start + span.end },
    text,
  }));
  if (edits.length === 0 || !addsNoProblem(analysis, edits)) return [];
  const flags = { isPreferred: true, isAutomatic: true };
  const wrong = edits.map(({ span }) => text.slice(span.start, span.end)).join("");
  if (wrong.includes("：")) return [makeFix(finding, "half-width", { from: "：", to: ": " }, edits, flags)];
  if (hasAlike(wrong)) return [makeFix(finding, "plain-space", { isRemoved: false }, edits, flags)];
  return [makeFix(finding, "add-space", {}, edits, flags)];
};

/** The edits that make keys and items of the lines of a text; none if a line in line with the first is no key of the section. */
function separations(section: string, margin: string, field: Field | undefined): Edit[] {
  let free = field ? keysOf(field) : [];
  const edits: Edit[] = [];
  for (const { 0: line, index } of section.matchAll(/[^\r\n]+/g)) {
    const content = trimBlanksEnd(line);
    const [lead = "", indent = "", dashes = ""] = DASHES.exec(content) ?? [];
    const [whole = "", key = "", colon = ""] = KEY.exec(content.slice(lead.length)) ?? [];
    const value = content.slice(lead.length + whole.length);
    const replace = (start: number, length: number, text: string) =>
      edits.push({ span: { start: index + start, end: index + start + length }, text });
    const isTop = index === 0 || indent === margin;
    if (isTop) {
      const meant = meantKey(field, key, free);
      if (meant === undefined || parseSource(`${key}: ${value}`).documents[0]?.problems.length !== 0) return [];
      free = free.filter((name) => name !== meant);
    }
    if (hasAlike(indent) && !hasAlike(margin)) replace(0, indent.length, " ".repeat(widthOf(indent)));
    if (hasAlike(dashes)) replace(indent.length, dashes.length, "- ".repeat(dashes.split("-").length - 1));
    if (isTop || hasAlike(colon) || colon.includes("：")) {
      replace(lead.length + key.length, colon.length, value === "" ? ":" : ": ");
    }
    if (hasAlike(line.slice(content.length))) replace(content.length, line.length - content.length, "");
  }
  return edits;
}
