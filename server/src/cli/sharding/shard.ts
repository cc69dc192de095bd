/** One of several parts of the inputs, each judged on a machine of its own: the second of three is 2/3. */
export interface ShardNumber {
  readonly number: number;
  readonly of: number;
}

/** How a part is written. */
export const SHARD_NUMBER = { text: "I/N (1 ≤ I ≤ N ≤ 9999)", test: (text: string) => parseShardNumber(text) !== undefined };

/** The part that a text names, if it is one. */
export function parseShardNumber(text: string): ShardNumber | undefined {
  const [, number = 0, of = 0] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  return number >= 1 && number <= of ? { number, of } : undefined;
}

/**
 * What belongs to a part: a stretch of the whole, so that the parts one after the other are the whole again. It rests on the order
 * alone, and is the same on every machine; the parts differ by one at most.
 */
export function shardOf<T>(all: readonly T[], { number, of }: ShardNumber): readonly T[] {
  const begin = (number: number) => Math.floor((all.length * (number - 1)) / of);
  return all.slice(begin(number), begin(number + 1));
}
