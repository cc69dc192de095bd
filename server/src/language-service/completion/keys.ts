import { CompletionItemKind } from "vscode-languageserver";
import { type Field, type Format, keysOf, propertyOf, vocabularyOf } from "../../core/schema/format.ts";
import { matches } from "../../core/schema/pattern.ts";
import { leadsTo } from "../../core/standard/facts.ts";
import { alternativesOf, obligationOf, type Standard } from "../../core/standard/standard.ts";
import { type Entry, isUnstated, type Path, type ValueNode } from "../../core/yaml/node.ts";
import {
  APPEND,
  inner,
  type Rendered,
  renderBlock,
  renderEntries,
  renderFlow,
  renderItem,
  type Skeleton,
  skeletonOf,
  writtenKey,
} from "../edits/skeleton.ts";
import { eolOf } from "../edits/target.ts";
import type { CompletionContext } from "./context.ts";
import type { CompletionChoice } from "./item.ts";
import type { CompletionSlot } from "./slot.ts";

/** The keys that a mapping lacks: first those that the class needs, each with a skeleton of what it needs below. */
export function keys(slot: CompletionSlot, context: CompletionContext): CompletionChoice[] {
  const { path, field, node, names, span } = slot;
  const { required = [] } = field;
  const entries = node?.kind === "map" ? node.entries : [];
  const own = entries.find(({ key }) => key.start === span.start);
  const present = new Set([...names, ...entries.flatMap((entry) => (entry === own ? [] : [entry.name]))]);
  const isNeeded = needed(slot, context);
  const absent = inOrder(field, context).filter((name) => !present.has(name));
  const first = absent.filter((name) => required.includes(name) || isNeeded(name));
  const others = absent.filter((name) => !first.includes(name));
  return [...first, ...others].flatMap((name): CompletionChoice[] => {
    const below = propertyOf(field, name);
    if (!below) return [];
    if (own && !mayBecome(own, name, slot, context)) return [];
    return [
      {
        label: name,
        kind: below.type === "object" ? CompletionItemKind.Module : CompletionItemKind.Property,
        title: below.title,
        ...keyText(name, below, slot, context, own !== undefined && !isUnstated(own.value)),
        isNext: name === first[0],
        path: [...path, name],
        // row numbers are quoted; they match with or without the quote
        word: writtenKey(name),
      },
    ];
  });
}

/** Whether an existing key may be renamed without turning its value into another fact. */
function mayBecome(
  { name: now, value }: Entry,
  name: string,
  { field, hasColon }: CompletionSlot,
  { view }: CompletionContext,
): boolean {
  if (isUnstated(value)) return true;
  if (propertyOf(field, now)) return now === name && !hasColon;
  const below = propertyOf(field, name);
  return below !== undefined && canHold(view.analysis.format, below, value);
}

/** A section as the value of its key, on the lines below. */
export function section(slot: CompletionSlot, context: CompletionContext): CompletionChoice[] {
  const { path, field, isFlow, column } = slot;
  const { view, indentation } = context;
  const skeleton = skeletonAt(path, context);
  if (skeleton.kind !== "map") return [];
  const [first = ""] = skeleton.entries.keys();
  const eol = eolOf(view.analysis.source.text);
  const rendered = isFlow ? renderFlow(skeleton) : renderBlock(skeleton, column, eol, indentation);
  return [{ label: `${first} …`, kind: CompletionItemKind.Snippet, title: field.title, ...rendered, isBelow: !isFlow, path }];
}

/** A new item of a list of mappings. */
export function newItem(slot: CompletionSlot, context: CompletionContext): CompletionChoice[] {
  const { path, field, isFlow, column, needsDash, kind } = slot;
  const { view, indentation } = context;
  const eol = eolOf(view.analysis.source.text);
  const { items } = field;
  const skeleton = skeletonAt([...path, APPEND], context);
  if (!items || skeleton.kind !== "map") return [];
  const isBelow = kind === "value" && !isFlow;
  let rendered: Rendered;
  if (isBelow) rendered = renderBlock({ kind: "list", items: new Map([[APPEND, skeleton]]) }, column, eol, indentation);
  else if (!isFlow && needsDash) rendered = renderItem(skeleton, column, eol, indentation);
  else if (!isFlow) rendered = renderEntries(skeleton.entries, columnOf(slot, context), eol, indentation);
  else if (kind === "value") rendered = renderFlow({ kind: "list", items: new Map([[APPEND, skeleton]]) });
  else rendered = renderFlow(skeleton);
  const [first = ""] = skeleton.entries.keys();
  return [
    {
      label: `- ${first} …`,
      word: first,
      kind: CompletionItemKind.Snippet,
      title: items.title,
      ...rendered,
      isBelow,
      isNext: true,
      path,
    },
  ];
}

