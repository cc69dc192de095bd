import type { LanguageId } from "../../messages/language.ts";
import type { CommandHelp } from "../command.ts";

type Names = "class" | "vendor" | "service" | "force";

/** The help of `new`. */
export const newHelp: Readonly<Record<LanguageId, CommandHelp<Names>>> = {
  ja: {
    summary: "新しいベンダープロファイルを、書き方の説明付きで作る",
    operands: "[ファイル]",
    description: [
      "その分類で必要なキーを並べる。それぞれのキーの上に、意味、どの要件の判定に使うか、書ける値をコメントで示す。当てはまるときだけ使うキーはコメントにしてある。",
      "答えは書き込まない。キーの後は空であり、空のままなら未記載として扱う。",
      "端末では、指定していないものを尋ねる。端末でなければ --class、--vendor、--service が必要であり、ファイルを省くか - とすると標準出力に書く。",
      "既にあるファイルは、--force がなければ置き換えない。",
    ],
    options: {
      class: ["分類", "扱う情報のうち最も高い重要性分類"],
      vendor: ["名称", "事業者名"],
      service: ["名称", "サービス名"],
      force: ["", "既にあるファイルを置き換える。リンクなら、その先に書き込む"],
    },
    exit: [
      ["0", "作った"],
      ["2", "使い方の誤り、既にファイルがある、書き込めない、途中で取りやめた"],
      ["3", "内部の不具合"],
    ],
    examples: [
      ["vendor-profile new", "尋ねられることに答えて作る"],
      ["vendor-profile new a.vendor.yaml -c I --vendor あおば --service 電子申請", "尋ねずに、分類Ⅰのプロファイルを作る"],
    ],
  },
  en: {
    summary: "make a new vendor profile, with comments on how to fill it in",
    operands: "[FILE]",
    description: [
      "Lists the keys that the class needs. Comments above each key explain its meaning, which requirements it decides, and its allowed values. Keys that only matter in some cases are commented out.",
      "The keys have no values yet, and a key left empty counts as not stated.",
      "On a terminal, new asks for what is not given. Elsewhere give --class, --vendor and --service; without FILE, or with -, the profile goes to standard output.",
      "An existing file is only replaced with --force.",
    ],
    options: {
      class: ["CLASS", "the highest class of information handled"],
      vendor: ["NAME", "the name of the vendor"],
      service: ["NAME", "the name of the service"],
      force: ["", "replace an existing file; follow a link"],
    },
    exit: [
      ["0", "the profile was made"],
      ["2", "wrong usage, a file that exists or cannot be written, or cancelled"],
      ["3", "internal error"],
    ],
    examples: [
      ["vendor-profile new", "answer the questions"],
      ['vendor-profile new a.vendor.yaml -c I --vendor "Aoba Corp." --service Forms', "a profile for class I, without questions"],
    ],
  },
};
