import { passes } from "../evaluation/predicate.ts";
import type { RuleContext } from "../evaluation/profile.ts";
import type { Decider, LeafTrace } from "../evaluation/trace.ts";
import type { Reason, Related } from "../findings/finding.ts";
import { type Field, fieldAt, namingKeyOf, openOf, standingOf, vocabularyOf } from "../schema/format.ts";
import type { Bilingual } from "../standard/text.ts";
import { shorten } from "../text/shorten.ts";
import { keyOf, placeOf } from "../yaml/location.ts";
import { entryOf, nodeAt, type Path, pointer, type Span, type ValueNode } from "../yaml/node.ts";

/** A deciding place with its span and reason. */
export interface Placed {
  readonly path: Path;
  readonly span: Span;
  readonly reason: Reason;
}

/** The place and the reason of a deciding trace. */
export function placeDecider(decider: Decider, context: RuleContext): Placed {
  return decider.kind === "leaf" ? placeLeaf(decider, context) : placeList(decider, context);
}

function placeLeaf(trace: LeafTrace, context: RuleContext): Placed {
  const { profile, text } = context;
  const path = itemThatDecides(trace, context);
  const node = nodeAt(profile.root, path);
  const span = placeOf(profile.root, path, profile.anchor);
  const states = {
    is: "other",
    not: "fails",
    fails: "fails",
    unclear: "unclear",
    unstated: "unstated",
    invalid: "invalid",
  } as const;
  const state = states[trace.reason];
  const value = state === "unstated" || !node || node.kind === "map" ? undefined : written(node, text);
  const remark = remarkOf(trace);
  const isRead = state !== "unstated" && state !== "invalid";
  const remarks = isRead ? remarksOn(node, remark, path, context) : remark ? { note: remark } : {};
  const subject = state === "unstated" ? subjectOfItem(path, context) : subjectOf(path, context);
  return { path, span, reason: { ...subject, state, ...(value === undefined ? {} : { value }), ...remarks } };
}

/** What a leaf itself says about the reason. It explains failures only, so a passing fact gets no explanation from it. */
function remarkOf({ leaf, reason }: LeafTrace): Bilingual | undefined {
  if (reason === "is" || reason === "invalid") return undefined;
  return leaf.why?.[reason === "fails" ? "is" : reason];
}

/** The title or standing of a value where it says more than the value itself, and a remark on it, if only on what it leaves open. */
function remarksOn(
  node: ValueNode | undefined,
  remark: Bilingual | undefined,
  path: Path,
  { format }: RuleContext,
): Pick<Reason, "title" | "note"> {
  const vocabulary = vocabularyOf(format, fieldAt(format, path));
  const value = node?.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
  if (!vocabulary || value === undefined) return remark ? { note: remark } : {};
  const title = standingOf(vocabulary, value);
  const note = remark ?? openOf(vocabulary, value);
  return { ...(title && title.ja !== value ? { title } : {}), ...(note ? { note } : {}) };
}

/** The path of the list item that decides a leaf, so that the item is marked and not the list; else the leaf's path. */
function itemThatDecides({ path, leaf, reason }: LeafTrace, { profile, today }: RuleContext): Path {
  const contains = reason === "not" ? leaf.not?.contains : reason === "unclear" ? leaf.unclear?.contains : undefined;
  const list = nodeAt(profile.root, path);
  if (!contains || list?.kind !== "list") return path;
  const index = list.items.findIndex((item, index) => passes(contains, item, [...path, index], profile.facts, today) === true);
  return index < 0 ? path : [...path, index];
}

function placeList(trace: Extract<Decider, { kind: "every" | "some" }>, context: RuleContext): Placed {
  const { profile } = context;
  const isStated = trace.reason === "stated";
  const span = isStated ? keyOf(profile.root, trace.path, profile.anchor) : placeOf(profile.root, trace.path, profile.anchor);
  const state = isStated ? "lacking" : trace.reason === "invalid" ? "invalid" : "unstated";
  const note = isStated ? trace.some?.why : undefined;
  return { path: trace.path, span, reason: { ...subjectOf(trace.path, context), state, ...(note ? { note } : {}) } };
}

/** The title of the fact at a path, and of the item or section it belongs to where other facts have the same title. */
export function subjectOf(
  path: Path,
  { profile, format }: Pick<RuleContext, "profile" | "format">,
): Pick<Reason, "fact" | "of" | "path"> {
  const dotted = path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );
  const named = path.length > 0 && typeof path[path.length - 1] === "number" ? path.slice(0, -1) : path;
  const fact = fieldAt(format, named)?.title ?? { ja: dotted, en: dotted };
  const parent = named.slice(0, -1);
  const last = parent[parent.length - 1];
  if (typeof last === "number")
    return { fact, of: itemName(nodeAt(profile.root, parent), last, fieldAt(format, parent)), path: dotted };
  // a fact's own title implies its top-level section; deeper mappings are one of several alike
  const of = parent.length > 1 ? fieldAt(format, parent)?.title : undefined;
  return { fact, ...(of ? { of } : {}), path: dotted };
}

/** The same, with the number of a list item, which no value identifies. */
function subjectOfItem(path: Path, context: RuleContext): ReturnType<typeof subjectOf> {
  const subject = subjectOf(path, context);
  const step = path[path.length - 1];
  return typeof step === "number" ? { ...subject, fact: numbered(subject.fact, step) } : subject;
}

/** The name of a list item, e.g. 保存先「日次バックアップ」; by its number where it has no name. */
function itemName(item: ValueNode | undefined, index: number, field: Field | undefined): Bilingual {
  const title = field?.title ?? { ja: "項目", en: "item" };
  const namingKey = field && namingKeyOf(field);
  const node = namingKey === undefined ? undefined : entryOf(item, namingKey)?.value;
  const name = node?.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
  if (name === undefined) return numbered(title, index);
  const short = shorten(name);
  return { ja: `${title.ja}「${short}」`, en: `${title.en} “${short}”` };
}

function numbered({ ja, en }: Bilingual, index: number): Bilingual {
  return { ja: `${ja}（${index + 1}件目）`, en: `${en} ${index + 1}` };
}

/** A deciding place as a related place of a finding. */
export function related({ path, span, reason }: Placed): Related {
  return { path, span, reason };
}

/** The pointer of the list item that a path goes through; undefined where it goes through none of the lists. */
export function itemOf(path: Path, lists: readonly Path[]): string | undefined {
  const list = lists.find((list) => path.length > list.length && list.every((step, index) => path[index] === step));
  return list && pointer(path.slice(0, list.length + 1));
}

/** The source of a value, shortened; of a list, that of its items. */
function written(node: ValueNode, text: string): string {
  const source = ({ span }: ValueNode) => shorten(text.slice(span.start, span.end));
  return shorten(node.kind === "list" && node.items.length > 0 ? node.items.map(source).join(", ") : source(node));
}
