import { type Field, type Format, meantBy, vocabularyOf } from "./format.ts";
import { isCorporateNumber, isDate } from "./formats.ts";
import { normalize } from "./normalize.ts";
import { matches } from "./pattern.ts";

/**
 * The valid value, as YAML source, that a value which breaks the schema stands for. Never a guess: it comes from the table of
 * notations, the width of characters, missing quotes or missing brackets. Undefined where these do not decide.
 */
export function meantValue(format: Format, field: Field, value: unknown, source: string): string | undefined {
  const meant = meantText(format, field, value, source);
  return meant === undefined || meant === source ? undefined : meant;
}

function meantText(format: Format, field: Field, value: unknown, source: string): string | undefined {
  if (typeof value === "object" && value !== null) return undefined;
  switch (field.type) {
    case "array": {
      if (!field.items || typeof value !== "string") return undefined;
      const item = isValid(format, field.items, value) ? value : meantText(format, field.items, value, source);
      if (item === undefined) return undefined;
      // inside brackets, these characters would end the item
      const isQuoted = /^["']/.test(source);
      return `[${item === value ? (isQuoted ? source : /[,[\]{}#]|: /.test(value) ? JSON.stringify(value) : value) : item}]`;
    }
    case "boolean": {
      const { booleans } = format.vocabularies;
      return booleans && typeof value === "string" ? meantBy(booleans, value) : undefined;
    }
    case "integer": {
      const digits = normalize(String(value));
      return /^\d{1,9}$/.test(digits) ? String(Number(digits)) : undefined;
    }
    case "string":
      return meantString(format, field, source, value);
    default:
      return undefined;
  }
}

function meantString(format: Format, field: Field, source: string, value: unknown): string | undefined {
  const written = typeof value === "string" ? value : source;
  const vocabulary = vocabularyOf(format, field);
  if (vocabulary) return meantBy(vocabulary, written);
  if (field.format === "date") return meantDate(written);
  if (field.format === "corporate-number") {
    const digits = normalize(written).replace(/[\s-]/g, "");
    return isCorporateNumber(digits) ? `"${digits}"` : undefined;
  }
  // YAML reads an unquoted name like 123 or true as another type
  return typeof value === "string" ? undefined : `"${source}"`;
}

function isValid(format: Format, field: Field, value: string): boolean {
  const vocabulary = vocabularyOf(format, field);
  return (
    field.type === "string" &&
    (!vocabulary ||
      Object.hasOwn(vocabulary.values, value) ||
      (vocabulary.compound !== undefined && matches(vocabulary.compound.pattern, value)))
  );
}

/** The date of a notation such as 2026/10/1, 2026年10月1日 or 令和8年10月1日, as YYYY-MM-DD. */
function meantDate(written: string): string | undefined {
  const match = /^(?:(令和)(\d{1,2}|元)|(\d{4}))(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/u.exec(normalize(written));
  if (!match) return undefined;
  const [, era, eraYear, year, month = "", day = ""] = match;
  const western = era ? 2018 + (eraYear === "元" ? 1 : Number(eraYear)) : Number(year);
  const date = `${western}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDate(date) ? date : undefined;
}
