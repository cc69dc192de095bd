import { type Field, type Format, meantBy, type Vocabulary, vocabularyOf } from "../core/schema/format.ts";
import { isCorporateNumber, isDate } from "../core/schema/formats.ts";
import { meantValue } from "../core/schema/meant.ts";
import { normalize } from "../core/schema/normalize.ts";
import { matches } from "../core/schema/pattern.ts";
import type { LanguageId } from "../messages/language.ts";
import type { AnswerKind } from "./answer-kind.ts";
import { questionnaireMessages } from "./messages/questionnaire.ts";
import type { QuestionnaireMessages } from "./messages/questionnaire-messages.ts";

/** The content of a cell. */
export type Content =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** `day` is YYYY-MM-DD; undefined if the cell displays less than a day, or more. */
  | { readonly kind: "date"; readonly day: string | undefined; readonly shown: string }
  | { readonly kind: "formula"; readonly formula: string; readonly shown: string }
  | { readonly kind: "error"; readonly shown: string };

/** The value of a fact. */
export type Value = string | number | boolean;

/** What Excel allows in a cell, in UTF-16 units. */
const MAX_CELL_LENGTH = 32_767;

/** In longer vocabularies, titles come with their codes, and users may type a name instead of searching the list. */
const MAX_SHORT_VOCABULARY = 30;

/** How a vendor answers a field. */
export function kindOf(format: Format, field: Field): AnswerKind {
  const vocabulary = vocabularyOf(format, field);
  if (vocabulary?.compound) return "open-choice";
  if (vocabulary) return isLong(vocabulary) ? "long-choice" : "choice";
  if (field.type === "boolean" || field.type === "integer") return field.type;
  if (field.format === "date" || field.format === "corporate-number") return field.format;
  return "text";
}

/** The answers to choose from, in order; empty if any text is allowed. */
export function choicesOf(
  format: Format,
  field: Field,
  messages: QuestionnaireMessages,
  language: LanguageId,
): readonly string[] {
  const vocabulary = vocabularyOf(format, field);
  if (field.type === "boolean") return [messages.yes, messages.no];
  if (!vocabulary) return [];
  const values = Object.keys(vocabulary.values).map((value) => label(vocabulary, value, language));
  return [...(vocabulary.compound?.recommended ?? []), ...values];
}

/** The text of a value in its cell; undefined if reading that text would not return the same value. */
export function written(format: Format, field: Field, value: unknown, language: LanguageId): string | undefined {
  const text = textOf(format, field, value, language);
  if (text === undefined || !isKept(text)) return undefined;
  return readAnswer(format, field, { kind: "text", text }) === value ? text : undefined;
}

function textOf(format: Format, field: Field, value: unknown, language: LanguageId): string | undefined {
  if (typeof value === "boolean") return value ? questionnaireMessages[language].yes : questionnaireMessages[language].no;
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return undefined;
  const vocabulary = vocabularyOf(format, field);
  return vocabulary && Object.hasOwn(vocabulary.values, value) ? label(vocabulary, value, language) : value;
}

/** Whether a cell returns a text unchanged. */
export function isKept(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern looks for them
  return text.length <= MAX_CELL_LENGTH && !/[\x00-\x09\x0b-\x1f\ufffe\uffff]|\p{Cs}|_x[0-9a-f]{4}_/iu.test(text);
}

/** Reads a cell as the answer to a field; undefined if it is not clearly one. Never guesses. */
export function readAnswer(format: Format, field: Field, content: Content): Value | undefined {
  switch (content.kind) {
    case "text":
      return readText(format, field, content.text.trim());
    case "number":
      // other numbers may have been typed as a date, a percentage or a number with too many digits
      return Number.isSafeInteger(content.number) && content.number >= 0
        ? readText(format, field, String(content.number))
        : undefined;
    case "boolean":
      return field.type === "boolean" ? content.value : undefined;
    case "date":
      return field.format === "date" ? content.day : undefined;
    default:
      return undefined;
  }
}

function readText(format: Format, field: Field, text: string): Value | undefined {
  const vocabulary = vocabularyOf(format, field);
  if (vocabulary) return readChoice(vocabulary, text);
  const meant = meantValue(format, field, text, text) ?? text;
  switch (field.type) {
    case "boolean":
      return readBoolean(meant);
    case "integer":
      return /^\d{1,9}$/.test(meant) ? Number(meant) : undefined;
    case "string": {
      if (field.format === "date") return isDate(meant) ? meant : undefined;
      if (field.format !== "corporate-number") return text;
      const digits = meant.replaceAll('"', "");
      return isCorporateNumber(digits) ? digits : undefined;
    }
    default:
      return undefined;
  }
}

function readBoolean(text: string): boolean | undefined {
  const normal = normalize(text);
  for (const { yes, no } of Object.values(questionnaireMessages)) {
    if (normal === normalize(yes)) return true;
    if (normal === normalize(no)) return false;
  }
  return normal === "true" ? true : normal === "false" ? false : undefined;
}

function readChoice(vocabulary: Vocabulary, text: string): string | undefined {
  const byLabel = labelsOf(vocabulary).get(normalize(text));
  if (byLabel !== undefined) return byLabel;
  if (Object.hasOwn(vocabulary.values, text)) return text;
  if (vocabulary.compound && matches(vocabulary.compound.pattern, text)) return text;
  return meantBy(vocabulary, text);
}

function isLong({ values }: Vocabulary): boolean {
  return Object.keys(values).length > MAX_SHORT_VOCABULARY;
}

/** A value's title, with its code in long vocabularies: 日本（JP）. */
function label(vocabulary: Vocabulary, value: string, language: LanguageId): string {
  const title = vocabulary.values[value]?.[language] ?? value;
  if (!isLong(vocabulary) || title === value) return title;
  return language === "ja" ? `${title}（${value}）` : `${title} (${value})`;
}

const labels = new WeakMap<Vocabulary, ReadonlyMap<string, string | undefined>>();

/** The values by label and title in every language; undefined for a text that two values share. */
function labelsOf(vocabulary: Vocabulary): ReadonlyMap<string, string | undefined> {
  const cached = labels.get(vocabulary);
  if (cached) return cached;
  const values = new Map<string, string | undefined>();
  for (const [value, { ja, en }] of Object.entries(vocabulary.values)) {
    const texts = new Set([label(vocabulary, value, "ja"), label(vocabulary, value, "en"), ja, en].map(normalize));
    for (const text of texts) values.set(text, values.has(text) ? undefined : value);
  }
  labels.set(vocabulary, values);
  return values;
}

/** Whether a cell states that a list is empty. */
export function saysNone(format: Format, field: Field, content: Content): boolean {
  if (content.kind !== "text" || field.type !== "array" || field.minItems) return false;
  const normal = normalize(content.text);
  if (normal === "[]" || Object.values(questionnaireMessages).some(({ none }) => normalize(none) === normal)) return true;
  // in a list of free text, these words could be an item
  const isChosen =
    field.items !== undefined && (field.items.type === "object" || vocabularyOf(format, field.items) !== undefined);
  return isChosen && NONE.has(normal) && readAnswer(format, field.items as Field, content) === undefined;
}

const NONE: ReadonlySet<string> = new Set(["ない", "なし", "無し", "無", "none"]);
