import type { LanguageId } from "../../messages/language.ts";
import type { CommandHelp } from "../command.ts";

type Names = "class" | "vendor" | "service" | "force";

/** What `new` does. */
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
      force: ["", "既にあるファイルを置き換える"],
    },
    exit: [
      ["0", "作った"],
      ["2", "使い方の誤り、既にファイルがある、書き込めない、途中で取りやめた"],
      ["3", "内部の不具合"],
    ],
    examples: [
      ["vendor-profile new", "尋ねられることに答えて作る"],
      ["vendor-profile new a.vendor.yaml -c I --vendor あおば --service 電子申請", "尋ねずに、分類Iのプロファイルを作る"],
    ],
  },
  en: {
    summary: "make a new vendor profile, with comments on how to fill it in",
    operands: "[FILE]",
    description: [
      "Lists the keys that the class needs. Above each key, comments tell what it means, which requirements it decides, and the values it may have. Keys that matter in some cases only are commented out.",
      "No answer is filled in: nothing stands behind the keys, and what is left empty counts as not stated.",
      "In a terminal, what is not given is asked. Elsewhere --class, --vendor and --service must be given, and without FILE, or with -, the profile goes to standard output.",
      "A file that is already there is not replaced without --force.",
    ],
    options: {
      class: ["CLASS", "the highest class of information handled"],
      vendor: ["NAME", "the vendor's name"],
      service: ["NAME", "the service's name"],
      force: ["", "replace a file that is already there"],
    },
    exit: [
      ["0", "the profile is made"],
      ["2", "wrong usage, a file that is already there or cannot be written, or cancelled"],
      ["3", "an internal fault"],
    ],
    examples: [
      ["vendor-profile new", "answer the questions"],
      ['vendor-profile new a.vendor.yaml -c I --vendor "Aoba Corp." --service Forms', "a profile for class I, without questions"],
    ],
  },
};
