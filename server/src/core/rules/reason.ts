import { passes } from "../evaluation/predicate.ts";
import type { RuleContext } from "../evaluation/profile.ts";
import type { Decider, LeafTrace } from "../evaluation/trace.ts";
import type { Reason, Related } from "../findings/finding.ts";
import { type Field, fieldAt, namingKeyOf, standingOf, vocabularyOf } from "../schema/format.ts";
import type { Bilingual } from "../standard/text.ts";
import { shorten } from "../text/shorten.ts";
import { keyOf, placeOf } from "../yaml/location.ts";
import { entryOf, nodeAt, type Path, pointer, type Span, type ValueNode } from "../yaml/node.ts";

/** A place that decides, with the reason and where it is marked. */
export interface Placed {
  readonly path: Path;
  readonly span: Span;
  readonly reason: Reason;
}

/** Says of a deciding leaf or list what it is, and where. */
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
    open: "invalid",
    unstated: "unstated",
    invalid: "invalid",
  } as const;
  const state = states[trace.reason];
  const value = state === "unstated" || !node || node.kind === "map" ? undefined : written(node, text);
  // what is said of a fact that is not as it must be says nothing of one that is
  const failing = trace.reason === "not" || trace.reason === "unclear" ? trace.reason : "is";
  const why = trace.reason === "is" ? undefined : trace.leaf.why?.[failing];
  const note = state === "unstated" || state === "invalid" ? undefined : (why ?? standing(context, path, node));
  return {
    path,
    span,
    reason: { ...subjectOf(path, context), state, ...(value === undefined ? {} : { value }), ...(note ? { note } : {}) },
  };
}

/** What a value is called, or on which list it stands, where that says more than the value. */
function standing({ format }: RuleContext, path: Path, node: ValueNode | undefined): Bilingual | undefined {
  const vocabulary = vocabularyOf(format, fieldAt(format, path));
  const value = node?.kind === "scalar" ? node.value : undefined;
  const said = vocabulary && typeof value === "string" ? standingOf(vocabulary, value) : undefined;
  return said && said.ja !== value ? said : undefined;
}

/** Where one item of a list decides, it is that item that is marked, not the list. */
function itemThatDecides({ path, leaf, reason }: LeafTrace, { profile, today }: RuleContext): Path {
  const contains = reason === "not" ? leaf.not?.contains : reason === "unclear" ? leaf.unclear?.contains : undefined;
  const list = nodeAt(profile.root, path);
  if (!contains || list?.kind !== "list") return path;
  const index = list.items.findIndex((item, index) => passes(contains, item, [...path, index], profile.facts, today) === true);
  return index < 0 ? path : [...path, index];
}

function placeList(trace: Extract<Decider, { kind: "every" | "some" }>, context: RuleContext): Placed {
  const { profile } = context;
  const stated = trace.reason === "stated";
  const span = stated ? keyOf(profile.root, trace.path, profile.anchor) : placeOf(profile.root, trace.path, profile.anchor);
  const state = stated ? "lacking" : trace.reason === "invalid" ? "invalid" : "unstated";
  const note = stated ? trace.some?.why : undefined;
  return { path: trace.path, span, reason: { ...subjectOf(trace.path, context), state, ...(note ? { note } : {}) } };
}

/** What a path is called: the fact, and the item or section it belongs to where that is needed to tell it apart. */
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
  // sections say nothing that the fact's own title does not; what stands deeper is one of several alike
  const of = parent.length > 1 ? fieldAt(format, parent)?.title : undefined;
  return { fact, ...(of ? { of } : {}), path: dotted };
}

/** 保存先「日次バックアップ」, or by its number where it has no name. */
function itemName(item: ValueNode | undefined, index: number, field: Field | undefined): Bilingual {
  const title = field?.title ?? { ja: "項目", en: "item" };
  const naming = field && namingKeyOf(field);
  const node = naming === undefined ? undefined : entryOf(item, naming)?.value;
  const name = node?.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
  if (name === undefined) return { ja: `${title.ja}（${index + 1}件目）`, en: `${title.en} ${index + 1}` };
  const short = shorten(name);
  return { ja: `${title.ja}「${short}」`, en: `${title.en} “${short}”` };
}

/** The place as one beside a finding's own. */
export function related({ path, span, reason }: Placed): Related {
  return { path, span, reason };
}

/** The pointer of an item of a list that a path goes through; undefined where it goes through none. */
export function itemOf(path: Path, lists: readonly Path[]): string | undefined {
  const list = lists.find((list) => path.length > list.length && list.every((step, index) => path[index] === step));
  return list && pointer(path.slice(0, list.length + 1));
}

/** A value as it is written; a list by its items. */
function written(node: ValueNode, text: string): string {
  const source = ({ span, ...node }: ValueNode) => {
    const written = text.slice(span.start, span.end);
    // of text in a block, the text
    return node.kind === "scalar" && /^[|>]/.test(written) ? String(node.value).trim() : written;
  };
  return shorten(node.kind === "list" && node.items.length > 0 ? node.items.map(source).join(", ") : source(node));
}
