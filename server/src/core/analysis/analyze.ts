import type { Profile, RuleContext } from "../evaluation/profile.ts";
import type { AnyFinding } from "../findings/finding.ts";
import type { Severities } from "../findings/severities.ts";
import type { Format } from "../schema/format.ts";
import type { Standard } from "../standard/standard.ts";
import { parseSource } from "../yaml/parse.ts";
import type { Source } from "../yaml/source.ts";
import type { CheckOptions } from "./check-document.ts";
import { type JudgedChunk, judgeChunk } from "./incremental.ts";

/** The standard that files are judged by, and the format they are written in. */
export interface Bundle {
  readonly standard: Standard;
  readonly format: Format;
}

export interface Options {
  /** The date of the judgement, YYYY-MM-DD. */
  readonly today: string;
  /** Judges every profile as this class instead of the one it states. */
  readonly classification?: string;
  /** The evidence files that the host has not found, as profiles name them. */
  readonly missingFiles?: ReadonlySet<string>;
  /** The configured severities. */
  readonly severities?: Severities;
}

/** All results for one text. Immutable. */
export interface Analysis {
  readonly source: Source;
  readonly standard: Standard;
  readonly format: Format;
  readonly today: string;
  readonly missingFiles: ReadonlySet<string>;
  readonly profiles: readonly Profile[];
  /** In the order of the text. */
  readonly findings: readonly AnyFinding[];
  /** The files that evidence names, relative to the profile's folder; the host checks whether they exist. */
  readonly evidenceFiles: readonly string[];
  /** The judged chunks, which the next analysis can reuse. */
  readonly chunks: readonly JudgedChunk[];
}

const NO_FILES: ReadonlySet<string> = new Set();
const NO_SEVERITIES: Severities = new Map();

/**
 * Parses, checks and judges a text. Pure and synchronous; never throws, whatever the text.
 *
 * @param before the analysis of the text before an edit; it only saves time
 */
export function analyze(text: string, { standard, format }: Bundle, options: Options, before?: Analysis): Analysis {
  const { today, classification, missingFiles = NO_FILES, severities = NO_SEVERITIES } = options;
  const checkOptions: CheckOptions = { standard, format, today, classification, missingFiles, severities };
  const source = parseSource(text, before?.source);
  const cached = new Map(before?.chunks.map((chunk) => [chunk.source.parsed, chunk]));
  let profileCount = 0;
  const chunks = source.chunks.map((chunk) => {
    const judged = judgeChunk(chunk, profileCount, checkOptions, cached.get(chunk.parsed));
    profileCount += judged.profiles.length;
    return judged;
  });
  return {
    source,
    standard,
    format,
    today,
    missingFiles,
    profiles: chunks.flatMap(({ profiles }) => profiles),
    findings: chunks.flatMap(({ findings }) => findings),
    evidenceFiles: [...new Set(chunks.flatMap(({ evidenceFiles }) => evidenceFiles))],
    chunks,
  };
}

/** The context of a profile's rules, for features that explain its findings. */
export function contextOf({ source, standard, format, today, missingFiles }: Analysis, profile: Profile): RuleContext {
  return { text: source.text, profile, standard, format, today, missingFiles };
}

/** The profile whose document contains an offset; between two documents, the one before. */
export function profileAt({ source, profiles }: Analysis, offset: number): Profile {
  const index = source.documents.findLastIndex(({ span }) => span.start <= offset);
  return profiles[Math.max(0, index)] as Profile;
}
