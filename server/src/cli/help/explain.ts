import type { LanguageId } from "../../messages/language.ts";
import type { CommandHelp } from "../command.ts";

type Names = "format";

/** The help of `explain`. */
export const explainHelp: Readonly<Record<LanguageId, CommandHelp<Names>>> = {
  ja: {
    summary: "要件、指摘のコード、事実の意味を説明する",
    operands: "[語…]",
    description: [
      "要件の番号（5-1）には、その要件、原文と訂正、リスク、分類ごとの扱い、満たすには何をするか、判定に使う事実を示す。指摘のコード（5-1.unmet、check.contradiction）には、その意味を示す。事実のキー（authentication.provider.factors、factors）か名称（認証要素）には、意味、書ける値、その事実を判定に使う要件を示す。",
      "語を省けば、要件の一覧を示す。全角の数字やダッシュ（５−１）も読む。",
    ],
    options: { format: ["形式", "出力の形式（既定: pretty）"] },
    exit: [
      ["0", "示すことができた"],
      ["2", "使い方の誤り、知らない語"],
      ["3", "内部の不具合"],
    ],
    examples: [
      ["vendor-profile explain", "要件の一覧を示す"],
      ["vendor-profile explain 5-1", "No5-1 を説明する"],
      ["vendor-profile explain 8-1.exception", "check が示す指摘を説明する"],
      ["vendor-profile explain cipher", "暗号の書き方を示す"],
    ],
  },
  en: {
    summary: "explain a requirement, the code of a finding, or a fact",
    operands: "[WORD…]",
    description: [
      "For the number of a requirement (5-1): the requirement, the original wording with its corrections, the risk, the obligation by class, what would meet it, and the facts that decide it. For the code of a finding (5-1.unmet, check.contradiction): its meaning. For a fact, by its key (authentication.provider.factors, factors) or its title (Factors): its meaning, its allowed values, and the requirements that use it.",
      "Without a WORD, explain lists all requirements. It also reads full-width digits and dashes (５−１).",
    ],
    options: { format: ["FORMAT", "output format (default: pretty)"] },
    exit: [
      ["0", "the words were explained"],
      ["2", "wrong usage, or an unknown word"],
      ["3", "internal error"],
    ],
    examples: [
      ["vendor-profile explain", "list the requirements"],
      ["vendor-profile explain 5-1", "explain No. 5-1"],
      ["vendor-profile explain 8-1.exception", "explain a finding of check"],
      ["vendor-profile explain cipher", "show how to write ciphers"],
    ],
  },
};
