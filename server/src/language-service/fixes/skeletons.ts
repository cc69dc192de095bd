import { contextOf } from "../../core/analysis/analyze.ts";
import { resultOf } from "../../core/evaluation/verdict.ts";
import type { AnyFinding, Reason } from "../../core/findings/finding.ts";
import { placesOf } from "../../core/rules/duties.ts";
import { ANY, factsOfRow, leadsTo } from "../../core/standard/facts.ts";
import type { Row } from "../../core/standard/standard.ts";
import type { Path } from "../../core/yaml/node.ts";
import { insertSkeleton } from "../edits/insert.ts";
import { APPEND, skeletonOf } from "../edits/skeleton.ts";
import { type Fix, type FixContext, type FixRefusal, makeFix, refuse } from "./fix.ts";
import type { FixData, FixKind } from "./fix-data.ts";

/** An explicit key (`?`), or a key with an anchor or a tag: insertion does not handle its column. */
const SPECIAL_KEY = /^\ufeff?[ \t]*(?:-[ \t]+)*(?:\?(?:\s|$)|[&!]\S*[ \t]+[^\s:]+[ \t]*:(?:\s|$))/m;

/** The fix that inserts the keys of facts without values; none if all exist. */
export function adding<K extends FixKind>(
  finding: AnyFinding,
  kind: K,
  data: FixData[K],
  facts: readonly Path[],
  { analysis, profile }: FixContext,
  isPreferred = false,
): readonly (Fix | FixRefusal)[] {
  const { source, format } = analysis;
  if (facts.length === 0 || !profile.root) return [];
  // a key that seems to be missing may be on an unreadable line
  if (!profile.facts.isWhole) return [refuse(finding, kind, data, "broken")];
  const { kind: skeletonKind, entries } = skeletonOf(
    format,
    facts.map((path) => path.map(String)),
  );
  // leave out the other required keys of a profile
  const sections = new Set(facts.map(([section]) => section));
  const skeleton = { kind: skeletonKind, entries: new Map([...entries].filter(([name]) => sections.has(name))) };
  const edits = SPECIAL_KEY.test(source.text) ? undefined : insertSkeleton(source, profile.root, skeleton, format);
  if (!edits) return [refuse(finding, kind, data, "alias")];
  return edits.length === 0 ? [] : [makeFix(finding, kind, data, edits, { isPreferred })];
}

/** The unstated facts that leave a row undecided; if there are none, the facts of a missing item. */
export function openFacts(row: Row, { analysis, profile }: FixContext): Path[] {
  const places = placesOf(resultOf(profile.rows, row.no), "unknown", contextOf(analysis, profile));
  const at = (state: Reason["state"], step: typeof ANY | typeof APPEND) =>
    places.flatMap(({ path, reason }) => (reason.state === state ? factsBelow(row, path, step) : []));
  const unstated = at("unstated", ANY);
  return unstated.length > 0 ? unstated : at("lacking", APPEND);
}

/** The facts of a row below a path; `step` stands for the items of a missing list. */
export function factsBelow(row: Row, path: Path, step: typeof ANY | typeof APPEND): Path[] {
  const needed = factsOfRow(row).filter(({ pattern, isOptional }) => !isOptional && leadsTo(path, pattern));
  const below = needed.map(({ pattern }) => {
    const [first, ...rest] = pattern.slice(path.length);
    return [...path, ...(first === undefined ? [] : [first === ANY ? step : first]), ...rest];
  });
  return below.length > 0 ? below : [path];
}
