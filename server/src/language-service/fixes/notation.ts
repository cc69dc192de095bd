import type { AnyFinding } from "../../core/findings/finding.ts";
import { trimSpaceEnd } from "../../core/text/white-space.ts";
import type { Span } from "../../core/yaml/node.ts";
import type { Edit } from "../edits/edit.ts";
import { insertSkeleton } from "../edits/insert.ts";
import { skeletonOf } from "../edits/skeleton.ts";
import { type FixContext, type FixRule, makeFix, refuse } from "./fix.ts";

/** The kinds of findings about a text value that may be in another notation. */
const OF_TEXT = ["schema.enum", "schema.country", "schema.cipher", "schema.date"];
const OF_VALUE = [...OF_TEXT, "schema.corporate-number", "schema.type"];

/** Words that YAML 1.1 parsers read as booleans, such as the country code of Norway. */
const OLD_BOOLEAN = /^(\[?)(y|n|yes|no|on|off)(\]?)$/i;

/** A value in another notation, width or quoting: replaces it by the format's notation. Uses the table of notations only. */
export const notation: FixRule = (finding, context) => {
  const invalid = invalidValueOf(finding);
  if (!invalid) return [];
  const { value, meant, similar } = invalid;
  if (meant === undefined) {
    const isScalar = !/[\r\n]/.test(value);
    const isSection = finding.kind === "schema.type" && finding.data.expected === "object";
    const isUnknown = similar === undefined && isScalar && !isSection && OF_VALUE.includes(finding.kind);
    return isUnknown ? [refuse(finding, "correct", { from: value }, "unknown")] : [];
  }
  const span = lineOf(value, finding.span);
  if (!span || !isMeantEverywhere(finding, meant, context)) return [];
  const to = written(finding, meant);
  const beside = besideEdits(finding, invalid, context);
  if (!beside) return [refuse(finding, "correct", { from: value, to }, "alias")];
  const edits = [{ span, text: to }, ...beside];
  return [makeFix(finding, "correct", { from: value, to }, edits, { isPreferred: true, isAutomatic: true })];
};

/** A misspelled value: replaces it by a similar one. Never automatic, because it is a guess. */
export const similar: FixRule = (finding) => {
  const { value = "", meant, similar } = invalidValueOf(finding) ?? {};
  if (similar === undefined || meant !== undefined) return [];
  const span = lineOf(value, finding.span);
  if (!span) return [];
  const to = written(finding, similar);
  return [makeFix(finding, "similar", { from: value, to }, [{ span, text: to }])];
};

interface InvalidValue {
  readonly value: string;
  readonly meant?: string;
  readonly similar?: string;
  readonly beside?: { readonly key: string; readonly value: string };
}

/** The edits that keep what the notation leaves out, under the key for it; undefined if it cannot be inserted. */
function besideEdits({ path }: AnyFinding, { beside }: InvalidValue, { analysis, profile }: FixContext): Edit[] | undefined {
  if (!beside) return [];
  const { source, format } = analysis;
  const place = [...path.slice(0, -1), beside.key].map(String);
  const { kind, entries } = skeletonOf(format, [place], { [place.join(".")]: JSON.stringify(beside.value) });
  const section = new Map([...entries].filter(([name]) => name === place[0]));
  return profile.root && insertSkeleton(source, profile.root, { kind, entries: section }, format);
}

/** The value that violates the schema, as written, with what may have been meant. */
function invalidValueOf({ kind, data }: AnyFinding): InvalidValue | undefined {
  return kind.startsWith("schema.") && kind !== "schema.unknown-key" && "value" in data ? data : undefined;
}

/** The span of a value without the line end of a block scalar; undefined if it contains a comment. */
function lineOf(value: string, { start }: Span): Span | undefined {
  return /^[|>][^\r\n]*#/.test(value) ? undefined : { start, end: start + trimSpaceEnd(value).length };
}

/** The value to write: a text keeps its quotes. */
function written({ kind, data }: AnyFinding, to: string): string {
  const [quote = ""] = ("value" in data && /^["']/.exec(String(data.value))) || [];
  if (quote !== "" && OF_TEXT.includes(kind)) return quote + to + quote;
  return to.replace(OLD_BOOLEAN, '$1"$2"$3');
}

/** Whether a value has the same error at all its aliases, because the fix changes it everywhere. */
function isMeantEverywhere({ span }: AnyFinding, meant: string, { analysis, document }: FixContext): boolean {
  const aliases = document.anchors.flatMap(({ node, aliases }) => (node.span.start === span.start ? aliases : []));
  return aliases.every((alias) =>
    analysis.findings.some(
      (other) => other.span.start === alias.start - 1 && "meant" in other.data && other.data.meant === meant,
    ),
  );
}
