const NUMERALS: Readonly<Record<string, string>> = { I: "Ⅰ", II: "Ⅱ", III: "Ⅲ" };

/** A class's name in a Japanese sentence: official documents write Roman numerals as single characters. */
export function roman(name: string): string {
  return Object.hasOwn(NUMERALS, name) ? (NUMERALS[name] as string) : name;
}
