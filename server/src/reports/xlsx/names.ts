import { MAX_NAME_LENGTH } from "./sections.ts";
import { head, plain } from "./text.ts";

/** Names that Excel keeps for itself. */
const RESERVED = new Set(["history", "履歴"]);

/** Names of sheets for names of documents: such as Excel takes, and each another. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const safe = safeName(name);
    for (let number = 1; ; number++) {
      const suffix = number === 1 ? "" : ` (${number})`;
      const unique = head(safe, MAX_NAME_LENGTH - suffix.length) + suffix;
      const key = unique.normalize("NFKC").toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return unique;
    }
  });
}

function safeName(name: string): string {
  const safe = head(
    plain(name)
      .replace(/[[\]:*?/\\\n\t]|_(?=x[\da-f]{4}_)/gi, "-")
      .trim(),
    MAX_NAME_LENGTH,
  )
    .replace(/^'|'$/g, "’")
    .trimEnd();
  if (safe === "") return "-";
  return RESERVED.has(safe.toLowerCase()) ? `${safe}-` : safe;
}
