import { shorten, unquoted } from "../../core/text/shorten.ts";
import type { ConfigFaults } from "../problem.ts";
import type { ConfigMessages } from "./types.ts";

const TYPES: Readonly<Record<ConfigFaults["type"]["expected"], string>> = {
  mapping: "「キー: 値」の並び",
  list: "一覧（各行を「- 」で始めるか、[ ] で囲む）",
  text: '文字（" " で囲む）',
};

const GLOBS: Readonly<Record<ConfigFaults["glob"]["fault"], string>> = {
  empty: "空である。ファイルの名前か、*.yaml のようなグロブを書く",
  long: "長すぎる。200字までで書く",
  negated: "「!」は使えない。除くものは exclude に書く",
  absolute: "この設定ファイルのフォルダーからの相対パスで書く",
  parent: "「..」は使えない。この設定ファイルのフォルダーの中だけを書く",
  characters: "「[」「]」「\\」は使えない。フォルダーの区切りは「/」、一文字は「?」で書く",
  braces: "{ } は、{a,b} のように10語までを「,」で区切り、二つまで書ける。中に { } や「/」は書けない",
  folder: "フォルダーの中のすべては、「/」の後に ** を付けて書く",
};

const meant = (similar: string | undefined) => (similar === undefined ? "" : `もしかして: ${similar}。`);

export const config: ConfigMessages = {
  what: {
    name: ({ name }) => `設定ファイルの名前は ${name} とする。今の名前では読まれない`,
    documents: () => "「---」の後に二つ目の設定がある。設定は一つだけ書く",
    type: ({ key, expected, written }) =>
      `${key === "" ? "設定ファイル" : `${key} `}は${TYPES[expected]}で書く（今は「${shorten(written)}」）`,
    key: ({ key, similar, keys }) => `「${shorten(key)}」というキーはない。${meant(similar)}使えるキー: ${keys.join("、")}`,
    value: ({ key, written, similar, allowed }) =>
      `${shorten(key)} に「${shorten(unquoted(written))}」とは書けない。${meant(similar)}書ける値: ${allowed.join("、")}`,
    none: ({ key }) => `${key} が空。一つ以上書くか、キーごと消す`,
    many: ({ key, most }) => `${key} が多すぎる。${most}個までで書く`,
    glob: ({ glob, fault }) => `「${shorten(glob)}」: ${GLOBS[fault]}`,
    code: ({ code, similar, kinds }) =>
      `「${shorten(code)}」という指摘はない。${similar === undefined ? `書けるのは 7.recommended のような要件の番号付きのものか、次のもの: ${kinds.join("、")}` : `もしかして: ${similar}`}`,
    row: ({ code, row, rows }) => `「${shorten(code)}」: No${shorten(row)} という要件はない。要件の番号: ${rows.join("、")}`,
    never: ({ code, codes }) =>
      `「${code}」という指摘が出ることはない。${codes.length > 0 ? `この要件で書けるもの: ${codes.join("、")}` : "この要件で書けるものはない"}`,
    locked: ({ code, lock }) =>
      lock === "duty"
        ? `「${code}」の重さは変えられない。必須の要件についての指摘は、設定で軽くも重くもならない`
        : `「${shorten(code)}」の重さは変えられない。正しく読み取れないことの指摘は、いつもエラーである`,
  },
  nothingFound: (paths, globs) =>
    `プロファイルが見つからない: ${paths.join("、")}（設定ファイルの files により ${globs.join("、")} を探した）`,
};
