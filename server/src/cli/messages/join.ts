import type { LanguageId } from "../../messages/language.ts";

/** What all shards of a run have in common. */
export const TERMS = ["asOf", "language", "version", "shards", "inputs"] as const;

export type Term = (typeof TERMS)[number];

/** The sentences of `join`. */
export interface JoinMessages {
  readonly unreadable: (path: string, code: string) => string;
  /** For a file that is no output of check. */
  readonly other: (path: string) => string;
  /** For an output of check without --shard. */
  readonly whole: (path: string) => string;
  readonly broken: (path: string, place: string) => string;
  readonly formats: (first: string, other: string) => string;
  readonly terms: Readonly<Record<Term, string>>;
  /** What differs between two shards, each with its file. */
  readonly differ: (
    term: string,
    first: readonly [path: string, value: string],
    other: readonly [path: string, value: string],
  ) => string;
  readonly twice: (shard: string, paths: readonly string[]) => string;
  readonly missing: (shards: readonly string[]) => string;
}

/** The sentences of `join`, by language. */
export const joinMessages: Readonly<Record<LanguageId, JoinMessages>> = {
  ja: {
    unreadable: (path, code) => `「${path}」が読めない（${code}）。`,
    other: (path) => `「${path}」は check --shard の出力として読めない。--format json か --format sarif の出力を指定する。`,
    whole: (path) => `「${path}」は分担の出力ではない。check --shard の出力を指定する。`,
    broken: (path, place) => `「${path}」の ${place} が、check の出力と合わない。`,
    formats: (first, other) => `「${first}」と「${other}」の形式が違う。json どうしか sarif どうしを指定する。`,
    terms: {
      asOf: "判定の日付（各ジョブに同じ --as-of を指定する）",
      language: "言語（各ジョブに同じ --lang を指定する）",
      version: "vendor-profile の版",
      shards: "分担の数",
      inputs: "入力の件数（各ジョブで同じファイルを判定する）",
    },
    differ: (term, [first, one], [second, other]) =>
      `「${first}」と「${second}」が合わない。違うもの: ${term}。${one} と ${other}`,
    twice: (shard, paths) => `分担 ${shard} の出力が重なっている: ${paths.join("、")}`,
    missing: (shards) => `分担 ${shards.join("、")} の出力がない。すべての分担の出力を指定する。`,
  },
  en: {
    unreadable: (path, code) => `“${path}” cannot be read (${code}).`,
    other: (path) => `“${path}” is not an output of check --shard. Use an output of --format json or --format sarif.`,
    whole: (path) => `“${path}” is not the output of a shard. Use an output of check --shard.`,
    broken: (path, place) => `In “${path}”, ${place} is not as check writes it.`,
    formats: (first, other) => `“${first}” and “${other}” are in different formats. Use only json or only sarif.`,
    terms: {
      asOf: "the date (give each job the same --as-of)",
      language: "the language (give each job the same --lang)",
      version: "the version of vendor-profile",
      shards: "the number of shards",
      inputs: "the number of inputs (let each job judge the same files)",
    },
    differ: (term, [first, one], [second, other]) =>
      `“${first}” and “${second}” do not belong together. They differ in ${term}: ${one} and ${other}`,
    twice: (shard, paths) => `Shard ${shard} has several outputs: ${paths.join(", ")}`,
    missing: (shards) => `The output of shard ${shards.join(", ")} is missing. Name the outputs of all shards.`,
  },
};
