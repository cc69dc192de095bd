import type { LanguageId } from "../../messages/language.ts";
import type { CommandHelp } from "../command.ts";

type Names = "output" | "force";

/** The help of `join`. */
export const joinHelp: Readonly<Record<LanguageId, CommandHelp<Names>>> = {
  ja: {
    summary: "check --shard の出力を一つにまとめる",
    operands: "ファイル…",
    description: [
      "ファイルは check --shard の --format json か --format sarif の出力で、すべての分担のものを、順を問わず指定する。まとめたものは、分けずに判定したときの出力と同じである。",
      "junit、gitlab の出力は、CIがそのまま複数を受け取るので、まとめなくてよい。",
    ],
    options: {
      output: ["ファイル", "このファイルに書く（既定: 標準出力）"],
      force: ["", "既にあるファイルを置き換える。リンクなら、その先に書き込む"],
    },
    exit: [
      ["0", "まとめた。判定の結果によらない"],
      ["2", "使い方の誤り、読めないか合わないファイルがある、足りない分担がある、既にファイルがある、書き込めない"],
      ["3", "内部の不具合"],
    ],
    examples: [
      ["vendor-profile check --shard 1/3 -f sarif -o part-1.sarif", "三つに分けた一つ目を判定する"],
      ["vendor-profile join part-*.sarif -o check.sarif", "三つの出力を一つにまとめる"],
    ],
  },
  en: {
    summary: "join the outputs of check --shard into one",
    operands: "FILE…",
    description: [
      "Each FILE is an output of check --shard with --format json or --format sarif. Give those of all shards, in any order. The result is the same as that of check without --shard.",
      "There is no need to join outputs in junit and gitlab: CI accepts several.",
    ],
    options: {
      output: ["FILE", "output file (default: standard output)"],
      force: ["", "replace an existing file; follow a link"],
    },
    exit: [
      ["0", "the outputs were joined, whatever the verdicts"],
      [
        "2",
        "wrong usage, a file that cannot be read or does not belong to the others, a missing shard, or an output that exists or cannot be written",
      ],
      ["3", "internal error"],
    ],
    examples: [
      ["vendor-profile check --shard 1/3 -f sarif -o part-1.sarif", "judge the first of three parts"],
      ["vendor-profile join part-*.sarif -o check.sarif", "join the three outputs"],
    ],
  },
};
