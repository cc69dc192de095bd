import type { Analysis } from "../../core/analysis/analyze.ts";
import type { AnyFinding } from "../../core/findings/finding.ts";
import { parseSource } from "../../core/yaml/parse.ts";
import type { Source } from "../../core/yaml/source.ts";
import { applyEdits, type Edit } from "../edits/edit.ts";

/** In characters: parsing a larger text again for each fix takes too long. */
const MAX_CHARACTERS = 500_000;

/** Whether edits reduce the problems of the finding's kind, and add none of any other kind. */
export function isRepair({ source }: Analysis, { kind }: AnyFinding, edits: readonly Edit[]): boolean {
  const counts = countsBeforeAndAfter(source, edits);
  return counts !== undefined && isFewer(counts) && (counts.after.get(kind) ?? 0) < (counts.before.get(kind) ?? 0);
}

/** Whether edits add no problem of any kind. */
export function addsNoProblem({ source }: Analysis, edits: readonly Edit[]): boolean {
  const counts = countsBeforeAndAfter(source, edits);
  return counts !== undefined && isFewer(counts);
}

type Counts = ReadonlyMap<string, number>;

function countsBeforeAndAfter(source: Source, edits: readonly Edit[]): { before: Counts; after: Counts } | undefined {
  if (source.text.length > MAX_CHARACTERS) return undefined;
  return { before: countsOf(source), after: countsOf(parseSource(applyEdits(source.text, edits))) };
}

/** Whether there are no more problems than before. What only looks like a space may come to light in a value that could not be read. */
function isFewer({ before, after }: { before: Counts; after: Counts }): boolean {
  return [...after].every(([kind, count]) => kind === "yaml.white-space" || count <= (before.get(kind) ?? 0));
}

function countsOf({ documents }: Source): Counts {
  const counts = new Map<string, number>();
  for (const { kind } of documents.flatMap(({ problems }) => problems))
    counts.set(`yaml.${kind}`, (counts.get(`yaml.${kind}`) ?? 0) + 1);
  return counts;
}
