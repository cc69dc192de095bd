import { findings } from "../../../messages/ja/findings.ts";
import { roman } from "../../../messages/ja/roman.ts";
import type { MarkMessages } from "../types.ts";

/** Lenses in Japanese. */
export const marks: MarkMessages = {
  verdict: (summary) => `判定 — ${summary}`,
  outcome: ({ classification, verdict, unmet, unknown }) => {
    const counts = [...(unmet > 0 ? [`未達 ${unmet}`] : []), ...(unknown > 0 ? [`未記載 ${unknown}`] : [])];
    return `${roman(classification)}: ${counts.length > 0 ? counts.join("・") : findings.verdicts[verdict]}`;
  },
  nothingUnstated: "この分類で必要な事実は、すべて書かれている。",
  nothingToAdd: "ここに加える事実はない。判定できない要件や書式の誤りは、問題の一覧にある。",
};
