import type { Text } from "./figures.ts";

/** The same in every language: a name. */
export function name(value: string): Text {
  return { en: value, ja: value };
}

export function lines(value: number): Text {
  return { en: `${count(value)} lines`, ja: `${count(value)}行` };
}

/** The one after the other. */
export function joined(...texts: readonly Text[]): Text {
  return { en: texts.map(({ en }) => en).join(", "), ja: texts.map(({ ja }) => ja).join("、") };
}

export function count(value: number): string {
  return value.toLocaleString("en");
}
