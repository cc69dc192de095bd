import type { LanguageId } from "../../messages/language.ts";
import type { CommandHelp } from "../command.ts";

type Names = "class" | "profile" | "output" | "force";

/** What `questionnaire` does. */
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
      force: ["", "既にあるファイルを置き換える"],
    },
    exit: [
      ["0", "書き出した"],
      ["2", "使い方の誤り、読めないプロファイル、書き込めないファイル"],
      ["3", "内部の不具合"],
    ],
    examples: [
      ["vendor-profile questionnaire -o 質問票.xlsx", "空の質問票を作る"],
      ["vendor-profile questionnaire --class I -o 質問票.xlsx", "分類Iに必要な質問に印を付けて作る"],
      ["vendor-profile questionnaire a.vendor.yaml -o 確認.xlsx", "分かっている事実を記入した質問票を作る"],
    ],
  },
  en: {
    summary: "make an Excel questionnaire for a vendor",
    operands: "[PROFILE]",
    description: [
      "Makes a questionnaire (.xlsx) that asks for the facts of a cloud service. Answers can be chosen from lists. It has no macros. What a vendor has filled in becomes a profile by import.",
      "With a PROFILE (a file, or - for standard input), the facts that it states are filled in. What fits no cell goes to the sheet “Other”, and back by import. Comments of the profile are left out.",
    ],
    options: {
      class: ["CLASS", "mark the questions that are needed where information of this class is handled"],
      profile: ["NUMBER", "which profile, where a file has several"],
      output: ["FILE", "the file to write (.xlsx); standard output where it is left out or -"],
      force: ["", "replace a file that is already there"],
    },
    exit: [
      ["0", "it is written"],
      ["2", "wrong usage, a profile that cannot be read, or a file that cannot be written"],
      ["3", "an internal fault"],
    ],
    examples: [
      ["vendor-profile questionnaire -o questions.xlsx", "an empty questionnaire"],
      ["vendor-profile questionnaire --class I -o questions.xlsx", "the same, marking what class I needs"],
      ["vendor-profile questionnaire a.vendor.yaml -o review.xlsx", "a questionnaire with the facts that are known"],
    ],
  },
};
