import type { LanguageId } from "../../messages/language.ts";
import type { CommandHelp } from "../command.ts";

type Names = "output" | "force";

const MODELINE = "  # yaml-language-server: $schema=vendor-profile.schema.json";

/** The help of `schema`. */
export const schemaHelp: Readonly<Record<LanguageId, CommandHelp<Names>>> = {
  ja: {
    summary: "プロファイルか設定ファイルの形式を表すJSON Schemaを出力する",
    operands: "[profile|config]",
    description: [
      "profile（既定）はベンダープロファイル、config は設定ファイル（vendor-profile.config.yaml）の形式である。JSON Schema（draft-07）を読むYAMLエディターなら、どれでもキーと値の候補を示し、誤りを指摘できる。要件を満たすかどうかは判定しない。",
      "プロファイルの先頭に次の1行を書くと、そのファイルに適用される。",
      MODELINE,
    ],
    options: {
      output: ["ファイル", "このファイルに書く（既定: 標準出力）"],
      force: ["", "既にあるファイルを置き換える。リンクなら、その先に書き込む"],
    },
    exit: [
      ["0", "出力した"],
      ["2", "使い方の誤り、既にファイルがある、書き込めない"],
      ["3", "内部の不具合"],
    ],
    examples: [
      ["vendor-profile schema -o vendor-profile.schema.json", "プロファイルを書くときにエディターが読むファイルを作る"],
      ["vendor-profile schema config -o vendor-profile.config.schema.json", "設定ファイルを書くときに読むファイルを作る"],
    ],
  },
  en: {
    summary: "print the JSON Schema of profiles or of the configuration",
    operands: "[profile|config]",
    description: [
      "profile (the default) is the schema of vendor profiles, config that of the configuration (vendor-profile.config.yaml). With it, any YAML editor that supports JSON Schema (draft-07) offers keys and values and marks mistakes. The schema does not judge whether requirements are met.",
      "To apply the schema to a profile, begin the profile with this line:",
      MODELINE,
    ],
    options: {
      output: ["FILE", "output file (default: standard output)"],
      force: ["", "replace an existing file; follow a link"],
    },
    exit: [
      ["0", "the schema was printed"],
      ["2", "wrong usage, or a file that exists or cannot be written"],
      ["3", "internal error"],
    ],
    examples: [
      ["vendor-profile schema -o vendor-profile.schema.json", "make the file that editors read for profiles"],
      [
        "vendor-profile schema config -o vendor-profile.config.schema.json",
        "make the file that editors read for the configuration",
      ],
    ],
  },
};
