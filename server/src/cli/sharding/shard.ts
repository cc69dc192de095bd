/** One of several parts of the inputs, each judged on its own machine: the second of three is 2/3. */
export interface ShardNumber {
  readonly number: number;
  readonly of: number;
}

/** The form of --shard. */
export const SHARD_NUMBER = { text: "I/N (1 ≤ I ≤ N ≤ 9999)", test: (text: string) => parseShardNumber(text) !== undefined };

/** Parses a shard number; undefined if the text is none. */
export function parseShardNumber(text: string): ShardNumber | undefined {
  const [, number = 0, of = 0] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  return number >= 1 && number <= of ? { number, of } : undefined;
}

/**
 * The inputs of a shard: a slice, so that the shards in order give all inputs again. It depends only on the order of the inputs, so
 * every machine gets the same split. Sizes differ by at most one.
 */
export function shardOf<T>(all: readonly T[], { number, of }: ShardNumber): readonly T[] {
  const startOf = (number: number) => Math.floor((all.length * (number - 1)) / of);
  return all.slice(startOf(number), startOf(number + 1));
}
