import { roman } from "../../../messages/ja/roman.ts";
import type { NewProfileMessages } from "../new-profile-messages.ts";

const rowsOf = (rows: readonly string[]) => rows.map((no) => `No${no}`).join("・");

/** The comments of a new profile in Japanese. */
export const newProfile: NewProfileMessages = {
  heading: (classification) => `ベンダープロファイル（分類${roman(classification)}）`,
  guide: [
    "# で始まる行は説明であり、判定には使わない。消してもよい。",
    "「:」の後に、半角の空白を一つ空けて値を書く。行の先頭の空白は変えない。英数字と記号は半角で書く。",
    "分からないことは空けておく。空けたところは「未記載」となり、要件を満たすことにも満たさないことにもならない。",
    "キー（英字と「:」だけの行）の前に「# 」があるものは、必要なときだけ、その「# 」を消して使う。",
    "要件の全文と判定は、VS Codeでは「チェックリスト」に出る。端末では vendor-profile explain 番号、vendor-profile check ファイル名 で見る。",
  ],
  notAsked: "この分類の情報だけを扱うサービスには、基準は何も求めない。",
  section: (title) => `===== ${title} =====`,
  oneOf: (rows) => `${rowsOf(rows)}は、いずれか一つを満たすことが必須。`,
  row: (row, obligation) => `${row}（${obligation}）`,
  fact: (title, rows, description) =>
    `${title}${rows.length === 0 ? "" : `（${rowsOf(rows)}）`}${description && `: ${description}`}`,
  values: (plain) => `書ける値: ${plain.join("、")}`,
  boolean: "書ける値: true（はい）、false（いいえ）",
  text: "書ける値: 自由に書く",
  integer: "書ける値: 整数",
  date: "書ける値: 年-月-日。例: 2027-03-31",
  valuesOf: (list, examples) => `書ける値: ${list}。例: ${examples.join("、")}`,
  value: (value, title) => `${value}（${title}）`,
  meaning: (title, sentence) => [title, sentence].filter((part) => part !== "").join("。"),
  several: (example) => `[ ] の中に、半角の「,」で区切って並べる${example === undefined ? "" : `。例: ${example}`}`,
  items: "「-」から始まる行の組が1件に当たる。2件目からは、同じ行の組をコピーして下に貼り付ける。",
  noItems: "1件ごとに、次の行の組をコピーして下に貼り付け、「# 」を消して書く。",
  ifItApplies: "次は、当てはまるときだけ「# 」を消して書く。",
  forAlternatives: (first, rows) =>
    `次は、No${first}を満たさず、${rowsOf(rows)}のいずれかを満たすときに使う。使うキーと、その上の段のキーの「# 」を消して書く。`,
  notJudged: "次は、書かなくても判定は変わらない。書くときは「# 」を消す。",
};
