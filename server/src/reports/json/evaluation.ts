import type { Analysis } from "../../core/analysis/analyze.ts";
import { countVerdicts, type FileResult, type Shard } from "../../core/analysis/file-result.ts";
import type { Profile } from "../../core/evaluation/profile.ts";
import { carrierOf, resultOf, type Verdict } from "../../core/evaluation/verdict.ts";
import type { AnyFinding } from "../../core/findings/finding.ts";
import { alternativesOf, obligationOf, type Standard } from "../../core/standard/standard.ts";
import { jsonText } from "../../core/text/json-text.ts";
import { pointer } from "../../core/yaml/node.ts";
import type { LanguageId } from "../../messages/language.ts";
import { coreMessages, messageOf, relatedText, textOf } from "../../messages/render.ts";

export interface Evaluation {
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly language: LanguageId;
  readonly files: readonly FileResult[];
  /** The part of a sharded run; null for a whole run. */
  readonly shard?: Shard | null;
}

/**
 * Judged files as one JSON document, version 1. Absent values are null, never omitted. The exception is `shard`, which only the part
 * of a sharded run has, so that merged parts equal an unsharded run.
 */
export function evaluationJson({ asOf, language, files, shard = null }: Evaluation): string {
  const report = {
    ...evaluationHead({ asOf, shard }),
    files: files.map((file) => fileJson(file, language)),
    summary: summaryJson(countVerdicts(files)),
  };
  return `${jsonText(report)}\n`;
}

/** The fields that begin the document. */
export function evaluationHead({ asOf, shard = null }: Pick<Evaluation, "asOf" | "shard">): object {
  return { version: 1, asOf, ...(shard && { shard }) };
}

/** One element of `files`. */
export function fileJson(file: FileResult, language: LanguageId): object {
  if ("error" in file) return { path: file.path, error: file.error, profiles: [], findings: [] };
  const { profiles, findings, standard } = file.analysis;
  return {
    path: file.path,
    error: null,
    profiles: profiles.map((profile) => profileJson(profile, standard)),
    findings: findings.map((finding) => findingJson(finding, file.analysis, language)),
  };
}

/** The verdict counts that end the document. */
export function summaryJson(counts: Readonly<Record<Verdict, number>>): object {
  return {
    profiles: Object.values(counts).reduce((sum, count) => sum + count, 0),
    conforming: counts.conforming,
    nonconforming: counts.nonconforming,
    undetermined: counts.undetermined,
    notApplicable: counts["not-applicable"],
    invalid: counts.invalid,
  };
}

function profileJson(
  { index, vendor, service, classification, judgedAs, verdict, eligible, open, rows }: Profile,
  standard: Standard,
) {
  return {
    index,
    vendor,
    service,
    classification,
    judgedAs,
    verdict,
    eligible,
    open,
    requirements: standard.rows.map((row) => {
      const group = judgedAs === null ? undefined : alternativesOf(standard, row.no, judgedAs);
      return {
        no: row.no,
        obligation: judgedAs === null ? null : obligationOf(row, judgedAs),
        status: resultOf(rows, row.no).status,
        metBy: group?.rows[0] === row.no ? (carrierOf(group, rows)?.no ?? null) : null,
      };
    }),
  };
}

function findingJson(finding: AnyFinding, { source: { lines }, standard }: Analysis, languageId: LanguageId) {
  const language = coreMessages[languageId];
  const message = messageOf(finding, standard, language);
  return {
    code: finding.code,
    severity: finding.severity,
    message: textOf(message, language),
    risk: message.risk,
    requirement: finding.requirement,
    path: pointer(finding.path),
    profile: finding.profile,
    range: lines.range(finding.span),
    related: finding.related.map((related) => ({
      message: relatedText(related, language),
      path: pointer(related.path),
      range: lines.range(related.span),
    })),
  };
}
