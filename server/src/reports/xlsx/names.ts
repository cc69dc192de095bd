import { MAX_SHEET_NAME_LENGTH, uniqueNames } from "../unique-names.ts";
import { head, plain } from "./text.ts";

/** Names that Excel reserves. */
const RESERVED = new Set(["history", "履歴"]);

/** Unique sheet names that Excel accepts, one for each given name. */
export function sheetNames(names: readonly string[]): string[] {
  return uniqueNames(names.map(safeName), { cut: head, keyOf: (name) => name.normalize("NFKC").toLowerCase() });
}

function safeName(name: string): string {
  const safe = head(
    plain(name)
      .replace(/[[\]:*?/\\\n\t]|_(?=x[\da-f]{4}_)/gi, "-")
      .trim(),
    MAX_SHEET_NAME_LENGTH,
  )
    .replace(/^'|'$/g, "’")
    .trimEnd();
  if (safe === "") return "-";
  return RESERVED.has(safe.toLowerCase()) ? `${safe}-` : safe;
}
