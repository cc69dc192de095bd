import type { FormMessages } from "../forms-messages.ts";

/** Messages about making questionnaires, in Japanese. */
export const forms: FormMessages = {
  kind: "質問票",
  gone: "ファイルがなくなったか、読み取れない。",
  broken: "YAMLとして読み取れないところがある。「問題」の一覧で確かめて、先に直す。",
  noProfile: "プロファイルの中身（キー: 値 の並び）がない。",
  apart: (places) => `質問票の欄に入らないため、シート「その他」に移したもの: ${places.join("、")}`,
};
