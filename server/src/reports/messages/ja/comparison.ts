import { roman } from "../../../messages/ja/roman.ts";
import type { ComparisonMessages } from "../comparison-messages.ts";

export const comparison: ComparisonMessages = {
  verdict: (classification, verdict) => (classification === null ? verdict : `分類${roman(classification)}: ${verdict}`),
  byClass: "分類ごとの判定",
  ofClass: (classTitle, verdict) => `${classTitle}: ${verdict}`,
  view: {
    differences: "差のあるものだけ",
    nothingDiffers: "差はない。",
    open: "プロファイルを開く",
    remove: "比較から外す",
  },
};
