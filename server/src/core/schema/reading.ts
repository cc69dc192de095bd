import { dayIn } from "./day.ts";
import { type Field, type Format, type Vocabulary, vocabularyOf } from "./format.ts";
import { isCorporateNumber } from "./formats.ts";
import { itemsIn } from "./items.ts";
import { halfWidth, normalize } from "./normalize.ts";
import { meantBy } from "./notation.ts";

/** The value of a fact that is no list or section. */
export type Scalar = string | number | boolean;

/**
 * The value that a text states as the answer to a field. Undefined unless it can be read in one way only: a form asks people who
 * know no codes, so a word that is also a code, such as “no”, is not taken for the code.
 */
export function readScalar(format: Format, field: Field, text: string): Scalar | undefined {
  switch (field.type) {
    case "boolean":
      return TRUTH[meantIn(format.vocabularies.booleans, text) ?? ""];
    case "integer":
      return readCount(field, text);
    case "string":
      return readText(format, field, text);
    default:
      return undefined;
  }
}

/** The items that a text states as the answer to a list of scalars: none for a word such as なし. */
export function readList(format: Format, list: Field, text: string): readonly Scalar[] | undefined {
  const { items } = list;
  const found = items && itemsIn(text, (item) => readScalar(format, items, item));
  if (found) return list.uniqueItems ? [...new Set(found)] : found;
  return saysNone(format, list, text) ? [] : undefined;
}

/** Whether a text states that a list has no items, and the list may be empty. */
export function saysNone({ vocabularies }: Format, { type, minItems }: Field, text: string): boolean {
  return type === "array" && !minItems && meantIn(vocabularies.absences, text) === "none";
}

/** A value without the edition of its standard, and the edition: ISO/IEC 27001:2022. */
function splitEdition({ editionKey }: Field, text: string): { readonly value: string; readonly edition?: string } {
  const [, value, edition] = (editionKey !== undefined && /^(.*[^: ]) ?: ?(\d{4})$/u.exec(halfWidth(text))) || [];
  return value === undefined || edition === undefined ? { value: text } : { value, edition };
}

/**
 * The edition in a text that stands for a value: 2015 in ISO 27017:2015. A national standard has editions of its own, so that of
 * JIS Q 27017:2016 is said with its name.
 */
export function editionIn(field: Field, text: string, value: string): string | undefined {
  const { value: name, edition } = splitEdition(field, text);
  return edition === undefined || publisherOf(name) === publisherOf(value) ? edition : halfWidth(text);
}

/** The letters that the name of a standard begins with: iso, jis. */
function publisherOf(name: string): string {
  return /^[a-z]*/.exec(normalize(name))?.[0] ?? "";
}

const TRUTH: Readonly<Record<string, boolean>> = { true: true, false: false };

function meantIn(vocabulary: Vocabulary | undefined, text: string): string | undefined {
  return vocabulary && meantBy(vocabulary, text);
}

/** The whole number in a text, whether or not the field may hold it. */
export function countIn({ units = [] }: Field, text: string): number | undefined {
  const [, digits, unit = ""] = /^(\d{1,15}) ?([^\d\s]*)$/u.exec(normalize(text).replace(/。$/u, "")) ?? [];
  return digits === undefined || !["", ...units].includes(unit) ? undefined : Number(digits);
}

/** Whether a field of whole numbers may hold this one. */
export function mayHold({ minimum = 0, const: constant }: Field, count: number): boolean {
  return constant === undefined ? count >= minimum : count === constant;
}

function readCount(field: Field, text: string): number | undefined {
  const count = countIn(field, text);
  return count !== undefined && mayHold(field, count) ? count : undefined;
}

function readText(format: Format, field: Field, text: string): string | undefined {
  const vocabulary = vocabularyOf(format, field);
  if (vocabulary) return meantBy(vocabulary, splitEdition(field, text).value);
  if (field.format === "date") return dayIn(text);
  if (field.format === "corporate-number") {
    const digits = normalize(text).replace(/[\s-]/g, "");
    return isCorporateNumber(digits) ? digits : undefined;
  }
  const isName = /[\p{L}\p{N}]/u.test(text) && meantIn(format.vocabularies.absences, text) === undefined;
  return isName ? text : undefined;
}
