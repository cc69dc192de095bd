/** The longest name that Excel accepts for a sheet, in UTF-16 units. */
export const MAX_SHEET_NAME_LENGTH = 31;

interface Rules {
  /** Cuts a name to a length in UTF-16 units. */
  readonly cut: (name: string, length: number) => string;
  /** Names with the same key count as equal. */
  readonly keyOf: (name: string) => string;
}

/** Names short enough for a sheet; a repeated name gets a number behind it. */
export function uniqueNames(names: readonly string[], { cut, keyOf }: Rules): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    for (let number = 1; ; number++) {
      const suffix = number === 1 ? "" : ` (${number})`;
      const unique = cut(name, MAX_SHEET_NAME_LENGTH - suffix.length) + suffix;
      const key = keyOf(unique);
      if (taken.has(key)) continue;
      taken.add(key);
      return unique;
    }
  });
}
