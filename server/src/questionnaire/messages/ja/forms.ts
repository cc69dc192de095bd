import type { FormMessages } from "../forms-messages.ts";

/** Messages about making questionnaires, in Japanese. */
export const forms: FormMessages = {
  kind: "質問票",
  gone: "ファイルがないか、読み取れません。",
  broken: "YAMLとして読み取れないところがあります。「問題」の一覧で確かめて、先に直してください。",
  noProfile: "プロファイルの中身（キー: 値 の並び）がありません。",
  apart: (places) => `質問票の欄に入らないため、シート「その他」に移したもの: ${places.join("、")}`,
};
