import { distance } from "fastest-levenshtein";
import { normalize } from "./normalize.ts";

/** The candidate with the least edit distance to a word: at most a third of its length, or one. Undefined where none is that near. */
export function similarTo(word: string, candidates: readonly string[]): string | undefined {
  const normal = normalize(word);
  // numbers are similar only by chance
  if (!/\p{L}/u.test(normal)) return undefined;
  const maxDistance = Math.max(1, Math.floor(normal.length / 3));
  let best: { word: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const other = normalize(candidate);
    // the distance is at least the difference in length, and long words take long to compare
    if (Math.abs(other.length - normal.length) > maxDistance) continue;
    const edits = distance(normal, other);
    if (edits <= maxDistance && (!best || edits < best.distance)) best = { word: candidate, distance: edits };
  }
  return best?.word;
}
