import type { LanguageId } from "../../messages/language.ts";
import type { CommandHelp } from "../command.ts";

type Names = "class" | "profile" | "output" | "force";

/** The help of `questionnaire`. */
export const questionnaireHelp: Readonly<Record<LanguageId, CommandHelp<Names>>> = {
  ja: {
    summary: "事業者に渡すExcelの質問票を作る",
    operands: "[プロファイル]",
    description: [
      "クラウドサービスの事実を尋ねる質問票（.xlsx）を作る。答えは一覧から選べる。マクロはない。事業者が記入したものは import でプロファイルになる。",
      "プロファイル（ファイル、又は標準入力の -）を指定すれば、書かれている事実を記入しておく。欄に入らないものはシート「その他」に移し、import で元に戻す。プロファイルの中のコメントは移さない。",
    ],
    options: {
      class: ["分類", "この分類の情報を扱う場合に必要な質問に、印を付ける"],
      profile: ["番号", "一つのファイルに複数のプロファイルがあるとき、何番目か"],
      output: ["ファイル", "書き出すファイル（.xlsx）。省くか - とすれば標準出力"],
      force: ["", "既にあるファイルを置き換える。リンクなら、その先に書き込む"],
    },
    exit: [
      ["0", "書き出した"],
      ["2", "使い方の誤り、読めないプロファイル、書き込めないファイル"],
      ["3", "内部の不具合"],
    ],
    examples: [
      ["vendor-profile questionnaire -o 質問票.xlsx", "空の質問票を作る"],
      ["vendor-profile questionnaire --class I -o 質問票.xlsx", "分類Ⅰに必要な質問に印を付けて作る"],
      ["vendor-profile questionnaire a.vendor.yaml -o 確認.xlsx", "分かっている事実を記入した質問票を作る"],
    ],
  },
  en: {
    summary: "make an Excel questionnaire for a vendor",
    operands: "[PROFILE]",
    description: [
      "Makes a questionnaire (.xlsx) that asks for the facts of a cloud service. Vendors choose answers from lists. It has no macros. import turns a filled-in questionnaire into a profile.",
      "With a PROFILE (a file, or - for standard input), its facts are filled in. Facts that have no cell go to the sheet “Other”, and import restores them. Comments of the profile are left out.",
    ],
    options: {
      class: ["CLASS", "mark the questions that this class of information needs"],
      profile: ["NUMBER", "which profile, if the file has several"],
      output: ["FILE", "output file (.xlsx); standard output if left out or -"],
      force: ["", "replace an existing file; follow a link"],
    },
    exit: [
      ["0", "the questionnaire was written"],
      ["2", "wrong usage, a profile that cannot be read, or a file that cannot be written"],
      ["3", "internal error"],
    ],
    examples: [
      ["vendor-profile questionnaire -o questions.xlsx", "an empty questionnaire"],
      ["vendor-profile questionnaire --class I -o questions.xlsx", "the same, with the questions that class I needs marked"],
      ["vendor-profile questionnaire a.vendor.yaml -o review.xlsx", "a questionnaire with the known facts filled in"],
    ],
  },
};
