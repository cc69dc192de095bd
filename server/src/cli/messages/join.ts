import type { LanguageId } from "../../messages/language.ts";

/** What the parts of a whole have in common. */
export const TERMS = ["asOf", "language", "version", "shards", "inputs"] as const;

export type Term = (typeof TERMS)[number];

/** What `join` says. */
export interface JoinMessages {
  readonly unreadable: (path: string, code: string) => string;
  /** No output of check at all. */
  readonly other: (path: string) => string;
  /** An output of check of everything. */
  readonly whole: (path: string) => string;
  readonly broken: (path: string, place: string) => string;
  readonly formats: (first: string, other: string) => string;
  readonly terms: Readonly<Record<Term, string>>;
  /** What two parts do not have in common: each with its file. */
  readonly differ: (
    term: string,
    first: readonly [path: string, value: string],
    other: readonly [path: string, value: string],
  ) => string;
  readonly twice: (shard: string, paths: readonly string[]) => string;
  readonly missing: (shards: readonly string[]) => string;
}

/** What `join` says, by language. */
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
    other: (path) =>
      `“${path}” cannot be read as an output of check --shard. Give it the output of --format json or --format sarif.`,
    whole: (path) => `“${path}” is the output of no shard. Give it the output of check --shard.`,
    broken: (path, place) => `In “${path}”, ${place} is not as check writes it.`,
    formats: (first, other) => `“${first}” and “${other}” are in different formats. Give it json alone, or sarif alone.`,
    terms: {
      asOf: "the day they were judged as of (give each job the same --as-of)",
      language: "the language (give each job the same --lang)",
      version: "the version of vendor-profile",
      shards: "the number of shards",
      inputs: "the number of inputs (let each job judge the same files)",
    },
    differ: (term, [first, one], [second, other]) =>
      `“${first}” and “${second}” do not fit. They differ in ${term}: ${one} and ${other}`,
    twice: (shard, paths) => `There are several outputs of shard ${shard}: ${paths.join(", ")}`,
    missing: (shards) => `The output of shard ${shards.join(", ")} is missing. Give it the outputs of all shards.`,
  },
};
