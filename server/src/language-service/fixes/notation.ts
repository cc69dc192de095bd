import type { AnyFinding } from "../../core/findings/finding.ts";
import type { Span } from "../../core/yaml/node.ts";
import { type FixContext, type FixRule, makeFix, refuse } from "./fix.ts";

/** Kinds of values of which the notation, or nothing, tells what was meant. */
const OF_TEXT = ["schema.enum", "schema.country", "schema.cipher", "schema.date"];
const OF_VALUE = [...OF_TEXT, "schema.corporate-number", "schema.type"];

/** Words that older readers of YAML take for truth values, such as Norway's code. */
const OLD_BOOLEAN = /^(\[?)(y|n|yes|no|on|off)(\]?)$/i;

/** A value in another notation, width or quoting: the format's notation. By the table of notations only. */
export const notation: FixRule = (finding, context) => {
  if (!finding.kind.startsWith("schema.") || finding.kind === "schema.unknown-key" || !("value" in finding.data)) return [];
  const { value, meant, similar } = finding.data;
  if (meant === undefined) {
    const isScalar = !/[\r\n]/.test(value);
    const isSection = finding.kind === "schema.type" && finding.data.expected === "object";
    const isUnknown = similar === undefined && isScalar && !isSection && OF_VALUE.includes(finding.kind);
    return isUnknown ? [refuse(finding, "correct", { from: value }, "unknown")] : [];
  }
  const span = lineOf(value, finding.span);
  if (!span || !isMeantEverywhere(finding, meant, context)) return [];
  const to = written(finding, meant);
  return [makeFix(finding, "correct", { from: value, to }, [{ span, text: to }], { isPreferred: true, isAutomatic: true })];
};

/** A misspelled word: a similar one. Never without asking, for it is a guess. */
export const similar: FixRule = (finding) => {
  if (!finding.kind.startsWith("schema.") || finding.kind === "schema.unknown-key" || !("value" in finding.data)) return [];
  const { value, meant, similar } = finding.data;
  const span = lineOf(value, finding.span);
  if (similar === undefined || meant !== undefined || !span) return [];
  const to = written(finding, similar);
  return [makeFix(finding, "similar", { from: value, to }, [{ span, text: to }])];
};

/** The place of a value without the line break that a block scalar ends with; undefined where a comment stands in it. */
function lineOf(value: string, { start }: Span): Span | undefined {
  return /^[|>][^\r\n]*#/.test(value) ? undefined : { start, end: start + value.trimEnd().length };
}

/** A text stays in the quotes that it stands in. */
function written({ kind, data }: AnyFinding, to: string): string {
  const [quote = ""] = ("value" in data && /^["']/.exec(String(data.value))) || [];
  if (quote !== "" && OF_TEXT.includes(kind)) return quote + to + quote;
  return to.replace(OLD_BOOLEAN, '$1"$2"$3');
}

/** A value with an anchor is changed wherever it is used: it must be the same mistake there. */
function isMeantEverywhere({ span }: AnyFinding, meant: string, { analysis, document }: FixContext): boolean {
  const aliases = document.anchors.flatMap(({ node, aliases }) => (node.span.start === span.start ? aliases : []));
  return aliases.every((alias) =>
    analysis.findings.some(
      (other) => other.span.start === alias.start - 1 && "meant" in other.data && other.data.meant === meant,
    ),
  );
}
