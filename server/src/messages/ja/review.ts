/** The parts of a recorded review, each with its key. */
const PARTS = new Map([
  ["by", "検討した人・部署（by）"],
  ["date", "検討日（date）"],
  ["reason", "理由（reason）"],
]);

/** The parts of a review that are still to be recorded, by their keys. */
export function reviewParts(keys: readonly string[]): string {
  return keys.map((key) => PARTS.get(key) ?? key).join("、");
}
