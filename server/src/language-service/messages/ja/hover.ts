import type { HoverMessages } from "../types.ts";

/** Hovers in Japanese. */
export const hover: HoverMessages = {
  classes: "分類",
  enough: (remedy) => `満たすには: ${remedy}`,
  risk: (no, text) => `基準に記載のリスク${no === undefined ? "" : `（${no}）`}: ${text}`,
  requirement: (no, text) => `要件${no === undefined ? "" : ` ${no}`}: ${text}`,
  original: (text) => `原文: ${text}`,
  corrections: "原文の訂正",
  isIn: (set, asOf) => `「${set}」に当たる${asOf === undefined ? "" : `（${asOf}現在）`}`,
  isNotIn: (set, asOf) => `「${set}」に当たらない${asOf === undefined ? "" : `（${asOf}現在）`}`,
  examples: (text) => `例: ${text}`,
  correction: (from, to, reason) => `「${from}」→${to === null ? "不明" : `「${to}」`}: ${reason}`,
  alias: (name, line) => `「*${name}」は、${line}行目の「&${name}」と同じ内容を表す。`,
  ownKey: "独自のキー。判定には使わない。",
  unreadable: "この値は判定に使えないため、未記載として扱う。",
};
