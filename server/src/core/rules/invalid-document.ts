import type { Profile } from "../evaluation/profile.ts";
import { places } from "../evaluation/trace.ts";
import type { RowResults } from "../evaluation/verdict.ts";
import type { AnyFinding } from "../findings/finding.ts";
import { make } from "../findings/make.ts";
import type { SchemaProblem } from "../schema/check.ts";
import { Lines } from "../yaml/lines.ts";
import { pointer } from "../yaml/node.ts";
import type { Problem } from "../yaml/problem.ts";
import type { SourceDocument } from "../yaml/source.ts";

/** Drops unknown and missing keys on repaired lines: they follow from the YAML error, which is reported there already. */
export function withoutRepairedLines(
  problems: readonly SchemaProblem[],
  document: SourceDocument,
  text: string,
): readonly SchemaProblem[] {
  if (document.problems.length === 0) return problems;
  const lines = new Lines(text);
  const repairedLines = new Set(document.problems.map(({ span }) => lines.position(span.start).line));
  const isConsequence = ({ kind, span }: SchemaProblem) =>
    (kind === "schema.unknown-key" || kind === "schema.required") && repairedLines.has(lines.position(span.start).line);
  return problems.filter((problem) => !isConsequence(problem));
}

/** `yaml.*`: an error in the text as YAML. */
export function yamlFinding(profile: number, { kind, span, text, other, path = [] }: Problem): AnyFinding {
  const name = text ?? "";
  const counterpart = other && {
    path,
    span: other,
    reason: { state: "other" as const, fact: { ja: `一つ目の「${name}」`, en: `The first “${name}”` }, path: name },
  };
  const where = { path, span, related: counterpart ? [counterpart] : [] };
  return make(profile, `yaml.${kind}`, "error", where, text === undefined ? {} : { text });
}

/** `schema.*`: the violations of the schema, each with the rows that it keeps from being judged. */
export function schemaFindings(profile: Profile, problems: readonly SchemaProblem[]): AnyFinding[] {
  const blockedRows = problems.length > 0 ? rowsByPlace(profile.rows) : () => [];
  const findings = problems.map(({ kind, path, span, data, blocked }) => {
    const blocks = blockedRows(blocked.map(pointer));
    return make(profile.index, kind, "error", { path, span }, "blocks" in data ? { ...data, blocks } : data);
  });
  if (profile.root === undefined && profile.facts.isWhole) {
    findings.push(make(profile.index, "schema.empty-profile", "error", { path: [], span: profile.anchor }, {}));
  }
  return findings;
}

/** Returns a function that finds the unknown rows which read an invalid value, or a value below or above it. */
function rowsByPlace(rows: RowResults): (blocked: readonly string[]) => string[] {
  const at = new Map<string, Set<string>>();
  const below = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, place: string, no: string) => map.set(place, (map.get(place) ?? new Set()).add(no));
  for (const { row, status, trace } of rows.values()) {
    if (status !== "unknown") continue;
    for (const { reason, path } of places(trace)) {
      if (reason !== "invalid" && reason !== "open") continue;
      const place = pointer(path);
      add(at, place, row.no);
      for (const ancestor of ancestorsOf(place)) add(below, ancestor, row.no);
    }
  }
  return (blocked) => {
    const found = new Set(
      blocked.flatMap((place) => [
        ...(below.get(place) ?? []),
        ...[place, ...ancestorsOf(place)].flatMap((above) => [...(at.get(above) ?? [])]),
      ]),
    );
    return [...rows.keys()].filter((no) => found.has(no));
  };
}

/** The pointers above a pointer, the root's last. */
function ancestorsOf(place: string): string[] {
  const ancestors: string[] = [];
  for (let end = place.lastIndexOf("/"); end >= 0; end = place.lastIndexOf("/", end - 1)) {
    ancestors.push(place.slice(0, end));
    if (end === 0) break;
  }
  return ancestors;
}