/** The column in which the keys of an item begin that has its dash. */
function columnOf({ span, lead }: CompletionSlot, { view }: CompletionContext): number {
  return view.analysis.source.lines.position(span.start).character + lead.length;
}

/** The keys in the order of the format, with the rows that the class asks for first. */
function inOrder(field: Field, { view, profile }: CompletionContext): readonly string[] {
  const names = keysOf(field);
  const { standard } = view.analysis;
  const classification = profile?.classification;
  if (!classification) return names;
  const asked = names.filter((name) => isAsked(standard, name, classification));
  return [...asked, ...names.filter((name) => !asked.includes(name))];
}

/** Whether a row number is one that the class requires, recommends or accepts as an alternative. */
function isAsked(standard: Standard, no: string, classification: string): boolean {
  const row = standard.rows.find((row) => row.no === no);
  const obligation = row && obligationOf(row, classification);
  return ["required", "recommended"].includes(obligation ?? "") || alternativesOf(standard, no, classification) !== undefined;
}

/** Returns a test of whether the class needs something at or below a key. */
function needed({ path }: CompletionSlot, context: CompletionContext): (name: string) => boolean {
  const patterns = context.needed.filter((pattern) => leadsTo(path, pattern));
  return (name) => patterns.some((pattern) => pattern[path.length] === name);
}

/** A key with its colon and a skeleton of its value. */
function keyText(name: string, field: Field, slot: CompletionSlot, context: CompletionContext, hasValue: boolean): Rendered {
  const written = writtenKey(name);
  if (slot.hasColon) return { text: written, stops: [] };
  if (hasValue) return { text: `${written}:`, stops: [] };
  const skeleton = skeletonAt([...slot.path, name], context);
  const entries = new Map([[name, skeleton]]);
  if (slot.isFlow) return inner(renderFlow({ kind: "map", entries }));
  const { view, indentation } = context;
  const eol = eolOf(view.analysis.source.text);
  if (field.type !== "object" || skeleton.kind !== "hole") return renderEntries(entries, slot.column, eol, indentation);
  const text = `${written}:${eol}${" ".repeat(slot.column + indentation.section)}`;
  return { text, stops: [text.length] };
}

/** The skeleton at a path: what the format requires and what the class needs. */
function skeletonAt(path: Path, context: CompletionContext): Skeleton {
  const { format } = context.view.analysis;
  const numbered = path.map((step) => (step === APPEND ? 0 : step));
  const steps = path.map((step) => (typeof step === "number" ? APPEND : step));
  const facts = context.needed
    .filter((pattern) => leadsTo(numbered, pattern))
    .map((pattern) => [...steps, ...pattern.slice(path.length)]);
  let skeleton: Skeleton = skeletonOf(format, [steps, ...facts]);
  for (const step of steps) {
    const below: Skeleton | undefined =
      skeleton.kind === "map" ? skeleton.entries.get(step) : skeleton.kind === "list" ? skeleton.items.get(step) : undefined;
    if (!below) return { kind: "hole" };
    skeleton = below;
  }
  return skeleton;
}

/** Whether a value is valid for a field. */
export function canHold(format: Format, field: Field, node: ValueNode): boolean {
  if (isUnstated(node)) return true;
  if (node.kind === "list") {
    const { items } = field;
    return (
      items !== undefined &&
      node.items.length >= (field.minItems ?? 0) &&
      node.items.every((item) => canHold(format, items, item))
    );
  }
  if (node.kind === "map") {
    const { required = [], type } = field;
    return (
      type === "object" &&
      required.every((name) => node.entries.some((entry) => entry.name === name)) &&
      node.entries.every(({ name, value }) => {
        const below = propertyOf(field, name);
        return name.startsWith("x-") || (below !== undefined && canHold(format, below, value));
      })
    );
  }
  const { value } = node;
  if (field.const !== undefined) return value === field.const;
  if (field.type === "integer") return typeof value === "number";
  if (field.type !== typeof value || field.format) return false;
  const vocabulary = vocabularyOf(format, field);
  if (!vocabulary || typeof value !== "string") return field.type === "boolean" || value !== "";
  return (
    Object.hasOwn(vocabulary.values, value) || (vocabulary.compound !== undefined && matches(vocabulary.compound.pattern, value))
  );
}
