import { CompletionItemKind } from "vscode-languageserver";
import { type Field, type Format, fieldAt, standingOf, type Vocabulary, vocabularyOf } from "../../core/schema/format.ts";
import { ANY, factsOfRow, rowsOn } from "../../core/standard/facts.ts";
import type { Standard } from "../../core/standard/standard.ts";
import type { Bilingual } from "../../core/standard/text.ts";
import type { Path, ValueNode } from "../../core/yaml/node.ts";
import { editorMessages } from "../messages/index.ts";
import type { EditorMessages } from "../messages/types.ts";
import type { CompletionContext, CompletionSlot } from "./context.ts";
import type { CompletionChoice } from "./item.ts";
import { newItem, section } from "./keys.ts";

/** Of a list longer than this only the beginning is seen: what the standard itself names comes first. */
const LONG = 20;

/** The values that may stand at a place. */
export function values(place: CompletionSlot, context: CompletionContext): CompletionChoice[] {
  const { field, path } = place;
  if (place.kind === "item") return field.items?.type === "object" ? items(place, context) : members(place, context);
  if (field.type === "object") return section(place, context);
  if (field.type !== "array") return scalars(field, path, context).map((choice) => quoted(choice, place, field));
  const none = noItems(place, context);
  if (field.items?.type === "object") return [...newItem(place, context), ...none];
  const each = scalars(field.items, [...path, 0], context).map(
    (choice): CompletionChoice => ({ ...choice, text: `[${choice.text}]`, stops: [choice.text.length + 1] }),
  );
  // behind a long list it would not be seen
  const first = each.length > LONG ? 1 : each.length;
  return [...each.slice(0, first), ...none, ...each.slice(first)];
}

/** A new item where nothing of it stands yet. */
function items(place: CompletionSlot, context: CompletionContext): CompletionChoice[] {
  const { node, span, needsDash } = place;
  const own = needsDash ? undefined : ownItem(node, span.start, context.offset);
  return own && own.kind !== "scalar" ? [] : newItem(place, context);
}

/** The values that a list does not hold yet. */
function members(place: CompletionSlot, context: CompletionContext): CompletionChoice[] {
  const { field, path, node, names, span, needsDash } = place;
  const own = needsDash ? undefined : ownItem(node, span.start, context.offset);
  const others = node?.kind === "list" ? node.items.filter((item) => item !== own) : [];
  const used = new Set<unknown>([...names, ...others.map((item) => (item.kind === "scalar" ? item.value : undefined))]);
  return scalars(field.items, [...path, 0], context)
    .filter(({ value }) => !used.has(value))
    .map((choice) => quoted(choice, place, field.items))
    .map((choice) => (needsDash ? { ...choice, text: `- ${choice.text}` } : choice));
}

/** The item that the word is, or is in. */
function ownItem(node: ValueNode | undefined, start: number, offset: number): ValueNode | undefined {
  return node?.kind === "list" ? node.items.find(({ span }) => span.start >= start && span.start <= offset) : undefined;
}

/** `[]`, where it states something. */
function noItems({ path, field }: CompletionSlot, { view }: CompletionContext): CompletionChoice[] {
  const { standard } = view.analysis;
  const description = field.description;
  if (field.minItems !== undefined || !description || rowsOn(standard, path).length === 0) return [];
  const says = (text: string) => text.match(/(?<![^。.])[^。.]*\[\][^。.]*[。.]?/)?.[0].trim() ?? text;
  return [
    {
      label: "[]",
      kind: CompletionItemKind.Value,
      title: { ja: says(description.ja), en: says(description.en) },
      text: "[]",
      path,
    },
  ];
}

/** The values that a field may have, where they are known. */
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
    const answer = (value: boolean) => bothOf((language) => language.explanation.boolean(value));
    return [true, false].map((value) => ({
      ...choice(String(value), answer(value)),
      detail: completion.answer(field.title[view.language], value),
    }));
  }
  if (field.format === "date") {
    const title = bothOf((language) => language.completion.today);
    return isDayOfDoing(path) ? [choice(today, title, CompletionItemKind.Value)] : [];
  }
  const vocabulary = vocabularyOf(format, field);
  if (!vocabulary) return [];
  return known(vocabulary, format, standard).map(({ value, title }) => ({ ...choice(value, title), text: plainScalar(value) }));
}

/** In quotes where they were opened and the value is a text. */
function quoted(choice: CompletionChoice, { typed }: CompletionSlot, field: Field | undefined): CompletionChoice {
  const quote = /^["']/.exec(typed)?.[0];
  if (quote === undefined || field?.type !== "string") return choice;
  return { ...choice, text: `${quote}${choice.value}${quote}` };
}

/** The day on which something was done may well be today; one until which something holds never is. */
function isDayOfDoing(path: Path): boolean {
  return ["date", "collected"].includes(String(path.at(-1)));
}

/** Older readers of YAML take some words for something else: NO, the country, for false. */
function plainScalar(value: string): string {
  return /^(y|n|yes|no|on|off|true|false|null|~|[\d.+-]+)$/i.test(value) ? JSON.stringify(value) : value;
}

/** Words in both languages. */
function bothOf(say: (language: EditorMessages) => string): Bilingual {
  return { ja: say(editorMessages.ja), en: say(editorMessages.en) };
}

interface Known {
  readonly value: string;
  readonly title: Bilingual;
}

const lists = new WeakMap<Vocabulary, readonly Known[]>();

/** The values of a vocabulary with what they are called, the usual first. */
function known(vocabulary: Vocabulary, format: Format, standard: Standard): readonly Known[] {
  const before = lists.get(vocabulary);
  if (before) return before;
  const { compound, values } = vocabulary;
  const own = Object.keys(values);
  const named = own.length > LONG ? namedBy(standard, format, vocabulary) : [];
  const all = new Set([
    ...named.filter((value) => own.includes(value)),
    ...(compound?.recommended ?? []),
    ...(compound?.names ?? []),
    ...own,
  ]);
  const list = [...all].map((value) => ({ value, title: standingOf(vocabulary, value) ?? { ja: value, en: value } }));
  lists.set(vocabulary, list);
  return list;
}

/** The single values that the standard asks of facts of a vocabulary. */
function namedBy({ rows }: Standard, format: Format, vocabulary: Vocabulary): string[] {
  return rows.flatMap(factsOfRow).flatMap(({ pattern, leaves }) => {
    const path = pattern.map((step) => (step === ANY ? 0 : step));
    if (vocabularyOf(format, fieldAt(format, path)) !== vocabulary) return [];
    return leaves.flatMap(({ is }) => (typeof is.const === "string" ? [is.const] : []));
  });
}
