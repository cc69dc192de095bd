import { isDate } from "./formats.ts";
import { normalize } from "./normalize.ts";

/** The Japanese eras in which documents of today are dated: their names, and their first and last days. */
const ERAS = [
  { names: ["令和", "r"], first: "2019-05-01", last: "9999-12-31" },
  { names: ["平成", "h"], first: "1989-01-08", last: "2019-04-30" },
];
const WEEKDAYS = "日月火水木金土";

const DAY = /^(?:(令和|平成|r|h) ?(\d{1,2}|元)|(\d{4}))[年./-](\d{1,2})[月./-](\d{1,2})(日?)/u;
/** A weekday, and a time without a zone or in Japan's own: neither says anything against the day. */
const REST = /^(?: ?\(([日月火水木金土])(?:曜日?)?\))?(?:[t ]?(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:\+09:00)?)?$/u;

/**
 * The day, as YYYY-MM-DD, of a notation such as 2026/10/1, 2026年10月1日（木） or R8.10.1, with or without a time. Undefined for a day
 * that never was: not in the calendar, not in its era, or not on its weekday.
 */
export function dayIn(written: string): string | undefined {
  const text = normalize(written)
    .replace(/。$/u, "")
    .replace(/ ?([年月日./-]) ?/gu, "$1");
  const match = DAY.exec(text);
  if (!match) return undefined;
  const [whole, era, ofEra, ofChrist, month = "", date = "", mark] = match;
  const year = ofChrist ?? yearOf(era, ofEra);
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const after = text.slice(whole.length);
  const [rest, weekday] = REST.exec(after) ?? [];
  // digits right behind a day without 日 may belong to it
  if (rest === undefined || (mark === "" && /^\d/.test(after)) || !isDate(day) || !isInEra(day, era)) return undefined;
  return weekday === undefined || WEEKDAYS[new Date(day).getUTCDay()] === weekday ? day : undefined;
}

function eraOf(name: string | undefined) {
  return ERAS.find(({ names }) => name !== undefined && names.includes(name));
}

function yearOf(era: string | undefined, year: string | undefined): number {
  return Number(eraOf(era)?.first.slice(0, 4)) + (year === "元" ? 1 : Number(year)) - 1;
}

function isInEra(day: string, name: string | undefined): boolean {
  const era = eraOf(name);
  return !era || (era.first <= day && day <= era.last);
}
