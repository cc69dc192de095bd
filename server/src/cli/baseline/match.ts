import { diffArrays } from "diff";
import type { Analysis } from "../../core/analysis/analyze.ts";
import type { FileResult } from "../../core/analysis/file-result.ts";
import type { AnyFinding } from "../../core/findings/finding.ts";
import { type Field, type Format, propertyOf } from "../../core/schema/format.ts";
import { pointer } from "../../core/yaml/node.ts";
import { profileKey } from "../fingerprint.ts";
import { relativePath } from "../formats/relative.ts";
import { type Baseline, type BaselineFinding, shapeOf } from "./read.ts";

/** A file without the findings that are in a baseline, and how many those are. */
export function withoutKnown(
  file: FileResult,
  baseline: Baseline,
  fingerprintOf: (finding: AnyFinding) => string,
): { file: FileResult; known: number } {
  if ("error" in file) return { file, known: 0 };
  const { analysis, path } = file;
  const known = new Set(
    baseline.by === "places"
      ? knownByPlace(analysis, baseline.known.get(relativePath(path)) ?? [])
      : analysis.findings.filter((finding) => baseline.known.has(fingerprintOf(finding))),
  );
  const findings = analysis.findings.filter((finding) => !known.has(finding));
  return { file: { path, analysis: { ...analysis, findings } }, known: known.size };
}

/**
 * The findings that a JSON document also has. Each of its findings pairs with at most one, in three passes: the same path but for
 * list indices and the same columns, in the same order; the same in any order; the same path with any columns, for a changed value.
 */
function knownByPlace({ source, profiles, findings, format }: Analysis, earlier: readonly BaselineFinding[]): AnyFinding[] {
  const keys = profiles.map(profileKey);
  const findingOf = new Map<BaselineFinding, AnyFinding>();
  for (const finding of findings) {
    const shape = shapeOf(source.lines.range(finding.span));
    findingOf.set({ profile: keys[finding.profile] ?? "", code: finding.code, path: pointer(finding.path), shape }, finding);
  }
  const byShape = ({ profile, code, path, shape }: BaselineFinding) =>
    JSON.stringify([profile, code, withoutIndices(path, format), shape]);
  const byPath = ({ profile, code, path }: BaselineFinding) => JSON.stringify([profile, code, path]);
  let unpaired: Unpaired = { before: earlier, now: [...findingOf.keys()] };
  for (const pair of [inOrder(byShape), inAnyOrder(byShape), inAnyOrder(byPath)]) unpaired = pair(unpaired);
  const fresh = new Set(unpaired.now);
  return [...findingOf].flatMap(([found, finding]) => (fresh.has(found) ? [] : [finding]));
}

/** The findings that have no counterpart yet. */
interface Unpaired {
  readonly before: readonly BaselineFinding[];
  readonly now: readonly BaselineFinding[];
}

/** Edits beyond which two lists have no order in common, and comparing them takes too long. */
const MAX_EDITS = 2000;

/** Pairs findings of the same key that come in the same order. */
function inOrder(keyOf: (found: BaselineFinding) => string): (all: Unpaired) => Unpaired {
  return ({ before, now }) => {
    // time grows with the square of the edits
    const parts = diffArrays(before.map(keyOf), now.map(keyOf), { maxEditLength: MAX_EDITS });
    if (!parts) return { before, now };
    let [old, fresh] = [0, 0];
    const rest: { before: BaselineFinding[]; now: BaselineFinding[] } = { before: [], now: [] };
    for (const { added, removed, count } of parts) {
      if (removed) rest.before.push(...before.slice(old, old + count));
      if (added) rest.now.push(...now.slice(fresh, fresh + count));
      if (!added) old += count;
      if (!removed) fresh += count;
    }
    return rest;
  };
}

/** Pairs findings of the same key, wherever they are. */
function inAnyOrder(keyOf: (found: BaselineFinding) => string): (all: Unpaired) => Unpaired {
  return ({ before, now }) => {
    const waiting = grouped(before, keyOf);
    const rest = now.filter((found) => !waiting.get(keyOf(found))?.shift());
    return { before: [...waiting.values()].flat(), now: rest };
  };
}

function grouped(all: readonly BaselineFinding[], keyOf: (found: BaselineFinding) => string): Map<string, BaselineFinding[]> {
  const groups = new Map<string, BaselineFinding[]>();
  for (const found of all) {
    const key = keyOf(found);
    const group = groups.get(key);
    if (group) group.push(found);
    else groups.set(key, [found]);
  }
  return groups;
}

/** A pointer with `*` for every index of a list. */
function withoutIndices(path: string, format: Format): string {
  let field: Field | undefined = format.root;
  const steps = path.split("/").slice(1);
  return steps
    .map((step) => {
      const isItem: boolean = field?.type === "array";
      field = isItem ? field?.items : field && propertyOf(field, step);
      return isItem ? "*" : step;
    })
    .join("/");
}
