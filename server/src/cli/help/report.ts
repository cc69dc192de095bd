import type { LanguageId } from "../../messages/language.ts";
import type { CommandHelp } from "../command.ts";

type Names = "format" | "output" | "force" | "class" | "as-of" | "config";

/** The help of `report`. */
export const reportHelp: Readonly<Record<LanguageId, CommandHelp<Names>>> = {
  ja: {
    summary: "クラウドサービス利用基準の表に判定を記入した報告書を作る",
    operands: "[パス…]",
    description: [
      "見つかったプロファイルごとに、基準の表（カテゴリー、要件、リスク、分類ごとの要否）に判定、理由、根拠を記入し、残るリスクと承認欄を付ける。チェック欄は、人が記入したものだけを写す。",
      "パスの書き方は check と同じ。読めないファイルがあれば標準エラー出力に示し、残りを報告書にする。",
      "CSVには、基準の表だけを、すべてのプロファイルについて続けて書く。",
    ],
    options: {
      format: ["形式", "報告書の形式。既定は -o のファイル名から決め、決まらなければ md"],
      output: ["ファイル", "このファイルに書く。省くか - なら標準出力（xlsx は端末には表示しない）"],
      force: ["", "既にあるファイルを置き換える。リンクなら、その先に書き込む"],
      class: ["分類", "プロファイルに書かれた分類の代わりに、この分類で判定する"],
      "as-of": ["日付", "この日の時点で判定する（既定: 今日）"],
      config: ["ファイル", "設定ファイル。既定は現在のフォルダーから上へ探した vendor-profile.config.yaml"],
    },
    exit: [
      ["0", "報告書を作った。判定が不適合や未確定でも0になる（判定で分けるには check を使う）"],
      ["2", "使い方の誤り、プロファイルがない、読めない入力や書き込めないファイルがある"],
      ["3", "内部の不具合"],
    ],
    examples: [
      ["vendor-profile report a.vendor.yaml -o 報告書.xlsx", "Excelの報告書を作る"],
      ["vendor-profile report a.vendor.yaml -o 報告書.html", "ブラウザーで開いて A4横に印刷できる報告書を作る"],
      ["vendor-profile report > 報告書.md", "現在のフォルダーのすべてのプロファイルについて、Markdownで作る"],
    ],
  },
  en: {
    summary: "make a report: the table of the standard, filled in",
    operands: "[PATH…]",
    description: [
      "For every profile: the table of the standard (category, requirement, risk, obligation for each class) with the result, the reasons and the evidence filled in, the remaining risks, and boxes for approval. The check column only contains what a person has entered.",
      "PATH is as for check. A file that cannot be read is reported on standard error, and the report covers the others.",
      "CSV contains only the table of the standard, one profile below the other.",
    ],
    options: {
      format: ["FORMAT", "output format (default: from the file name of -o, else md)"],
      output: ["FILE", "output file; standard output if left out or - (a terminal cannot show xlsx)"],
      force: ["", "replace an existing file; follow a link"],
      class: ["CLASS", "judge as this class instead of the one each profile states"],
      "as-of": ["DATE", "judge as of this day (default: today)"],
      config: ["FILE", "configuration file (default: vendor-profile.config.yaml in the current folder or above)"],
    },
    exit: [
      ["0", "the report was made, even if a service does not conform or is undetermined (use check to test that)"],
      ["2", "wrong usage, no profile found, an input that cannot be read, or a file that cannot be written"],
      ["3", "internal error"],
    ],
    examples: [
      ["vendor-profile report a.vendor.yaml -o report.xlsx", "make a report for Excel"],
      ["vendor-profile report a.vendor.yaml -o report.html", "make a report to open in a browser and print on A4 landscape"],
      ["vendor-profile report > report.md", "make a report in Markdown of every profile below the current folder"],
    ],
  },
};
