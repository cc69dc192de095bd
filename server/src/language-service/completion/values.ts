import { CompletionItemKind } from "vscode-languageserver";
import { type Field, type Format, fieldAt, standingOf, type Vocabulary, vocabularyOf } from "../../core/schema/format.ts";
import { ANY, factsOfRow, rowsOn } from "../../core/standard/facts.ts";
import type { Standard } from "../../core/standard/standard.ts";
import type { Bilingual } from "../../core/standard/text.ts";
import type { Path, ValueNode } from "../../core/yaml/node.ts";
import { editorMessages } from "../messages/index.ts";
import type { EditorMessages } from "../messages/types.ts";
import type { CompletionContext } from "./context.ts";
import type { CompletionChoice } from "./item.ts";
import { newItem, section } from "./keys.ts";
import type { CompletionSlot } from "./slot.ts";

/** Users see only the start of a list longer than this, so the values that the standard names come first. */
const MAX_VISIBLE = 20;

/** The values that fit a slot. */
export function values(slot: CompletionSlot, context: CompletionContext): CompletionChoice[] {
  const { field, path } = slot;
  if (slot.kind === "item") return field.items?.type === "object" ? items(slot, context) : members(slot, context);
  if (field.type === "object") return section(slot, context);
  if (field.type !== "array") return scalars(field, path, context).map((choice) => quoted(choice, slot, field));
  const none = noItems(slot, context);
  if (field.items?.type === "object") return [...newItem(slot, context), ...none];
  const each = scalars(field.items, [...path, 0], context).map(
    (choice): CompletionChoice => ({ ...choice, text: `[${choice.text}]`, stops: [choice.text.length + 1] }),
  );
  // after a long list it would not be seen
  const first = each.length > MAX_VISIBLE ? 1 : each.length;
  return [...each.slice(0, first), ...none, ...each.slice(first)];
}

/** A new mapping, unless the item already has a value. */
function items(slot: CompletionSlot, context: CompletionContext): CompletionChoice[] {
  const { node, span, needsDash } = slot;
  const own = needsDash ? undefined : ownItem(node, span.start, context.offset);
  return own && own.kind !== "scalar" ? [] : newItem(slot, context);
}

/** The values that a list lacks. */
function members(slot: CompletionSlot, context: CompletionContext): CompletionChoice[] {
  const { field, path, node, names, span, needsDash } = slot;
  const own = needsDash ? undefined : ownItem(node, span.start, context.offset);
  const others = node?.kind === "list" ? node.items.filter((item) => item !== own) : [];
  const used = new Set<unknown>([...names, ...others.map((item) => (item.kind === "scalar" ? item.value : undefined))]);
  return scalars(field.items, [...path, 0], context)
    .filter(({ value }) => !used.has(value))
    .map((choice) => quoted(choice, slot, field.items))
    .map((choice) => (needsDash ? { ...choice, text: `- ${choice.text}` } : choice));
}

/** The list's item that the cursor is in. */
function ownItem(node: ValueNode | undefined, start: number, offset: number): ValueNode | undefined {
  return node?.kind === "list" ? node.items.find(({ span }) => span.start >= start && span.start <= offset) : undefined;
}

/** `[]`, if an empty list states a fact. */
function noItems({ path, field }: CompletionSlot, { view }: CompletionContext): CompletionChoice[] {
  const { standard } = view.analysis;
  const description = field.description;
  if (field.minItems !== undefined || !description || rowsOn(standard, path).length === 0) return [];
  const sentenceOn = (text: string) => text.match(/(?<![^。.])[^。.]*\[\][^。.]*[。.]?/)?.[0].trim() ?? text;
  return [
    {
      label: "[]",
      kind: CompletionItemKind.Value,
      title: { ja: sentenceOn(description.ja), en: sentenceOn(description.en) },
      text: "[]",
      path,
    },
  ];
}

/** The values of a field with a known set of values. */
function scalars(field: Field | undefined, path: Path, { view }: CompletionContext): CompletionChoice[] {
  if (!field) return [];
  const { format, standard, today } = view.analysis;
  const { completion } = editorMessages[view.language];
  const choice = (
    value: string,
    title: Bilingual,
    kind: CompletionItemKind = CompletionItemKind.EnumMember,
  ): CompletionChoice => ({
    label: value,
    value,
    text: value,
    title,
    kind,
    path,
  });
  if (field.const !== undefined) return [choice(String(field.const), field.title, CompletionItemKind.Value)];
  if (field.type === "boolean") {
    const answer = (value: boolean) => bothOf((messages) => messages.explanation.boolean(value));
    return [true, false].map((value) => ({
      ...choice(String(value), answer(value)),
      detail: completion.answer(field.title[view.language], value),
    }));
  }
  if (field.format === "date") {
    const title = bothOf((messages) => messages.completion.today);
    return isDayOfDoing(path) ? [choice(today, title, CompletionItemKind.Value)] : [];
  }
  const vocabulary = vocabularyOf(format, field);
  if (!vocabulary) return [];
  return valuesOf(vocabulary, format, standard).map(({ value, title }) => ({
    ...choice(value, title),
    text: plainScalar(value),
  }));
}

/** Closes the quotes that the user has opened around a string. */
function quoted(choice: CompletionChoice, { typed }: CompletionSlot, field: Field | undefined): CompletionChoice {
  const quote = /^["']/.exec(typed)?.[0];
  if (quote === undefined || field?.type !== "string") return choice;
  return { ...choice, text: `${quote}${choice.value}${quote}` };
}

/** Whether a date says when something was done, which may be today; an expiry date never is. */
function isDayOfDoing(path: Path): boolean {
  return ["date", "collected"].includes(String(path.at(-1)));
}

/** YAML 1.1 readers take some words for other types: NO, the country, for false. */
function plainScalar(value: string): string {
  return /^(y|n|yes|no|on|off|true|false|null|~|[\d.+-]+)$/i.test(value) ? JSON.stringify(value) : value;
}

/** A message in both languages. */
function bothOf(messageIn: (messages: EditorMessages) => string): Bilingual {
  return { ja: messageIn(editorMessages.ja), en: messageIn(editorMessages.en) };
}

interface NamedValue {
  readonly value: string;
  readonly title: Bilingual;
}

const cache = new WeakMap<Vocabulary, readonly NamedValue[]>();

/** The values of a vocabulary with their titles, the most likely first. Cached. */
function valuesOf(vocabulary: Vocabulary, format: Format, standard: Standard): readonly NamedValue[] {
  const cached = cache.get(vocabulary);
  if (cached) return cached;
  const { compound, values } = vocabulary;
  const own = Object.keys(values);
  const named = own.length > MAX_VISIBLE ? namedBy(standard, format, vocabulary) : [];
  const all = new Set([
    ...named.filter((value) => own.includes(value)),
    ...(compound?.recommended ?? []),
    ...(compound?.names ?? []),
    ...own,
  ]);
  const list = [...all].map((value) => ({ value, title: standingOf(vocabulary, value) ?? { ja: value, en: value } }));
  cache.set(vocabulary, list);
  return list;
}

/** The values of a vocabulary that the standard itself requires of some fact. */
function namedBy({ rows }: Standard, format: Format, vocabulary: Vocabulary): string[] {
  return rows.flatMap(factsOfRow).flatMap(({ pattern, leaves }) => {
    const path = pattern.map((step) => (step === ANY ? 0 : step));
    if (vocabularyOf(format, fieldAt(format, path)) !== vocabulary) return [];
    return leaves.flatMap(({ is }) => (typeof is.const === "string" ? [is.const] : []));
  });
}
