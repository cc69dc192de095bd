import type { Shard } from "../../core/analysis/file-result.ts";
import type { LanguageId } from "../../messages/language.ts";
import type { FailOn } from "../fail-on.ts";

/** The sentences of `check` only. */
export interface CheckMessages {
  /** For a profile whose findings are all in the baseline. */
  readonly nothingNew: string;
  /** Which shard was judged, and how many of all inputs are in it. */
  readonly shard: (shard: Shard, inputs: number) => string;
  /** How many findings the baseline left out. */
  readonly known: (count: number) => string;
  /** What decided the exit status, and what it would be by the verdicts. */
  readonly decided: (by: FailOn, isNew: boolean, status: number, byVerdicts: number) => string;
  readonly outputIsProfile: (path: string) => string;
  readonly outputTwice: (path: string) => string;
  readonly twoOutputs: (format: string) => string;
  readonly oneToStandardOutput: (formats: readonly string[]) => string;
  readonly outputIsBaseline: (path: string) => string;
  readonly prettyOnly: (format: string) => string;
  readonly watchStandardInput: string;
  readonly waiting: string;
  readonly unwatchable: (code: string) => string;
  readonly baseline: {
    readonly unreadable: (path: string, code: string) => string;
    readonly noJson: (path: string) => string;
    readonly version: (path: string) => string;
    readonly broken: (path: string, place: string) => string;
  };
}

const ja: CheckMessages = {
  nothingNew: "新しい指摘なし",
  shard: ({ number, of, inputs: all }, inputs) => `分担 ${number}/${of}: 入力${all}件のうち${inputs}件`,
  known: (count) => `以前からの指摘 ${count}件は省いた`,
  decided: (by, isNew, status, byVerdicts) =>
    `終了コード ${status}: ${jaBasis(by, isNew)}による（判定の結果による既定の終了コードは ${byVerdicts}）`,
  outputIsProfile: (path) => `出力先「${path}」はプロファイルの名前である。プロファイルが失われるので書き込まない。`,
  outputTwice: (path) => `出力先「${path}」が重なっている。`,
  twoOutputs: (format) => `形式 ${format} の出力先が二つある。二つ目の -o の前に --format を書く。`,
  oneToStandardOutput: (formats) =>
    `標準出力に書ける形式は一つである（${formats.join("、")}）。ほかの形式の後に -o でファイルを指定する。`,
  outputIsBaseline: (path) => `出力先「${path}」は --baseline のファイルである。省いた指摘が失われるので書き込まない。`,
  prettyOnly: (format) => `--watch で標準出力に書けるのは pretty だけである。--format ${format} の後に -o でファイルを指定する。`,
  watchStandardInput: "標準入力の変更は待てない。--watch にはファイルかフォルダーを指定する。",
  waiting: "変更を待っている（Ctrl+C で終わる）",
  unwatchable: (code) => `変更を見張れない（${code}）。`,
  baseline: {
    unreadable: (path, code) => `--baseline のファイル「${path}」が読めない（${code}）。`,
    noJson: (path) =>
      `--baseline のファイル「${path}」は、UTF-8のJSONとして読めない。check --format json か --format sarif の出力を指定する。`,
    version: (path) =>
      `--baseline のファイル「${path}」は、この版で読める形式ではない。check --format json（version 1）か --format sarif の出力を指定する。`,
    broken: (path, place) => `--baseline のファイル「${path}」の ${place} が、check の出力と合わない。`,
  },
};

function jaBasis(by: FailOn, isNew: boolean): string {
  if (by === "never") return "--fail-on never ";
  if (by === "verdict") return isNew ? "適合を妨げる新しい指摘の有無" : "--fail-on verdict ";
  return `--fail-on ${by} ${isNew ? "に当たる新しい指摘の有無" : ""}`;
}

const en: CheckMessages = {
  nothingNew: "no new findings",
  shard: ({ number, of, inputs: all }, inputs) => `shard ${number}/${of}: ${inputs} of ${all} ${all === 1 ? "input" : "inputs"}`,
  known: (count) => `${count} earlier ${count === 1 ? "finding" : "findings"} left out`,
  decided: (by, isNew, status, byVerdicts) =>
    `exit status ${status}: decided by ${enBasis(by, isNew)} (by the verdicts, the default, it would be ${byVerdicts})`,
  outputIsProfile: (path) =>
    `The output “${path}” has the name of a profile. It is not written, because a profile would be lost.`,
  outputTwice: (path) => `Two outputs go to “${path}”.`,
  twoOutputs: (format) => `${format} has two outputs. Put a --format before the second -o.`,
  oneToStandardOutput: (formats) =>
    `Only one format can go to standard output (${formats.join(", ")}). Name a file with -o after each of the others.`,
  outputIsBaseline: (path) =>
    `The output “${path}” is also the --baseline file. It is not written, because the findings left out would be lost.`,
  prettyOnly: (format) => `With --watch, only pretty can go to standard output. Name a file with -o after --format ${format}.`,
  watchStandardInput: "--watch cannot watch standard input. Give it files or folders.",
  waiting: "waiting for changes (Ctrl+C to stop)",
  unwatchable: (code) => `Cannot watch for changes (${code}).`,
  baseline: {
    unreadable: (path, code) => `Cannot read the --baseline file “${path}” (${code}).`,
    noJson: (path) =>
      `The --baseline file “${path}” is not JSON in UTF-8. Use an output of check --format json or --format sarif.`,
    version: (path) =>
      `This version cannot read the format of the --baseline file “${path}”. Use an output of check --format json (version 1) or --format sarif.`,
    broken: (path, place) => `In the --baseline file “${path}”, ${place} is not as check writes it.`,
  },
};

function enBasis(by: FailOn, isNew: boolean): string {
  if (by === "never") return "--fail-on never";
  if (by === "verdict") return isNew ? "new findings that prevent conformance" : "--fail-on verdict";
  return `${isNew ? "new findings by " : ""}--fail-on ${by}`;
}

/** The sentences of `check`, by language. */
export const checkMessages: Readonly<Record<LanguageId, CheckMessages>> = { ja, en };
