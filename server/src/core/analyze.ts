import type { Lines } from "./document/lines.ts";
import { entryOf, nodeAt, pointer, type Span, stringAt } from "./document/node.ts";
import { parseSource, type Source, type SourceDocument } from "./document/parse.ts";
import type { Problem } from "./document/problem.ts";
import { Facts } from "./evaluate/facts.ts";
import { dutiesOf, eligibleClasses, evaluateRows, type RowResults, verdictOf } from "./evaluate/judge.ts";
import { places } from "./evaluate/trace.ts";
import type { AnyFinding } from "./findings/finding.ts";
import { make } from "./findings/make.ts";
import { byPlace } from "./findings/order.ts";
import { firstKey, keyOf } from "./findings/place.ts";
import type { Profile, RuleContext } from "./profile.ts";
import { evidenceFiles } from "./rules/evidence.ts";
import { rules } from "./rules/index.ts";
import { checkSchema, type SchemaProblem } from "./schema/check.ts";
import type { Format } from "./schema/format.ts";
import type { Standard } from "./standard/standard.ts";

/** What a file is judged by. */
export interface Bundle {
  readonly standard: Standard;
  readonly format: Format;
}

export interface Options {
  /** The day on which the file is judged, YYYY-MM-DD. */
  readonly today: string;
  /** Judge every profile as this class instead of the one it states. */
  readonly classification?: string;
  /** The evidence files, as profiles name them, that the host has not found. */
  readonly missingFiles?: ReadonlySet<string>;
}

/** Everything there is to show of one text. Immutable; every face only reads it. */
export interface Analysis {
  readonly source: Source;
  readonly standard: Standard;
  readonly today: string;
  readonly profiles: readonly Profile[];
  /** In the order of the text. */
  readonly findings: readonly AnyFinding[];
  /** The files that evidence names, relative to the profile's folder, for the host to look for. */
  readonly evidenceFiles: readonly string[];
}

const NO_FILES: ReadonlySet<string> = new Set();

/** Reads, checks and judges a text. Pure, synchronous, and total: whatever the text, there is an analysis. */
export function analyze(text: string, { standard, format }: Bundle, options: Options): Analysis {
  const source = parseSource(text);
  const profiles: Profile[] = [];
  let findings: AnyFinding[] = [];
  for (const [index, document] of source.documents.entries()) {
    const problems = document.root ? withoutMended(checkSchema(text, document.root, format), document, source.lines) : [];
    const profile = judge(index, document, problems, standard, options);
    const context: RuleContext = {
      text,
      profile,
      standard,
      format,
      today: options.today,
      missingFiles: options.missingFiles ?? NO_FILES,
    };
    profiles.push(profile);
    findings = findings.concat(
      document.problems.map((problem) => yamlFinding(index, problem)),
      schemaFindings(profile, problems),
      rules.flatMap((rule) => rule(context)),
    );
  }
  const files = profiles.flatMap((profile) => evidenceFiles(profile, standard.rows).map(({ file }) => file));
  return {
    source,
    standard,
    today: options.today,
    profiles,
    findings: findings.sort(byPlace(standard)),
    evidenceFiles: [...new Set(files)],
  };
}

/** On a line that could not be read as it stands, that a key is unknown, or has nothing behind it, follows from that. */
function withoutMended(problems: readonly SchemaProblem[], document: SourceDocument, lines: Lines): readonly SchemaProblem[] {
  if (document.problems.length === 0) return problems;
  const mended = new Set(document.problems.map(({ span }) => lines.position(span.start).line));
  const follows = ({ kind, span }: SchemaProblem) =>
    (kind === "schema.unknown-key" || kind === "schema.required") && mended.has(lines.position(span.start).line);
  return problems.filter((problem) => !follows(problem));
}

function judge(
  index: number,
  document: SourceDocument,
  problems: readonly SchemaProblem[],
  standard: Standard,
  options: Options,
): Profile {
  const { root } = document;
  const blocked = [
    ...problems.flatMap(({ blocked }) => blocked),
    ...document.problems.flatMap(({ path }) => (path ? [path] : [])),
  ];
  const facts = new Facts(root, blocked, document.problems.length === 0);
  const rows = evaluateRows(standard, facts, options.today);
  const stated = facts.value(["information", "classification"]);
  const classification = typeof stated === "string" && Object.hasOwn(standard.classes, stated) ? stated : null;
  const judgedAs = options.classification ?? classification;
  const isInvalid = root === undefined || problems.length > 0 || document.problems.length > 0;
  const duties = judgedAs === null ? [] : dutiesOf(standard, judgedAs, rows, facts);
  return {
    index,
    document,
    root,
    facts,
    vendor: stringAt(root, ["vendor", "name"]) ?? null,
    service: stringAt(root, ["service", "name"]) ?? null,
    classification,
    judgedAs,
    rows,
    duties,
    verdict: isInvalid || judgedAs === null ? "invalid" : verdictOf(standard, judgedAs, duties),
    eligible: isInvalid ? [] : eligibleClasses(standard, rows, facts),
    anchor: anchorOf(document),
    isWellFormed: document.problems.length === 0,
  };
}

function anchorOf({ root, span }: SourceDocument): Span {
  const start = firstKey(root) ?? { start: span.start, end: span.start };
  const path = ["information", "classification"];
  return nodeAt(root, path)?.span ?? entryOf(root, "information")?.key ?? keyOf(root, path, start);
}

function yamlFinding(profile: number, { kind, span, text, other, path = [] }: Problem): AnyFinding {
  const name = text ?? "";
  const counterpart = other && {
    path,
    span: other,
    reason: { state: "other" as const, fact: { ja: name, en: name }, path: name },
  };
  const where = { path, span, related: counterpart ? [counterpart] : [] };
  return make(profile, `yaml.${kind}`, "error", where, text === undefined ? {} : { text });
}

function schemaFindings(profile: Profile, problems: readonly SchemaProblem[]): AnyFinding[] {
  const blockedRows = problems.length > 0 ? rowsByPlace(profile.rows) : () => [];
  const findings = problems.map(({ kind, path, span, data, blocked }) => {
    const blocks = blockedRows(blocked.map(pointer));
    return make(profile.index, kind, "error", { path, span }, "blocks" in data ? { ...data, blocks } : data);
  });
  if (profile.root === undefined && profile.isWellFormed) {
    findings.push(make(profile.index, "schema.empty-profile", "error", { path: [], span: profile.anchor }, {}));
  }
  return findings;
}

/** Finds the unknown rows that look at a value that cannot be read, at something below it or at something above it. */
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

/** The pointers above a pointer, the document's own last. */
function ancestorsOf(place: string): string[] {
  const ancestors: string[] = [];
  for (let end = place.lastIndexOf("/"); end >= 0; end = place.lastIndexOf("/", end - 1)) {
    ancestors.push(place.slice(0, end));
    if (end === 0) break;
  }
  return ancestors;
}
