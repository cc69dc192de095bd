import { type Analysis, analyze, type Bundle, type Options } from "../../core/analysis/analyze.ts";
import { applyEdits, type Edit, isOverlapping } from "../edits/edit.ts";
import { firstIndex } from "../first-index.ts";
import { type Fix, isFix } from "./fix.ts";
import type { FixKind } from "./fix-data.ts";
import { fixesOf } from "./index.ts";

/** A fix that was applied. */
export interface Applied {
  readonly code: string;
  readonly fix: FixKind;
  /** The line in the original text, 0-based. */
  readonly line: number;
}

/** Rounds, because a fix may reveal a finding that another one fixes. */
const MAX_ROUNDS = 100;
/** Fixes to try one by one if no number of them improves the text together. */
const MAX_TRIALS = 50;

/** Applies automatic fixes until none is left. Each round must reduce the findings, or it is not applied. */
export function fixAll(text: string, bundle: Bundle, options: Options): { text: string; applied: readonly Applied[] } {
  const applied: Applied[] = [];
  let analysis = analyze(text, bundle, options);
  let origin = (offset: number) => offset;
  const { lines } = analysis.source;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const automatic = withoutConflicts(analysis.findings.flatMap((finding) => automaticOf(analysis, finding)));
    const attempts = [...halvings(automatic), ...automatic.slice(1, MAX_TRIALS).map((fix) => [fix])];
    const improvement = firstImprovement(analysis, attempts, bundle, options);
    if (!improvement) break;
    for (const { finding, kind } of improvement.fixes) {
      applied.push({ code: finding.code, fix: kind, line: lines.position(origin(finding.span.start)).line });
    }
    const [previousOrigin, edits] = [origin, improvement.fixes.flatMap(({ edits }) => edits)];
    origin = (offset) => previousOrigin(offsetBefore(offset, edits));
    analysis = improvement.analysis;
  }
  return { text: analysis.source.text, applied };
}

/** The automatic or preferred fixes of all findings of one code, without those that conflict with an earlier one. */
export function fixesOfCode(analysis: Analysis, code: string): Fix[] {
  const findings = analysis.findings.filter((finding) => finding.code === code);
  return withoutConflicts(
    findings.flatMap((finding) => {
      const fixes = fixesOf(analysis, finding).filter(isFix);
      return fixes.find(({ isAutomatic }) => isAutomatic) ?? fixes.find(({ isPreferred }) => isPreferred) ?? [];
    }),
  );
}

/** The edits of all these fixes. */
export function fixAllOf(analysis: Analysis, code: string): Edit[] {
  return fixesOfCode(analysis, code).flatMap(({ edits }) => edits);
}

function automaticOf(analysis: Analysis, finding: Analysis["findings"][number]): Fix[] {
  // only violations of YAML or the schema are fixed without asking
  if (!/^(?:yaml|schema)\./.test(finding.kind)) return [];
  return fixesOf(analysis, finding)
    .filter(isFix)
    .filter(({ isAutomatic }) => isAutomatic)
    .slice(0, 1);
}

/** The fixes that do not conflict; of two that do, the earlier one. */
function withoutConflicts(fixes: readonly Fix[]): Fix[] {
  const chosen: Fix[] = [];
  /** The edits of the chosen fixes, sorted by start. */
  const edits: Edit[] = [];
  for (const fix of fixes) {
    if (isOverlapping(fix.edits) || fix.edits.some((edit) => isTaken(edit, edits))) continue;
    chosen.push(fix);
    for (const edit of fix.edits) edits.splice(firstAfter(edits, edit.span.start), 0, edit);
  }
  return chosen;
}

/** Whether an edit conflicts with others, which are sorted by start and do not overlap. */
function isTaken(edit: Edit, others: readonly Edit[]): boolean {
  for (let index = firstAfter(others, edit.span.end) - 1; index >= 0; index--) {
    const other = others[index] as Edit;
    if (isConflict(edit, other)) return true;
    // of the edits that start earlier, only the nearest can overlap
    const next = others[index - 1];
    if (other.span.start < edit.span.start && next && next.span.start < other.span.start) return false;
  }
  return false;
}

/** The index of the first edit that starts after an offset. */
function firstAfter(edits: readonly Edit[], offset: number): number {
  return firstIndex(edits, ({ span }) => span.start > offset);
}

/** Whether two edits overlap or are equal: an error behind an alias has one finding for each use. */
function isConflict(a: Edit, b: Edit): boolean {
  const isSame = a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
  return isSame || (a.span.start < b.span.end && b.span.start < a.span.end);
}

/** All fixes, the first half of them, and so on to the first alone. */
function halvings(fixes: readonly Fix[]): (readonly Fix[])[] {
  return fixes.length > 1 ? [fixes, ...halvings(fixes.slice(0, fixes.length / 2))] : [fixes];
}

/** The first set of fixes that improves the analysis, with the analysis after it. */
function firstImprovement(analysis: Analysis, attempts: readonly (readonly Fix[])[], bundle: Bundle, options: Options) {
  for (const fixes of attempts) {
    if (fixes.length === 0) continue;
    const edits = fixes.flatMap(({ edits }) => edits);
    const after = analyze(applyEdits(analysis.source.text, edits), bundle, options, analysis);
    if (isBetter(faultCounts(after), faultCounts(analysis))) return { fixes, analysis: after };
  }
  return undefined;
}

/**
 * Counts of findings, the ones that hide others first: broken lines, what only looks like a space, sections that are read as texts,
 * unknown keys, invalid values, repeated values.
 */
function faultCounts({ findings }: Analysis): number[] {
  const count = (kind: RegExp) => findings.filter((finding) => kind.test(finding.kind)).length;
  return [
    count(/^yaml\.(?!white-space)/),
    count(/^yaml\.white-space$/),
    findings.filter(({ kind, data }) => kind === "schema.type" && "expected" in data && data.expected === "object").length,
    count(/^schema\.unknown-key$/),
    count(/^schema\.(?!unknown-key|duplicate)/),
    count(/^schema\.duplicate$/),
  ];
}

function isBetter(after: readonly number[], before: readonly number[]): boolean {
  const index = after.findIndex((count, index) => count !== before[index]);
  return index >= 0 && (after[index] as number) < (before[index] as number);
}

/** Maps an offset after edits back to the offset before them. */
function offsetBefore(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { span, text } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const start = span.start + shift;
    if (start > offset) break;
    if (offset < start + text.length) return span.start;
    shift += text.length - (span.end - span.start);
  }
  return offset - shift;
}
