import { isBlank } from "../text/white-space.ts";
import { type Field, type Format, vocabularyOf } from "./format.ts";
import { misspelled } from "./misspelling.ts";
import { normalize } from "./normalize.ts";
import { readList, readScalar, type Scalar } from "./reading.ts";

/**
 * The valid value, as YAML source, that a value which breaks the schema stands for. Never a guess: it comes from the table of
 * notations, the width of characters, missing quotes or missing brackets. Undefined where these do not decide.
 */
export function meantValue(format: Format, field: Field, value: unknown, source: string): string | undefined {
  const meant = typeof value === "object" && value !== null ? undefined : meantText(format, field, value, source);
  return meant === source ? undefined : meant;
}

function meantText(format: Format, field: Field, value: unknown, source: string): string | undefined {
  if (field.type === "array") return typeof value === "string" ? meantList(format, field, value, source) : undefined;
  if (field.type === "boolean" && typeof value !== "string") return undefined;
  const isText = field.type === "string" && !field.vocabulary && !field.format;
  // YAML reads an unquoted name like 123 or true as another type
  if (isText) return typeof value === "string" ? undefined : `"${source}"`;
  // the source of a number still has its leading zeros
  const written = typeof value === "string" ? value : field.type === "integer" ? String(value) : source;
  const meant = readScalar(format, field, written);
  if (meant === undefined) return undefined;
  return field.format === "corporate-number" ? `"${meant}"` : String(meant);
}

function meantList(format: Format, list: Field, value: string, source: string): string | undefined {
  const isQuoted = /^["']/.test(source);
  const items = listedIn(format, list, value)?.map((meant) => (isQuoted && meant === value ? source : inBrackets(meant)));
  return items && `[${items.join(", ")}]`;
}

function listedIn(format: Format, list: Field, value: string): readonly Scalar[] | undefined {
  if (!FULL_WIDTH_BRACKETS.test(value)) return readList(format, list, value);
  const items = value.slice(1, -1);
  return isBlank(items) && !list.minItems ? [] : readList(format, list, items);
}

/** A list of which at least one bracket is full-width. */
const FULL_WIDTH_BRACKETS = /^(?:［.*[］\]]|\[.*］)$/s;

/** A value as an item of a flow list: in quotes where it would end the item, or be read as something else by some YAML parser. */
function inBrackets(value: Scalar): string {
  const isPlain =
    typeof value !== "string" || (/^\p{L}/u.test(value) && !/[,[\]{}#"'\r\n]|: |:$/.test(value) && !RESERVED.test(value));
  return isPlain ? String(value) : JSON.stringify(value);
}

const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/**
 * The valid value that a word may be supposed to stand for, as a question to the user: what it lacks is usual, or it is misspelled.
 * Codes are never misspelled words.
 */
export function supposedValue(format: Format, field: Field, value: unknown): string | undefined {
  const vocabulary = vocabularyOf(format, field);
  if (!vocabulary || typeof value !== "string") return undefined;
  const { values, wordy = false, readings = {}, words = [] } = vocabulary;
  const normal = normalize(value);
  if (Object.hasOwn(readings, normal)) return readings[normal];
  return wordy && !words.includes(normal) ? misspelled(value, Object.keys(values)) : undefined;
}
