import type { Severities } from "./config/config.ts";
import { weigh } from "./config/weights.ts";
import { entryOf, nodeAt, type Span, stringAt } from "./document/node.ts";
import { parseSource, type Source, type SourceDocument } from "./document/parse.ts";
import { Facts } from "./evaluate/facts.ts";
import { dutiesOf, eligibleClasses, evaluateRows, verdictOf } from "./evaluate/judge.ts";
import type { AnyFinding } from "./findings/finding.ts";
import { byPlace } from "./findings/order.ts";
import { firstKey, keyOf } from "./findings/place.ts";
import { schemaFindings, withoutMended, yamlFinding } from "./findings/problems.ts";
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
  /** How grave findings are that are not about duties, where a configuration says so. */
  readonly severities?: Severities;
}

/** Everything there is to show of one text. Immutable; every face only reads it. */
export interface Analysis {
  readonly source: Source;
  readonly standard: Standard;
  readonly format: Format;
  readonly today: string;
  readonly missingFiles: ReadonlySet<string>;
  readonly profiles: readonly Profile[];
  /** In the order of the text. */
  readonly findings: readonly AnyFinding[];
  /** The files that evidence names, relative to the profile's folder, for the host to look for. */
  readonly evidenceFiles: readonly string[];
}

const NO_FILES: ReadonlySet<string> = new Set();
const NO_SEVERITIES: Severities = new Map();

/** Reads, checks and judges a text. Pure, synchronous, and total: whatever the text, there is an analysis. */
export function analyze(text: string, { standard, format }: Bundle, options: Options): Analysis {
  const { today, missingFiles = NO_FILES, severities = NO_SEVERITIES } = options;
  const source = parseSource(text);
  const profiles: Profile[] = [];
  let findings: AnyFinding[] = [];
  for (const [index, document] of source.documents.entries()) {
    const problems = document.root ? withoutMended(checkSchema(text, document.root, format), document, source.lines) : [];
    const profile = judge(index, document, problems, standard, options);
    const context: RuleContext = { text, profile, standard, format, today, missingFiles };
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
    format,
    today,
    missingFiles,
    profiles,
    findings: weigh(findings, severities).toSorted(byPlace(standard)),
    evidenceFiles: [...new Set(files)],
  };
}

/** What rules are given of a profile, for whoever explains it further. */
export function contextOf({ source, standard, format, today, missingFiles }: Analysis, profile: Profile): RuleContext {
  return { text: source.text, profile, standard, format, today, missingFiles };
}

/** The profile whose document an offset lies in; between two, the one before. */
export function profileAt({ source, profiles }: Analysis, offset: number): Profile {
  const index = source.documents.findLastIndex(({ span }) => span.start <= offset);
  return profiles[Math.max(0, index)] as Profile;
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
  const faults = problems.length + document.problems.length + (root === undefined && facts.isWhole ? 1 : 0);
  const isInvalid = faults > 0 || root === undefined;
  const duties = judgedAs === null ? [] : dutiesOf(standard, judgedAs, rows, facts);
  return {
    index,
    root,
    facts,
    vendor: stringAt(root, ["vendor", "name"]) ?? null,
    service: stringAt(root, ["service", "name"]) ?? null,
    classification,
    judgedAs,
    rows,
    duties,
    faults,
    verdict: isInvalid || judgedAs === null ? "invalid" : verdictOf(standard, judgedAs, duties),
    eligible: isInvalid ? [] : eligibleClasses(standard, rows, facts),
    anchor: anchorOf(document),
  };
}

function anchorOf({ root, span }: SourceDocument): Span {
  const start = firstKey(root) ?? { start: span.start, end: span.start };
  const path = ["information", "classification"];
  return nodeAt(root, path)?.span ?? entryOf(root, "information")?.key ?? keyOf(root, path, start);
}
