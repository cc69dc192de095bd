import { shorten, unquoted } from "../../../core/text/shorten.ts";
import type { FixMessages } from "../types.ts";

const MAX_LISTED = 3;

const numbers = (rows: readonly { readonly no: string }[]) =>
  rows.length <= MAX_LISTED ? rows.map(({ no }) => `No${no}`).join("、") : `No${rows[0]?.no}ほか${rows.length - 1}件`;
const side = (name: string, label: string) => (label === "" ? name : `${name}（${label}）`);

/** Quick fixes in Japanese. */
export const fixes: FixMessages = {
  title: {
    correct: ({ from, to }) =>
      to === undefined ? `「${shorten(unquoted(from))}」を正しい書き方に直す` : `「${shorten(from)}」を「${to}」に直す`,
    similar: ({ from, to }) => `「${shorten(from)}」を「${to}」に変える`,
    rename: ({ from, to }) => `キー「${shorten(from)}」を「${to}」に直す`,
    "own-key": ({ from, to }) => `キー「${shorten(from)}」を独自のキー「${shorten(to)}」にする`,
    "remove-key": ({ key }) => `キー「${shorten(key)}」を中身ごと消す`,
    "keep-one": ({ key }) => `2回ある「${shorten(key)}」を一つにする`,
    "remove-repeated": ({ value }) => `重複する「${shorten(value)}」を消す`,
    "remove-empty": ({ fact }) => `${fact.ja}の空の値を消す（キーは残す）`,
    "keep-first": ({ key, value }) => `一つ目の「${key}: ${value}」を残す`,
    "keep-second": ({ key, value }) => `二つ目の「${key}: ${value}」を残す`,
    begin: () => "必ず書くキーを加える",
    add: ({ fact, path }) => `${fact.ja}（${path}）の欄を加える`,
    "add-open": ({ row, count }) => `No${row.no}の未記載の欄をすべて加える（${count}件）`,
    "add-alternative": ({ row }) => `No${row.no} ${row.label.ja}の未記載の欄を加える`,
    "add-review": ({ keys }) => `検討の記録の欄（${keys.join("・")}）を加える`,
    "add-evidence": ({ rows }) => `根拠の欄を加える（${numbers(rows)}）`,
    drop: ({ path, of, fact, value }) => {
      const what = of ? of.ja + (fact ? `の${fact.ja}` : "") : path;
      return value === undefined ? `${of ? what : `${path} `}を中身ごと消す` : `${what}（${value}）を消す`;
    },
    "drop-others": ({ path, keys }) => `${path} の ${keys.join("・")} を消す`,
    "add-space": () => "「:」の後に空白を入れる",
    "add-marker": () => "次に「---」の行を入れる",
    "half-width": ({ to }) =>
      to === "#"
        ? "全角の「＃」を半角の「#」にする"
        : to.startsWith(":")
          ? "全角の区切りを半角の「: 」にする"
          : "全角のかっこを半角にする",
    "plain-space": ({ isRemoved }) => (isRemoved ? "余分な空白を取り除く" : "半角の空白にする"),
    "indent-with-spaces": () => "行頭のタブを空白にする",
    quote: ({ value }) => `「${value}」を引用符で囲む`,
    escape: () => "「\\」を文字として書く（「\\\\」）",
    "add-colon": ({ key }) => `「${shorten(key)}」の後に「:」を入れる`,
    "close-quote": ({ mark }) => `行の終わりに「${mark}」を加えて閉じる`,
    "close-bracket": ({ mark }) => `行の終わりに「${mark}」を加えて閉じる`,
    "remove-alias": ({ mark }) => `「${shorten(mark)}」を消す`,
    "remove-tag": ({ tag }) => `型の指定「${shorten(tag)}」を消す`,
    "keep-ours": ({ label }) => side("競合の前半を残す", label),
    "keep-theirs": ({ label }) => side("競合の後半を残す", label),
    uncomment: ({ keys }) => `${keys.map((key) => `「# ${key}:」`).join("")}の「#」を外す`,
    reindent: ({ key }) => `「${key}」の行頭の空白をそろえる`,
  },
  why: {
    alias: "別名（*）で書かれているか、キーの並びになっていないため、加えられない",
    broken: "読み取れない行がある。先にその行を直す",
    empty: "中身が書かれていない。このまま閉じると、何もないと書いたことになる",
    fails: "書かれた事実では満たさない。欄を加えても変わらない",
    meets: "消すだけで要件を満たすことになる。どちらが事実かを確かめて書き直す",
    "not-a-key": "ここに書けるキーではない",
    taken: "同じ名前のキーがすでにある",
    unclear: "書かれた値では判定できない。欄を加えても変わらない",
    unknown: "正しい値は、書かれたものからは分からない。確かめて書き直す",
  },
  all: (count) => `同じ種類の指摘をすべて直す（${count}件）`,
  everything: "書き間違いをまとめて直す（内容は変えない）",
  sort: "キーを決まった順に並べる",
};
