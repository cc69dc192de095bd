import type { Row } from "../../../core/standard/standard.ts";
import { reviewParts } from "../../../messages/ja/review.ts";
import { roman } from "../../../messages/ja/roman.ts";
import type { PlanMessages } from "../plan-messages.ts";

const name = ({ no, label }: Row) => `No${no} ${label.ja}`;

export const plan: PlanMessages = {
  title: "適合に必要な対応",
  caution:
    "記載内容から計算した結果であり、対応済みかどうかを示すものではない。実際に満たしたうえで、その事実をプロファイルに書くと、判定が変わる。",
  asClass: (classification, stated) =>
    `分類${roman(classification)}として求める（プロファイルの分類は${stated === null ? "書かれていないか読み取れない" : roman(stated)}）。`,
  invalid: (faults, surface) =>
    `書式エラーが${faults}件ある（${surface === "editor" ? "内容は「問題」の一覧に示す" : "内容は vendor-profile check で分かる"}）。直すまで、判定は「書式エラー」のまま変わらない。以下は今読み取れる記載によるもので、直すと変わることがある。`,
  unclassified: {
    commandLine:
      "重要性分類（information.classification）が書かれていないか読み取れないため、必要な対応が分からない。それを書くか、--class で分類を指定する。",
    editor:
      "重要性分類が書かれていないか読み取れないため、必要な対応が分からない。プロファイルに書くか、判定する分類をここで選ぶ。",
  },
  unasked: (classification) => `分類${roman(classification)}に対する要件はない。必要な対応はない。`,
  complete: (classification) =>
    `書かれた事実で、分類${roman(classification)}に必要な要件をすべて満たす。ほかに必要な対応はない。`,
  completeOnceRepaired: (classification) =>
    `今読み取れる記載では、分類${roman(classification)}に必要な要件をすべて満たす。書式エラーを直すほかに、必要な対応は見当たらない。`,
  impossible: (classification) =>
    `分類${roman(classification)}に必要な要件に、対象外のものがある。何を満たしても、適合とは判定できない。`,
  open: ({ classification, steps, unknown, hasCommon, choices }) => {
    const least = `分類${roman(classification)}に適合するには、少なくともあと${steps}件の対応が必要。`;
    const stating = `${unknown === steps ? "いずれも" : `うち${unknown}件は`}判定に必要な事実がそろっていないもので、既に満たしていれば、それを書けば足りる。`;
    const chosen = choices > 1 ? "選択肢から一つずつ" : "選択肢から一つ";
    const all = hasCommon ? `「必須の対応」のすべてと、${chosen}` : `次の${chosen}`;
    return `${least}${unknown > 0 ? stating : ""}${choices > 0 ? all : "次のすべて"}を満たせば足りる。`;
  },
  inAnyCase: "必須の対応",
  oneOf: (rows) =>
    rows.length === 1
      ? `選択肢: ${rows.map(name).join("")}について、いずれか一つ`
      : `選択肢: ${rows.map(({ no }) => no).join("・")}のいずれか一つ`,
  row: name,
  review: (row) => `No${row.no} の例外の検討`,
  reviewOf: (no) => `${no}（例外の検討）`,
  unmet: "満たさない",
  unknown: "判定できない（既に満たしているかもしれない）",
  unrecorded: "記録がない",
  standing: (name, status) => `${name}: ${status}`,
  now: "今:",
  enoughFor: (remedy) => `満たすには: ${remedy}`,
  record: ({ no }, carrier, missing) =>
    `ほかの要件を総合的に検討し、${reviewParts(missing)}を記録する（assessment."${no}".exception）。${no}は満たさないまま、${carrier.no}で代替する。`,
  fact: (title, path) => `${title}（${path}）`,
  facts: "書く事実:",
  otherwise: (carrier, { no }) =>
    `${no}を満たさないと分かったときは、総合的に検討した記録があれば、${carrier.no}を満たすことで代替できる。`,
  same: (step) => `${step} のところに示したものと同じ`,
  sets: (count) => `組み合わせ（${count}通り、少ない順）`,
  cut: (most) => `組み合わせはほかにもある。少ない順に${most}通りを示す。`,
  set: (rows, count) => `${rows}（${count}件）`,
  steps: (count) => `${count}件`,
  columns: {
    need: "要否",
    requirement: "要件",
    status: "今の判定",
    reasons: "今の記載",
    enough: "満たすには",
    facts: "書く事実",
    risk: "基準に記載のリスク",
    rank: "順",
    size: "件数",
    set: "組み合わせ",
  },
};
