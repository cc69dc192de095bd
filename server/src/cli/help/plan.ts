import type { LanguageId } from "../../messages/language.ts";
import type { CommandHelp } from "../command.ts";

type Names = "format" | "class" | "as-of" | "config" | "output" | "force";

/** The help of `plan`. */
export const planHelp: Readonly<Record<LanguageId, CommandHelp<Names>>> = {
  ja: {
    summary: "適合するには何を満たせば足りるかを示す",
    operands: "ファイル",
    description: [
      "満たせば適合と判定できる要件の組み合わせを、少ない順に示す。代わりとなる要件と例外を含む。どれも、それより一つ少なくては足りない。必須の対応、いずれか一つで足りるものに分け、要件ごとに、今の記載、満たすには何をするか、書く事実、基準に記載のリスクを示す。",
      "書かれた事実と基準から求めるもので、事実を述べるものではない。ファイルを変更しない。ファイルに - と書けば標準入力を読む。一つのファイルに複数のプロファイルがあれば、それぞれについて示す。",
    ],
    options: {
      format: ["形式", "出力の形式。既定は -o のファイル名から決め、決まらなければ pretty"],
      class: ["分類", "プロファイルに書かれた分類の代わりに、この分類に適合するための組み合わせを示す"],
      "as-of": ["日付", "この日の時点で判定する（既定: 今日）"],
      config: ["ファイル", "設定ファイル。既定は現在のフォルダーから上へ探した vendor-profile.config.yaml"],
      output: ["ファイル", "このファイルに書く。省くか - なら標準出力（xlsx は端末には表示しない）"],
      force: ["", "既にあるファイルを置き換える。リンクなら、その先に書き込む"],
    },
    exit: [
      ["0", "結果によらず、示すことができた"],
      ["2", "使い方の誤り、ファイルがないか読めない、書き込めない"],
      ["3", "内部の不具合"],
    ],
    examples: [
      ["vendor-profile plan a.vendor.yaml", "書かれた分類に適合するには何が必要か"],
      ["vendor-profile plan a.vendor.yaml --class S", "分類Sの情報を扱うには何が必要か"],
      ["vendor-profile plan a.vendor.yaml --class S -o plan.xlsx", "同じものを、Excelのファイルに書く"],
    ],
  },
  en: {
    summary: "show what would make a profile conform",
    operands: "FILE",
    description: [
      "Lists the sets of requirements that would make the profile conform if met, including alternatives and the exception, smallest first. No set can do without any of its requirements. The plan separates what is always needed from what you can choose. For each requirement it shows what is stated now, what would meet it, the facts to state, and the risk that the standard names.",
      "The plan follows from the stated facts and the standard; it does not state any fact, and it changes no file. FILE may be - (standard input). A file with several profiles gets a plan for each.",
    ],
    options: {
      format: ["FORMAT", "output format (default: from the file name of -o, else pretty)"],
      class: ["CLASS", "plan for this class instead of the one the profile states"],
      "as-of": ["DATE", "judge as of this day (default: today)"],
      config: ["FILE", "configuration file (default: vendor-profile.config.yaml in the current folder or above)"],
      output: ["FILE", "output file; standard output if left out or - (a terminal cannot show xlsx)"],
      force: ["", "replace an existing file; follow a link"],
    },
    exit: [
      ["0", "the plan was made, whatever the result"],
      ["2", "wrong usage, no such file, a file that cannot be read or written"],
      ["3", "internal error"],
    ],
    examples: [
      ["vendor-profile plan a.vendor.yaml", "what would it take to conform for the stated class?"],
      ["vendor-profile plan a.vendor.yaml --class S", "what would it take to handle class S?"],
      ["vendor-profile plan a.vendor.yaml --class S -o plan.xlsx", "the same, as an Excel file"],
    ],
  },
};
