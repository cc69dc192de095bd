import { optionsIn } from "./boxes.ts";
import type { Vocabulary } from "./format.ts";
import { halfWidth, normalize } from "./normalize.ts";
import { matches } from "./pattern.ts";

/**
 * The value that a text stands for; a value is a notation of itself. Undefined unless the text can be read in one way only: as a
 * notation, with or without a full stop; as one that says the same again in brackets, 日本（JP）; or as options of which one is ticked.
 */
export function meantBy(vocabulary: Vocabulary, written: string): string | undefined {
  const options = optionsIn(written);
  if (!options) return meantPlainly(vocabulary, written);
  const ticked = options.filter(({ isTicked }) => isTicked);
  const isClear = options.every(({ text }) => meantPlainly(vocabulary, text) !== undefined);
  return isClear && ticked.length === 1 ? meantPlainly(vocabulary, ticked[0]?.text ?? "") : undefined;
}

function meantPlainly(vocabulary: Vocabulary, written: string): string | undefined {
  const whole = halfWidth(written);
  for (const text of new Set([whole, whole.replace(/[。.]$/u, "")])) {
    const value = inTable(vocabulary, text) ?? compoundOf(vocabulary, text.toLowerCase()) ?? saidTwice(vocabulary, text);
    if (value !== undefined) return value;
  }
  return undefined;
}

function inTable({ notations }: Vocabulary, text: string): string | undefined {
  const normal = text.toLowerCase();
  return Object.hasOwn(notations, normal) ? notations[normal] : undefined;
}

/** The value of 日本（JP）, which says it once in words and once as the value. */
function saidTwice(vocabulary: Vocabulary, text: string): string | undefined {
  const [, first, second] = /^([^()].*?) ?\(([^()]+)\)$/u.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const meant = (part: string) => (Object.hasOwn(vocabulary.values, part) ? part : inTable(vocabulary, part));
  const value = meant(first);
  return value === meant(second) ? value : undefined;
}

/** What may be left out or written otherwise between the parts of a compound value. */
const BETWEEN = /[\s\-_/]|bit|ビット|mode|モード/gu;

/** The compound value of a notation such as "aes256gcm", "AES-256（GCM）" or "XTS-AES-256". */
function compoundOf({ compound, notations }: Vocabulary, normal: string): string | undefined {
  if (!compound || /^(?:[\s\-_/]|bit|ビット|mode|モード)|[\s\-_/]$/u.test(normal)) return undefined;
  const bare = normal.replace(/\(([^()]+)\)/gu, "$1");
  if (/[()]/.test(bare)) return undefined;
  const rest = squeeze(bare);
  const names = [
    ...compound.names.map((name) => [squeeze(name), name] as const),
    ...Object.entries(notations).map(([key, name]) => [squeeze(key), name] as const),
  ];
  names.sort(([a], [b]) => b.length - a.length);
  const isValid = (value: string) => matches(compound.pattern, value);
  const inOrder = (text: string, end: readonly string[]): string | undefined => {
    for (const [key, name] of names) {
      if (!text.startsWith(key)) continue;
      const parts = partsOf(text.slice(key.length), compound.parts);
      const whole = parts && [name, ...parts, ...end].join("-");
      if (whole && isValid(whole)) return whole;
    }
    return undefined;
  };
  return inOrder(rest, []) ?? lastInFront(rest, compound.parts.at(-1) ?? [], inOrder);
}

/** The compound value whose last part stands in front, such as XTS-AES-256. */
function lastInFront(
  rest: string,
  last: readonly string[],
  inOrder: (text: string, end: readonly string[]) => string | undefined,
): string | undefined {
  for (const part of longestFirst(last)) {
    const value = rest.startsWith(squeeze(part)) ? inOrder(rest.slice(squeeze(part).length), [part]) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

function partsOf(rest: string, parts: readonly (readonly string[])[]): string[] | undefined {
  const [first, ...others] = parts;
  if (rest === "") return [];
  if (!first) return undefined;
  for (const part of longestFirst(first)) {
    if (!rest.startsWith(squeeze(part))) continue;
    const following = partsOf(rest.slice(squeeze(part).length), others);
    if (following) return [part, ...following];
  }
  return partsOf(rest, others);
}

function longestFirst(texts: readonly string[]): string[] {
  return [...texts].sort((a, b) => b.length - a.length);
}

function squeeze(text: string): string {
  return normalize(text).replace(BETWEEN, "");
}
