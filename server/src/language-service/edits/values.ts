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
const LONG = 20;
/** In a longer list, values without a meaning of their own share one line. */
const MANY = 8;
const ENOUGH = 3;

/** The possible values of a field: all of a short vocabulary, examples of a long one. */
export function valuesOf(field: Field, path: Path, bundle: Bundle, language: LanguageId): AllowedValues {
  const words = newProfileMessages[language];
  const one = (line: string): AllowedValues => ({ line, terms: [], several: "" });
  if (field.const !== undefined) return one("");
  if (field.type === "boolean") return one(words.boolean);
  if (field.type === "integer") return one(words.integer);
  if (field.format === "date") return one(words.date);
  if (field.type === "array" && field.items) {
    const { line, terms } = valuesOf(field.items, [...path, 0], bundle, language);
    const examples = examplesOf(field.items, path, bundle).slice(0, 2);
    return { line, terms, several: words.several(examples.length === 0 ? undefined : `[${examples.join(", ")}]`) };
  }
  const vocabulary = vocabularyOf(bundle.format, field);
  if (!vocabulary) return one(words.text);
  if (isLong(vocabulary)) return one(ofLong(vocabulary, examplesOf(field, path, bundle), language));
  const isClass = field.vocabulary === "classes";
  const terms = Object.keys(vocabulary.values).map(
    (value) => [value, meaningOf(value, vocabulary, isClass, bundle, language)] as const,
  );
  // in a short list each value gets its own line
  const plain = terms.length > MANY ? terms.filter(([, text]) => text === "") : [];
  return {
    line: words.values(plain.map(([value]) => value)),
    terms: terms.filter((term) => !plain.includes(term)),
    several: "",
  };
}

function isLong({ compound, values }: Vocabulary): boolean {
  return compound !== undefined || Object.keys(values).length > LONG;
}

function ofLong({ title, values }: Vocabulary, examples: readonly string[], language: LanguageId): string {
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
  const all = Object.keys(vocabulary.values);
  if (vocabulary.compound) return vocabulary.compound.recommended.slice(0, ENOUGH);
  if (!isLong(vocabulary)) return all.slice(0, ENOUGH);
  const named = [...new Set(namedAt(standard, path))].filter((value) => Object.hasOwn(vocabulary.values, value));
  return (named.length > 0 ? named : all).slice(0, ENOUGH);
}

/** The values that requirements compare a path with. */
function namedAt(standard: Standard, path: Path): string[] {
  const keys = (steps: Path) => steps.filter((step) => typeof step === "string" && step !== ANY).join(".");
  const facts = rowsDecidedAt(standard, path).flatMap(factsOfRow);
  return facts
    .filter(({ pattern }) => keys(pattern) === keys(path))
    .flatMap(({ leaves }) => leaves.flatMap(({ is }) => named(is)));
}

function named({ const: only, enum: several = [], anyOf = [], allOf = [] }: Test): string[] {
  return [...(only === undefined ? [] : [String(only)]), ...several, ...[...anyOf, ...allOf].flatMap(named)];
}

/** The meaning of a value: its title if that differs from the value, and the first sentence of its description. */
function meaningOf(value: string, vocabulary: Vocabulary, isClass: boolean, { standard }: Bundle, language: LanguageId): string {
  const { [language]: title = value, description } = vocabulary.values[value] ?? {};
  const examples = isClass ? standard.classes[value]?.examples[language] : undefined;
  const said =
    examples === undefined ? firstSentence(description?.[language] ?? "") : editorMessages[language].hover.examples(examples);
  return newProfileMessages[language].meaning(isSame(title, value) ? "" : title, said);
}

function isSame(title: string, value: string): boolean {
  return title.replaceAll(" ", "") === value.replaceAll(" ", "");
}

function firstSentence(text: string): string {
  return /^.+?(?:。|\.(?=\s+\p{Lu}|$))/su.exec(text)?.[0] ?? text;
}
