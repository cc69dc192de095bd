/** What is recorded of a review, each with its key. */
const PARTS = new Map([
  ["by", "by whom (by)"],
  ["date", "when (date)"],
  ["reason", "why (reason)"],
]);

/** What is to be recorded of a review, by its keys. */
export function reviewParts(keys: readonly string[]): string {
  const parts = keys.map((key) => PARTS.get(key) ?? key);
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
