import type { Text } from "./figures.ts";

/** A name, which is the same in both languages. */
export function name(value: string): Text {
  return { en: value, ja: value };
}

export function lines(value: number): Text {
  return { en: `${count(value)} lines`, ja: `${count(value)}行` };
}

/** The texts as one list, separated by commas. */
export function joined(...texts: readonly Text[]): Text {
  return { en: texts.map(({ en }) => en).join(", "), ja: texts.map(({ ja }) => ja).join("、") };
}

/** A number with thousands separators, in both languages. */
export function count(value: number): string {
  return value.toLocaleString("en");
}
