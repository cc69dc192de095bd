import { distance } from "fastest-levenshtein";
import { normalize } from "./normalize.ts";

/** The word most like another; undefined where none is like it. */
export function similarTo(word: string, words: readonly string[]): string | undefined {
  const normal = normalize(word);
  // a number is like another only by chance
  if (!/\p{L}/u.test(normal)) return undefined;
  const most = Math.max(1, Math.floor(normal.length / 3));
  let best: { word: string; away: number } | undefined;
  for (const candidate of words) {
    const other = normalize(candidate);
    // what is much longer is not like it, and takes long to compare
    if (Math.abs(other.length - normal.length) > most) continue;
    const away = distance(normal, other);
    if (away <= most && (!best || away < best.away)) best = { word: candidate, away };
  }
  return best?.word;
}
