import { type Field, type Format, type Vocabulary, vocabularyOf } from "../core/schema/format.ts";
import { readList, readScalar, type Scalar, saysNone } from "../core/schema/reading.ts";
import type { LanguageId } from "../messages/language.ts";
import type { AnswerKind } from "./answer-kind.ts";
import { type Content, shown, standing } from "./content.ts";
import { questionnaireMessages } from "./messages/questionnaire.ts";
import type { QuestionnaireMessages } from "./messages/questionnaire-messages.ts";

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

/** Reads a cell as the answer to a field with one value; undefined if it is not clearly one. Never guesses. */
export function readAnswer(format: Format, field: Field, content: Content): Scalar | undefined {
  switch (content.kind) {
    case "text":
      return readScalar(format, field, shown(standing(content)));
    case "number":
      // other numbers may have been typed as a date, a percentage or a number with too many digits
      return Number.isSafeInteger(content.number) && content.number >= 0
        ? readScalar(format, field, String(content.number))
        : undefined;
    case "boolean":
      return field.type === "boolean" ? content.value : undefined;
    case "date":
      return field.format === "date" ? content.day : undefined;
    default:
      return undefined;
  }
}

/** Reads a cell as items of a list: one or several, or none if it says that there are none. Undefined if it is not clearly any. */
export function readItems(format: Format, list: Field, content: Content): readonly Scalar[] | undefined {
  if (content.kind === "text") return readList(format, list, shown(standing(content)));
  const item = list.items && readAnswer(format, list.items, content);
  return item === undefined ? undefined : [item];
}

/** Whether a cell states that a list is empty. */
export function deniesItems(format: Format, list: Field, content: Content): boolean {
  return content.kind === "text" && saysNone(format, list, shown(standing(content)));
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
