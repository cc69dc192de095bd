import { Facts } from "../evaluation/facts.ts";
import type { Profile, RuleContext } from "../evaluation/profile.ts";
import { dutiesOf, eligibleClasses, evaluateRows, verdictOf } from "../evaluation/verdict.ts";
import type { AnyFinding } from "../findings/finding.ts";
import { byPlace } from "../findings/order.ts";
import type { Severities } from "../findings/severities.ts";
import { applySeverities } from "../findings/severities.ts";
import { evidenceFiles } from "../rules/evidence.ts";
import { rules } from "../rules/index.ts";
import { schemaFindings, withoutRepairedLines, yamlFinding } from "../rules/invalid-document.ts";
import { checkSchema, type SchemaProblem } from "../schema/check.ts";
import type { Format } from "../schema/format.ts";
import type { Standard } from "../standard/standard.ts";
import { firstKey, keyOf } from "../yaml/location.ts";
import { entryOf, nodeAt, type Span, stringAt } from "../yaml/node.ts";
import type { ParsedChunk, SourceDocument } from "../yaml/source.ts";

/** All that the judgement of a chunk depends on besides its text. */
export interface CheckOptions {
  readonly standard: Standard;
  readonly format: Format;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly classification: string | undefined;
  readonly missingFiles: ReadonlySet<string>;
  readonly severities: Severities;
}

/** The results for one chunk. */
export interface Judgement {
  readonly profiles: readonly Profile[];
  /** In the order of the text. */
  readonly findings: readonly AnyFinding[];
  /** The files that evidence names, without duplicates. */
  readonly evidenceFiles: readonly string[];
}

/** Checks and judges the documents of a chunk. */
export function judge({ text, documents }: ParsedChunk, options: CheckOptions): Judgement {
  const { standard, format, today, missingFiles, severities } = options;
  const profiles: Profile[] = [];
  let findings: AnyFinding[] = [];
  for (const [index, document] of documents.entries()) {
    const problems = document.root ? withoutRepairedLines(checkSchema(text, document.root, format), document, text) : [];
    const profile = judgeDocument(index, document, problems, options);
    const context: RuleContext = { text, profile, standard, format, today, missingFiles };
    profiles.push(profile);
    findings = findings.concat(
      document.problems.map((problem) => yamlFinding(index, problem)),
      schemaFindings(profile, problems),
      rules.flatMap((rule) => rule(context)),
    );
  }
  return {
    profiles,
    findings: applySeverities(findings, severities).toSorted(byPlace(standard)),
    evidenceFiles: [...new Set(profiles.flatMap((profile) => evidenceFiles(profile, standard.rows).map(({ file }) => file)))],
  };
}

function judgeDocument(
  index: number,
  document: SourceDocument,
  problems: readonly SchemaProblem[],
  { standard, today, classification: requested }: CheckOptions,
): Profile {
  const { root } = document;
  const blocked = [
    ...problems.flatMap(({ blocked }) => blocked),
    ...document.problems.flatMap(({ path }) => (path ? [path] : [])),
  ];
  const facts = new Facts(root, blocked, document.problems.length === 0);
  const rows = evaluateRows(standard, facts, today);
  const stated = facts.value(["information", "classification"]);
  const classification = typeof stated === "string" && Object.hasOwn(standard.classes, stated) ? stated : null;
  const judgedAs = requested ?? classification;
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
