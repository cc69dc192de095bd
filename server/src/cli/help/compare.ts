import type { LanguageId } from "../../messages/language.ts";
import type { CommandHelp } from "../command.ts";

type Names = "format" | "output" | "force" | "as-of" | "config";

/** The help of `compare`. */
export const compareHelp: Readonly<Record<LanguageId, CommandHelp<Names>>> = {
  ja: {
    summary: "複数のサービスを並べて比べる表を作る",
    operands: "パス…",
    description: [
      "見つかったプロファイルを一列ずつ並べ、どの分類の情報を扱えるか、要件ごとの判定とその違い、分類ごとに何が足りないかを示す。調達で候補を比べるのに使う。",
      "パスの書き方は check と同じで、一つ以上要る。読めないファイルがあれば標準エラー出力に示し、残りを比べる。",
    ],
    options: {
      format: ["形式", "表の形式。既定は -o のファイル名から決め、決まらなければ md"],
      output: ["ファイル", "このファイルに書く。省くか - なら標準出力（xlsx は端末には表示しない）"],
      force: ["", "既にあるファイルを置き換える。リンクなら、その先に書き込む"],
      "as-of": ["日付", "この日の時点で判定する（既定: 今日）"],
      config: ["ファイル", "設定ファイル。既定は現在のフォルダーから上へ探した vendor-profile.config.yaml"],
    },
    exit: [
      ["0", "表を作った。判定が不適合や未確定でも0になる（判定で分けるには check を使う）"],
      ["2", "使い方の誤り、プロファイルがない、読めない入力や書き込めないファイルがある"],
      ["3", "内部の不具合"],
    ],
    examples: [
      ["vendor-profile compare a.vendor.yaml b.vendor.yaml", "二つのサービスを比べる"],
      ["vendor-profile compare 候補 -o 比較表.xlsx", "フォルダー「候補」のすべてのプロファイルを比べ、Excelの表を作る"],
    ],
  },
  en: {
    summary: "make a table that compares services",
    operands: "PATH…",
    description: [
      "Shows the profiles side by side, one column each: which classes of information each may hold, the result for every requirement and where they differ, and what each lacks for each class. Use it to compare candidates in a procurement.",
      "PATH is as for check; give at least one. A file that cannot be read is reported on standard error, and the others are compared.",
    ],
    options: {
      format: ["FORMAT", "output format (default: from the file name of -o, else md)"],
      output: ["FILE", "output file; standard output if left out or - (a terminal cannot show xlsx)"],
      force: ["", "replace an existing file; follow a link"],
      "as-of": ["DATE", "judge as of this day (default: today)"],
      config: ["FILE", "configuration file (default: vendor-profile.config.yaml in the current folder or above)"],
    },
    exit: [
      ["0", "the table was made, even if services do not conform or are undetermined (use check to test that)"],
      ["2", "wrong usage, no profile found, an input that cannot be read, or a file that cannot be written"],
      ["3", "internal error"],
    ],
    examples: [
      ["vendor-profile compare a.vendor.yaml b.vendor.yaml", "compare two services"],
      ["vendor-profile compare candidates -o comparison.xlsx", "compare every profile in the folder candidates, in Excel"],
    ],
  },
};
