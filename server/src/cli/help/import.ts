import type { LanguageId } from "../../messages/language.ts";
import type { CommandHelp } from "../command.ts";

type Names = "output" | "force";

/** The help of `import`. */
export const importHelp: Readonly<Record<LanguageId, CommandHelp<Names>>> = {
  ja: {
    summary: "記入された質問票からプロファイルを作る",
    operands: "質問票",
    description: [
      "questionnaire で作った質問票（.xlsx、又は標準入力の -）を読み、プロファイル（YAML）を書き出す。空欄は「未記載」となる。",
      "一通りにしか読めない書き方（日本国内、R8.4.1、5回、■はい □いいえ など）は読み取る。それ以外の回答（一覧にない回答、数式、取消線の引かれた文字など）、必須の回答の空欄、複製したシートの間の食い違いは、番地とともに標準エラー出力に示し、YAMLのコメントに残す。推測して埋めることはない。行の挿入、シートの移動や改名は差し支えない。",
    ],
    options: {
      output: ["ファイル", "書き出すファイル（.vendor.yaml）。省くか - とすれば標準出力"],
      force: ["", "既にあるファイルを置き換える。リンクなら、その先に書き込む"],
    },
    exit: [
      ["0", "すべて読み取った"],
      ["1", "書き出したが、読み取れないところや、必須の回答の空欄があった"],
      ["2", "使い方の誤り、質問票ではないファイル、書き込めないファイル。何も書き出さない"],
      ["3", "内部の不具合"],
    ],
    examples: [["vendor-profile import 回答.xlsx -o a.vendor.yaml", "記入された質問票からプロファイルを作る"]],
  },
  en: {
    summary: "make a profile from a filled-in questionnaire",
    operands: "QUESTIONNAIRE",
    description: [
      "Reads a questionnaire made by the questionnaire command (.xlsx, or - for standard input) and writes a profile (YAML). Blank answers count as not stated.",
      "An answer that can be read in only one way is read (R8.4.1, 5 times, ■Yes □No). Any other answer (not in the list, a formula, struck through), a blank required answer, and copied sheets that differ are reported with their addresses on standard error and kept as YAML comments. import never guesses. You may insert rows, and move or rename sheets.",
    ],
    options: {
      output: ["FILE", "output file (.vendor.yaml); standard output if left out or -"],
      force: ["", "replace an existing file; follow a link"],
    },
    exit: [
      ["0", "everything was read"],
      ["1", "the profile was written, but some cells could not be read, or a required answer is blank"],
      ["2", "wrong usage, a file that is no questionnaire, or a file that cannot be written; nothing was written"],
      ["3", "internal error"],
    ],
    examples: [["vendor-profile import answers.xlsx -o a.vendor.yaml", "make a profile from a questionnaire"]],
  },
};
