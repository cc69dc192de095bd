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

/** A fact that nobody stated, and where to state it. */
export interface Unstated {
  readonly path: Path;
  /** Where its value goes, in the place of a null that is written out. */
  readonly span?: Span;
  /** What makes room for it, where there is none; the first stop is where its value goes. */
  readonly edits?: readonly Edit[];
}

/**
 * The facts that the format or the class requires of a profile and nobody stated, in the format's order: of a group of
 * alternatives those of the first that is open. What cannot be written there, for an alias stands in the way, is left out.
 */
export function unstatedFacts(analysis: Analysis, profile: Profile): Unstated[] {
  const { format } = analysis;
  const { root } = profile;
  if (!root) return begun(analysis, profile);
  const paths = new Map<string, Path>();
  for (const path of [...missing(format.root, root, []), ...openFacts(profile)]) paths.set(pointer(path), path);
  return [...paths.values()].sort(inOrderOf(format)).flatMap((path) => placeFor(path, analysis, root) ?? []);
}

/** In a file that states nothing, what every profile begins with. */
function begun({ source, format, profiles }: Analysis, { facts }: Profile): Unstated[] {
  const [name = ""] = format.root.required ?? [];
  return profiles.length === 1 && facts.isWhole ? [{ path: [name], edits: [beginning(source.text, format)] }] : [];
}

/** The next of them in the text behind an offset, or the first of all; undefined where nothing is left. */
export function nextUnstated(analysis: Analysis, profile: Profile, offset: number): Unstated | undefined {
  const at = ({ span, edits }: Unstated) => span?.start ?? edits?.[0]?.span.start ?? 0;
  const inText = unstatedFacts(analysis, profile).sort((a, b) => at(a) - at(b));
  // where the cursor waits for a value, that fact is not the next; what is to be inserted there may be
  return inText.find((fact) => at(fact) > offset || (fact.edits && at(fact) === offset)) ?? inText[0];
}

/** The required keys that have nothing behind them, at any depth that is there. */
function missing(field: Field, node: ValueNode | undefined, path: Path): Path[] {
  return Object.entries(field.properties ?? {}).flatMap(([name, child]) => {
    const value = node && entryOf(node, name)?.value;
    const isRequired = field.required?.includes(name) === true;
    if (child.type !== "object") return isRequired && isUnstated(value) ? [[...path, name]] : [];
    return value || isRequired ? missing(child, value, [...path, name]) : [];
  });
}

/** The facts for want of which a duty cannot be judged. */
function openFacts({ rows, duties }: Profile): Path[] {
  const open = duties.filter(({ status }) => status === "unknown");
  // of a group one is enough: the next is asked for where those before it fail
  const first = open.flatMap(({ row, alternatives }) => {
    const results = (alternatives?.rows ?? [row.no]).map((no) => resultOf(rows, no));
    return results.find(({ status }) => status === "unknown") ?? [];
  });
  return first.flatMap(({ trace }) => {
    const paths = deciders(trace, "unknown").flatMap(openAt);
    // an item to come is asked for only where nothing simpler would settle it
    const stated = paths.filter((path) => path.at(-1) !== APPEND);
    return stated.length > 0 ? stated : paths;
  });
}

/** The path at which a fact is wanted; an item of a list to come, where none of those there is what is looked for. */
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
  if (entry && isPlain) return { path, ...roomBehind(entry, source.text) };
  const item = typeof name === "number" ? nodeAt(root, path) : undefined;
  if (item && isPlain) return { path, ...roomAt(item.span, source.text) };
  const wanted = path.map(String);
  const below = standard.rows
    .flatMap((row) => factsOfRow(row))
    .filter(({ pattern, isOptional }) => !isOptional && isBelow(pattern, wanted));
  const facts = below.length > 0 ? below.map(({ pattern }) => [...wanted, ...pattern.slice(wanted.length)]) : [wanted];
  const edits = insertSkeleton(source, root, skeletonOf(format, facts), format);
  return edits && edits.length > 0 ? { path, edits } : undefined;
}

/** Where a value goes behind a key that has none. */
function roomBehind(entry: Entry, text: string): Omit<Unstated, "path"> {
  if (entry.value.span.end > entry.value.span.start) return { span: entry.value.span };
  const colon = behindColon(text, entry);
  if (colon === entry.key.end) return { edits: [{ span: { start: colon, end: colon }, text: ": ", stops: [2] }] };
  // a comment keeps its distance
  const isCommented = /^[ \t]+#/.test(text.slice(colon, colon + 200));
  return isCommented
    ? { edits: [{ span: { start: colon, end: colon }, text: " ", stops: [1] }] }
    : roomAt({ start: colon, end: colon }, text);
}

/** Where a value goes at a place where nothing stands; a space is put before it where there is none. */
function roomAt({ start, end }: Span, text: string): Omit<Unstated, "path"> {
  if (end > start) return { span: { start, end } };
  if (text[start] === " ") return { span: { start: start + 1, end: start + 1 } };
  if (text[start - 1] === " ") return { span: { start, end } };
  return { edits: [{ span: { start, end }, text: " ", stops: [1] }] };
}

/** Whether a fact lies below a path whose items are named by index, or are to come. */
function isBelow(pattern: Pattern, path: readonly string[]): boolean {
  return pattern.length > path.length && path.every((step, index) => step === pattern[index] || pattern[index] === ANY);
}

/** As the format has its keys, and lists their items. */
function inOrderOf(format: Format): (a: Path, b: Path) => number {
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
