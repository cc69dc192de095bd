import type { Profile, RuleContext } from "../evaluation/profile.ts";
import type { AnyFinding } from "../findings/finding.ts";
import type { Severities } from "../findings/severities.ts";
import type { Format } from "../schema/format.ts";
import type { Standard } from "../standard/standard.ts";
import { parseSource } from "../yaml/parse.ts";
import type { Source } from "../yaml/source.ts";
import type { CheckOptions } from "./check-document.ts";
import { type JudgedPart, judgePart } from "./incremental.ts";

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
  /** What it is put together from. */
  readonly parts: readonly JudgedPart[];
}

const NO_FILES: ReadonlySet<string> = new Set();
const NO_SEVERITIES: Severities = new Map();

/**
 * Reads, checks and judges a text. Pure, synchronous, and total: whatever the text, there is an analysis.
 *
 * @param before the analysis of the text before it was edited: no more than time is saved by it
 */
export function analyze(text: string, { standard, format }: Bundle, options: Options, before?: Analysis): Analysis {
  const { today, classification, missingFiles = NO_FILES, severities = NO_SEVERITIES } = options;
  const terms: CheckOptions = { standard, format, today, classification, missingFiles, severities };
  const source = parseSource(text, before?.source);
  const known = new Map(before?.parts.map((part) => [part.source.reading, part]));
  let count = 0;
  const parts = source.parts.map((part) => {
    const judged = judgePart(part, count, terms, known.get(part.reading));
    count += judged.profiles.length;
    return judged;
  });
  return {
    source,
    standard,
    format,
    today,
    missingFiles,
    profiles: parts.flatMap(({ profiles }) => profiles),
    findings: parts.flatMap(({ findings }) => findings),
    evidenceFiles: [...new Set(parts.flatMap(({ evidenceFiles }) => evidenceFiles))],
    parts,
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
