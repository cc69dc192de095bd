import { list } from "./list.ts";

/** The parts of a recorded review, each with its key. */
const PARTS = new Map([
  ["by", "by whom (by)"],
  ["date", "when (date)"],
  ["reason", "why (reason)"],
]);

/** The parts of a review that are still to be recorded, by their keys. */
export function reviewParts(keys: readonly string[]): string {
  return list(keys.map((key) => PARTS.get(key) ?? key));
}
