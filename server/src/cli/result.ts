import type { Analysis } from "../core/analyze.ts";
import type { Verdict } from "../core/evaluate/judge.ts";
import type { AnyFinding, Kind } from "../core/findings/finding.ts";
import type { LanguageId } from "../core/messages/language.ts";

/** One input, judged, or why it could not be. */
export type FileResult =
  | { readonly path: string; readonly analysis: Analysis }
  | { readonly path: string; readonly error: string };

/** What `check` found, for the output formats. */
export interface CheckResult {
  readonly asOf: string;
  readonly language: LanguageId;
  /** With the findings that are to be shown; verdicts and counts are those of all. */
  readonly files: readonly FileResult[];
  /** How many findings are not shown, for a baseline has them; null where there is no baseline. */
  readonly known: number | null;
  /** By what the exit status was decided, in words; null where it was by the verdicts, or an input could not be read. */
  readonly decided: string | null;
  /** What a finding is known by from one run to the next. */
  readonly fingerprintOf: (finding: AnyFinding) => string;
}

/** How many profiles have each verdict. */
export function countVerdicts(files: readonly FileResult[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { conforming: 0, nonconforming: 0, undetermined: 0, "not-applicable": 0, invalid: 0 };
  for (const file of files) if ("analysis" in file) for (const { verdict } of file.analysis.profiles) counts[verdict]++;
  return counts;
}

/** 0 every profile conforming or not applicable; 1 some is not; 2 an input could not be read. */
export function exitStatus(files: readonly FileResult[]): 0 | 1 | 2 {
  if (files.some((file) => "error" in file)) return 2;
  const { nonconforming, undetermined, invalid } = countVerdicts(files);
  return nonconforming + undetermined + invalid > 0 ? 1 : 0;
}

/** The kinds of findings that say of a duty that it is not met. */
const OF_DUTIES: ReadonlySet<Kind> = new Set<Kind>(["unmet", "unstated", "exception"]);

/**
 * Whether a finding stands in the way of conforming: a profile conforms, or is not applicable, exactly if it has none that does.
 * That is a matter of its kind, for how grave a finding is shown may be configured.
 */
export function isInTheWay({ kind }: AnyFinding): boolean {
  return OF_DUTIES.has(kind) || kind.startsWith("schema.") || kind.startsWith("yaml.");
}
