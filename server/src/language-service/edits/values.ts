import type { Bundle } from "../../core/analysis/analyze.ts";
import { type Field, type Vocabulary, vocabularyOf } from "../../core/schema/format.ts";
import type { Test } from "../../core/standard/condition.ts";
import { ANY, factsOfRow, rowsDecidedAt } from "../../core/standard/facts.ts";
import type { Standard } from "../../core/standard/standard.ts";
import type { Path } from "../../core/yaml/node.ts";
import type { LanguageId } from "../../messages/language.ts";
import { editorMessages } from "../messages/index.ts";
import { newProfileMessages } from "../messages/new-profile.ts";

/** The possible values of a key, as text for comments. */
export interface AllowedValues {
  /** Empty if there is nothing to explain. */
  readonly line: string;
  /** The values that need explaining, each with its meaning. */
  readonly terms: readonly (readonly [value: string, text: string])[];
  /** How to write several values; empty if the key takes only one. */
  readonly several: string;
}

/** A longer vocabulary is described by examples. */
const MAX_LISTED = 20;
/** In a longer list, values without a meaning of their own share one line. */
const MAX_ONE_PER_LINE = 8;
const MAX_EXAMPLES = 3;

/** The possible values of a field: all of a short vocabulary, examples of a long one. */
export function valuesOf(field: Field, path: Path, bundle: Bundle, language: LanguageId): AllowedValues {
  const messages = newProfileMessages[language];
  const onlyLine = (line: string): AllowedValues => ({ line, terms: [], several: "" });
  if (field.const !== undefined) return onlyLine("");
  if (field.type === "boolean") return onlyLine(messages.boolean);
  if (field.type === "integer") return onlyLine(messages.integer);
  if (field.format === "date") return onlyLine(messages.date);
  if (field.type === "array" && field.items) {
    const { line, terms } = valuesOf(field.items, [...path, 0], bundle, language);
    const examples = examplesOf(field.items, path, bundle).slice(0, 2);
    return { line, terms, several: messages.several(examples.length === 0 ? undefined : `[${examples.join(", ")}]`) };
  }
  const vocabulary = vocabularyOf(bundle.format, field);
  if (!vocabulary) return onlyLine(messages.text);
  if (isLong(vocabulary)) return onlyLine(describeByExamples(vocabulary, examplesOf(field, path, bundle), language));
  const isClass = field.vocabulary === "classes";
  const terms = Object.keys(vocabulary.values).map(
    (value) => [value, meaningOf(value, vocabulary, isClass, bundle, language)] as const,
  );
  // in a short list each value gets its own line
  const plain = terms.length > MAX_ONE_PER_LINE ? terms.filter(([, text]) => text === "") : [];
  return {
    line: messages.values(plain.map(([value]) => value)),
    terms: terms.filter((term) => !plain.includes(term)),
    several: "",
  };
}

function isLong({ compound, values }: Vocabulary): boolean {
  return compound !== undefined || Object.keys(values).length > MAX_LISTED;
}

function describeByExamples({ title, values }: Vocabulary, examples: readonly string[], language: LanguageId): string {
  const { valuesOf, value } = newProfileMessages[language];
  const shown = examples.map((example) => {
    const name = Object.hasOwn(values, example) ? values[example]?.[language] : undefined;
    return name === undefined ? example : value(example, name);
  });
  return valuesOf(title[language], shown);
}

/** Examples of a field's values: those that requirements name, or else the first ones. */
function examplesOf(field: Field, path: Path, { standard, format }: Bundle): readonly string[] {
  const vocabulary = vocabularyOf(format, field);
  if (!vocabulary) return [];
  const allValues = Object.keys(vocabulary.values);
  if (vocabulary.compound) return vocabulary.compound.recommended.slice(0, MAX_EXAMPLES);
  if (!isLong(vocabulary)) return allValues.slice(0, MAX_EXAMPLES);
  const named = [...new Set(valuesComparedAt(standard, path))].filter((value) => Object.hasOwn(vocabulary.values, value));
  return (named.length > 0 ? named : allValues).slice(0, MAX_EXAMPLES);
}

/** The values that requirements compare a path with. */
function valuesComparedAt(standard: Standard, path: Path): string[] {
  const keys = (steps: Path) => steps.filter((step) => typeof step === "string" && step !== ANY).join(".");
  const facts = rowsDecidedAt(standard, path).flatMap(factsOfRow);
  return facts
    .filter(({ pattern }) => keys(pattern) === keys(path))
    .flatMap(({ leaves }) => leaves.flatMap(({ is }) => valuesIn(is)));
}

function valuesIn({ const: only, enum: several = [], anyOf = [], allOf = [] }: Test): string[] {
  return [...(only === undefined ? [] : [String(only)]), ...several, ...[...anyOf, ...allOf].flatMap(valuesIn)];
}

/** The meaning of a value: its title if that differs from the value, and the first sentence of its description. */
function meaningOf(value: string, vocabulary: Vocabulary, isClass: boolean, { standard }: Bundle, language: LanguageId): string {
  const { [language]: title = value, description } = vocabulary.values[value] ?? {};
  const examples = isClass ? standard.classes[value]?.examples[language] : undefined;
  const sentence =
    examples === undefined ? firstSentence(description?.[language] ?? "") : editorMessages[language].hover.examples(examples);
  return newProfileMessages[language].meaning(isSame(title, value) ? "" : title, sentence);
}

function isSame(title: string, value: string): boolean {
  return title.replaceAll(" ", "") === value.replaceAll(" ", "");
}

function firstSentence(text: string): string {
  return /^.+?(?:。|\.(?=\s+\p{Lu}|$))/su.exec(text)?.[0] ?? text;
}
