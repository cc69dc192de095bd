import type { Analysis } from "../../core/analysis/analyze.ts";
import type { Profile } from "../../core/evaluation/profile.ts";
import { type Decider, deciders } from "../../core/evaluation/trace.ts";
import { resultOf } from "../../core/evaluation/verdict.ts";
import { type Field, type Format, fieldAt, keysOf } from "../../core/schema/format.ts";
import { ANY, factsOfRow, type Pattern } from "../../core/standard/facts.ts";
import {
  behindColon,
  type Entry,
  entryOf,
  isUnstated,
  nodeAt,
  type Path,
  pointer,
  type Span,
  type ValueNode,
} from "../../core/yaml/node.ts";
import { beginning } from "./begin.ts";
import type { Edit } from "./edit.ts";
import { insertSkeleton } from "./insert.ts";
import { APPEND, skeletonOf } from "./skeleton.ts";

/** A fact that is not stated, and where to state it: `span` or `edits`. */
export interface Unstated {
  readonly path: Path;
  /** The span that the value replaces: empty, or an explicit null. */
  readonly span?: Span;
  /** The edits that insert its key; the value goes at the first stop. */
  readonly edits?: readonly Edit[];
}

/**
 * The facts that the format or the class requires and the profile does not state, in the format's order. Of a group of
 * alternatives, only the facts of the first undecided row. Leaves out facts that cannot be inserted because their parent is an
 * alias.
 */
export function unstatedFacts(analysis: Analysis, profile: Profile): Unstated[] {
  const { format } = analysis;
  const { root } = profile;
  if (!root) return beginningOf(analysis, profile);
  const paths = new Map<string, Path>();
  for (const path of [...missingKeys(format.root, root, []), ...openFacts(profile)]) paths.set(pointer(path), path);
  return [...paths.values()].sort(compareByFormat(format)).flatMap((path) => placeFor(path, analysis, root) ?? []);
}

/** For a profile without content: the keys that every profile has, if the file has no other document. */
function beginningOf({ source, format, profiles }: Analysis, { facts }: Profile): Unstated[] {
  const [name = ""] = format.root.required ?? [];
  return profiles.length === 1 && facts.isWhole ? [{ path: [name], edits: [beginning(source.text, format)] }] : [];
}

/** The first unstated fact after an offset, wrapping around to the start; undefined if all are stated. */
export function nextUnstated(analysis: Analysis, profile: Profile, offset: number): Unstated | undefined {
  const offsetOf = ({ span, edits }: Unstated) => span?.start ?? edits?.[0]?.span.start ?? 0;
  const inText = unstatedFacts(analysis, profile).sort((a, b) => offsetOf(a) - offsetOf(b));
  // the cursor may already be where a value goes: skip that fact, but not a key still to be inserted there
  return inText.find((fact) => offsetOf(fact) > offset || (fact.edits && offsetOf(fact) === offset)) ?? inText[0];
}

/** The required keys without a value, in every section that exists or is itself required. */
function missingKeys(field: Field, node: ValueNode | undefined, path: Path): Path[] {
  return Object.entries(field.properties ?? {}).flatMap(([name, child]) => {
    const value = node && entryOf(node, name)?.value;
    const isRequired = field.required?.includes(name) === true;
    if (child.type !== "object") return isRequired && isUnstated(value) ? [[...path, name]] : [];
    return value || isRequired ? missingKeys(child, value, [...path, name]) : [];
  });
}

/** The unstated facts that leave a duty undecided. */
function openFacts({ rows, duties }: Profile): Path[] {
  const open = duties.filter(({ status }) => status === "unknown");
  // one row of a group is enough: use the first undecided one
  const first = open.flatMap(({ row, alternatives }) => {
    const results = (alternatives?.rows ?? [row.no]).map((no) => resultOf(rows, no));
    return results.find(({ status }) => status === "unknown") ?? [];
  });
  return first.flatMap(({ trace }) => {
    const paths = deciders(trace, "unknown").flatMap(openAt);
    // suggest a new item only if no existing fact can decide the row
    const stated = paths.filter((path) => path.at(-1) !== APPEND);
    return stated.length > 0 ? stated : paths;
  });
}

/** The path of the fact to state: the decider's own, or a new item if no existing item satisfies the condition. */
function openAt({ kind, path, reason }: Decider): Path[] {
  if (reason === "unstated") return [path];
  return kind === "some" && reason === "stated" ? [[...path, APPEND]] : [];
}

function placeFor(path: Path, { source, format, standard }: Analysis, root: ValueNode): Unstated | undefined {
  const name = path.at(-1);
  const parent = nodeAt(root, path.slice(0, -1));
  const entry = typeof name === "string" ? entryOf(parent, name) : undefined;
  const field = fieldAt(format, path);
  const isPlain = field?.type !== "object" && field?.items?.type !== "object";
  if (entry && isPlain) return { path, ...placeBehind(entry, source.text) };
  const item = typeof name === "number" ? nodeAt(root, path) : undefined;
  if (item && isPlain) return { path, ...placeAt(item.span, source.text) };
  const steps = path.map(String);
  const below = standard.rows
    .flatMap((row) => factsOfRow(row))
    .filter(({ pattern, isOptional }) => !isOptional && isBelow(pattern, steps));
  const facts = below.length > 0 ? below.map(({ pattern }) => [...steps, ...pattern.slice(steps.length)]) : [steps];
  const edits = insertSkeleton(source, root, skeletonOf(format, facts), format);
  return edits && edits.length > 0 ? { path, edits } : undefined;
}

/** Where to write the value of a key that has none. */
function placeBehind(entry: Entry, text: string): Omit<Unstated, "path"> {
  if (entry.value.span.end > entry.value.span.start) return { span: entry.value.span };
  const colon = behindColon(text, entry);
  if (colon === entry.key.end) return { edits: [{ span: { start: colon, end: colon }, text: ": ", stops: [2] }] };
  // keep the space before a comment
  const isCommented = /^[ \t]+#/.test(text.slice(colon, colon + 200));
  return isCommented
    ? { edits: [{ span: { start: colon, end: colon }, text: " ", stops: [1] }] }
    : placeAt({ start: colon, end: colon }, text);
}

/** Where to write a value at an empty span; adds a space before it if there is none. */
function placeAt({ start, end }: Span, text: string): Omit<Unstated, "path"> {
  if (end > start) return { span: { start, end } };
  if (text[start] === " ") return { span: { start: start + 1, end: start + 1 } };
  if (text[start - 1] === " ") return { span: { start, end } };
  return { edits: [{ span: { start, end }, text: " ", stops: [1] }] };
}

/** Whether a pattern leads to a fact below a path; ANY in the pattern matches any index and APPEND. */
function isBelow(pattern: Pattern, path: readonly string[]): boolean {
  return pattern.length > path.length && path.every((step, index) => step === pattern[index] || pattern[index] === ANY);
}

/** Compares paths by the format's order of keys, and by the index of items. */
function compareByFormat(format: Format): (a: Path, b: Path) => number {
  const ranks = (path: Path) =>
    path.map((step, index) => {
      if (typeof step === "number") return step;
      const field = fieldAt(format, path.slice(0, index));
      const rank = field ? keysOf(field).indexOf(step) : -1;
      return rank < 0 ? Number.MAX_SAFE_INTEGER : rank;
    });
  return (a, b) => {
    const [left, right] = [ranks(a), ranks(b)];
    const differing = left.findIndex((rank, index) => rank !== right[index]);
    return differing < 0 ? left.length - right.length : (left[differing] as number) - (right[differing] ?? -1);
  };
}
