/** Shorter words are too often one letter away from another word. */
const MIN_LENGTH = 4;

/** A word that denies is never what a slip was meant to be. */
const DENIALS: readonly string[] = ["none"];

/**
 * The only candidate that a word misspells by one slip: behind the first letter, a letter is missing, added or wrong, or two have
 * changed places. So a correction never adds or drops a negation (`noLockout`, `non-negotiable`, `unavailable`) and never takes one
 * name for another (`iaas-provider`, `saas-provider`). Words that are not of Latin letters alone have no misspellings.
 */
export function misspelled(word: string, candidates: readonly string[]): string | undefined {
  const letters = lettersOf(word);
  if (letters.length < MIN_LENGTH - 1 || !/^[a-z]+$/.test(letters)) return undefined;
  const near = candidates.filter((candidate) => isSlip(letters, lettersOf(candidate)));
  return near.length === 1 ? near[0] : undefined;
}

/** A name without what its notations differ in: `domesticCourt`, `domestic-court`, `domestic court`. */
function lettersOf(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[\s_-]/g, "")
    .toLowerCase();
}

function isSlip(word: string, other: string): boolean {
  const [shorter, longer] = [word.length, other.length].sort((a, b) => a - b) as [number, number];
  if (longer < MIN_LENGTH || longer > shorter + 1 || word[0] !== other[0] || DENIALS.includes(other)) return false;
  let head = 0;
  while (head < shorter && word[head] === other[head]) head++;
  let tail = 0;
  while (tail < shorter - head && word.at(-1 - tail) === other.at(-1 - tail)) tail++;
  const left = word.slice(head, word.length - tail);
  const right = other.slice(head, other.length - tail);
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && right === `${left[1]}${left[0]}`);
}
