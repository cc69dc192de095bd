import { findings } from "../../../../messages/ja/findings.ts";
import { roman } from "../../../../messages/ja/roman.ts";
import type { ProfilesMessages } from "../profiles-messages.ts";

const groups: ProfilesMessages["groups"] = { ...findings.verdicts, unread: "読めないファイル" };

/** The list of profiles in Japanese. */
export const profiles: ProfilesMessages = {
  groups,
  count: (group, count) => `${groups[group]} ${count}`,
  classification: (classification) => `分類${roman(classification)}`,
  noClass: "分類なし",
  numbered: (file, number) => `${file}（${number}件目）`,
  more: (count) => `ほか${count}件`,
  failing: (count) => `不適合、書式エラー、読めないファイル: 合わせて${count}件`,
  filtered: (titles, shown, total) =>
    `絞り込み: ${titles.join("、")}。${total}件のうち${shown}件を表示し、${total - shown}件を隠している。`,
};
