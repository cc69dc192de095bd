import type { Field } from "../../core/schema/format.ts";
import { roman } from "../../messages/ja/roman.ts";
import type { LanguageId } from "../../messages/language.ts";

/** The texts of `explain` besides those of the standard and the format. */
export interface ExplainMessages {
  /** The text below the list of rows. */
  readonly more: string;
  readonly unknown: (word: string, similar: string | undefined) => string;
  /** The heading for the code of a finding. */
  readonly code: (code: string) => string;
  readonly place: string;
  /** The section of a fact. */
  readonly within: (section: string) => string;
  readonly type: string;
  readonly types: Readonly<Record<Field["type"] | "date" | "objects", string>>;
  readonly value: (value: string, title: string) => string;
  readonly below: string;
  readonly decides: string;
  readonly decidesNothing: string;
  /** For the fact that states the class. */
  readonly decidesAll: string;
  readonly obligations: (each: readonly string[]) => string;
  readonly obligation: (classification: string, obligation: string) => string;
  readonly comma: string;
}

const ja: ExplainMessages = {
  more: "要件の番号、指摘のコード、事実のキーや名称を付けると、それを説明する。例: vendor-profile explain 5-1、vendor-profile explain check.contradiction、vendor-profile explain 認証要素",
  unknown: (word, similar) =>
    `「${word}」に当たる要件、指摘のコード、事実はない。${similar === undefined ? "" : `もしかして: ${similar}。`}要件の一覧は vendor-profile explain`,
  code: (code) => `指摘 ${code}`,
  place: "書く場所",
  within: (section) => `（${section}）`,
  type: "値の種類",
  types: {
    object: "「キー: 値」の並び",
    objects: "一覧（各行を「- 」で始め、「キー: 値」を並べる）",
    array: "一覧",
    string: "文字",
    boolean: "true か false",
    integer: "整数",
    date: "日付（YYYY-MM-DD）",
  },
  value: (value, title) => `\`${value}\` ${title}`,
  below: "この下に書くもの",
  decides: "この事実を判定に使う要件",
  decidesNothing: "どの要件の判定にも使わない。",
  decidesAll: "どの要件が必須になるかが、これで決まる。",
  obligations: (each) => `（${each.join("・")}）`,
  obligation: (classification, obligation) => `${roman(classification)} ${obligation}`,
  comma: "、",
};

const en: ExplainMessages = {
  more: "Give the number of a requirement, the code of a finding, or the key or title of a fact to see its explanation: vendor-profile explain 5-1, vendor-profile explain check.contradiction, vendor-profile explain Factors",
  unknown: (word, similar) =>
    `No requirement, finding code or fact is called “${word}”. ${similar === undefined ? "" : `Did you mean ${similar}? `}vendor-profile explain lists the requirements.`,
  code: (code) => `Finding ${code}`,
  place: "Where it goes",
  within: (section) => ` (${section})`,
  type: "Kind of value",
  types: {
    object: "“key: value” lines",
    objects: "a list (each item begins with “- ”, followed by “key: value” lines)",
    array: "a list",
    string: "text",
    boolean: "true or false",
    integer: "a whole number",
    date: "a date (YYYY-MM-DD)",
  },
  value: (value, title) => `\`${value}\` ${title}`,
  below: "What goes below it",
  decides: "Requirements that use it",
  decidesNothing: "No requirement uses it.",
  decidesAll: "It decides which requirements are required.",
  obligations: (each) => ` (${each.join(", ")})`,
  obligation: (classification, obligation) => `${classification}: ${obligation}`,
  comma: ", ",
};

/** The texts of `explain`, by language. */
export const explainMessages: Readonly<Record<LanguageId, ExplainMessages>> = { ja, en };
