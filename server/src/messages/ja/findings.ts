import type { Payloads, Reason } from "../../core/findings/finding.ts";
import type { Row } from "../../core/standard/standard.ts";
import { shorten, unquoted } from "../../core/text/shorten.ts";
import { hasAlike } from "../../core/text/white-space.ts";
import { applying, type CoreMessages, type Meant, ofValues } from "../language.ts";
import { alikes } from "./alikes.ts";
import { explanation } from "./explanation.ts";
import { reviewParts } from "./review.ts";
import { roman } from "./roman.ts";

const name = (row: Row) => `No${row.no} ${row.label.ja}`;
const numbers = (rows: readonly { readonly row: Row }[]) => rows.map(({ row }) => row.no).join("・");
const subject = ({ of, fact }: Reason) => (of ? `${of.ja}の${fact.ja}` : fact.ja);
const value = ({ value: written = "" }: Reason) => unquoted(written);
const quoted = (reason: Reason) => (reason.isTitle ? value(reason) : `「${value(reason)}」`);
const remarks = ({ title, note }: Reason) => {
  const texts = [title, note].flatMap((text) => (text ? [text.ja] : []));
  return texts.length > 0 ? `（${texts.join("、")}）` : "";
};

const reason = (reason: Reason): string => {
  switch (reason.state) {
    case "unstated":
      return reason.note?.ja ?? `${subject(reason)}が未記載`;
    case "lacking":
      return reason.note?.ja ?? `${subject(reason)}に当てはまるものがない`;
    case "unclear":
      return `${subject(reason)}が${quoted(reason)}では判定できない${remarks(reason)}`;
    case "invalid":
      return `${subject(reason)}が読み取れない`;
    default:
      if (reason.value === undefined) return subject(reason);
      if (reason.isTitle) return `${subject(reason)}: ${value(reason)}${remarks(reason)}`;
      return `${subject(reason)}が${quoted(reason)}${reason.value === "[]" && !reason.note ? "（なし）" : remarks(reason)}`;
  }
};

const TYPES = {
  object: "「キー: 値」の並び",
  array: "一覧（各行を「- 」で始めるか、[ ] で囲む）",
  string: '文字（数字や true だけの値は " " で囲む）',
  boolean: " true か false ",
  integer: "整数",
};

/** The canonical notation, a similar value, and the requirements that the value blocks. */
const ofValue = ({ meant, similar, apart, orNone, blocks }: Meant) => [
  ...(meant === undefined ? [] : [`正しい書き方: ${meant}`]),
  ...(similar === undefined ? [] : [`もしかして: ${similar}`]),
  ...(apart === undefined ? [] : [`一つずつ分けて書く: ${apart.join("、")}`]),
  ...(orNone && meant === undefined && similar === undefined ? ["ないことを示すには、[] と書く"] : []),
  ...blocked(blocks),
];

const blocked = (blocks: readonly string[]) =>
  blocks.length > 0 ? [`このため判定できない要件: ${blocks.map((no) => `No${no}`).join("、")}`] : [];

/** The allowed values, unless we know which one was meant. */
const choices = ({ allowed, meant, apart }: Payloads["schema.enum"]) =>
  meant === undefined && apart === undefined
    ? [`書ける値: ${allowed.map(({ value, ja }) => (ja === value ? value : `${value}（${ja}）`)).join("、")}`]
    : [];

/** Where to write an unstated fact, unless the reason says so. */
const place = ({ state, path, note }: Reason) => (state === "unstated" && !note ? [`書く場所: ${path}`] : []);

const remedies = ({ row, alternatives, status, reason }: Payloads["unmet"]): string[] => {
  if (alternatives.length === 0) return [...place(reason), `満たすには: ${row.remedy.ja}`];
  const branches = applying([{ row, status, open: [] as readonly string[] }, ...alternatives]);
  return [
    ...place(reason),
    "満たすには、次のいずれか:",
    ...branches.map(({ row, open }) => `・${row.no}: ${row.remedy.ja}${open.length > 0 ? `（未記載: ${open.join("、")}）` : ""}`),
  ];
};

export const findings: CoreMessages = {
  id: "ja",
  className: roman,
  what: {
    unmet: ({ row, reason: why, alternatives }) => {
      const others = applying(alternatives);
      return `${name(row)}: ${reason(why)}${others.length > 0 ? `。代わりの${numbers(others)}も満たさない` : ""}`;
    },
    unstated: ({ row, reason: why, alternatives, status }) => {
      const open = alternatives.filter(({ status }) => status === "unknown");
      if (status === "unmet") return `${name(row)}: 満たさない。代わりの${numbers(open)}が判定できない`;
      return `${name(row)}: ${reason(why)}${open.length > 0 ? `。代わりの${numbers(open)}も判定できない` : ""}`;
    },
    recommended: ({ row, reason: why, carrier }) =>
      `${name(row)}（推奨）: ${reason(why)}${carrier ? `。代わりに${carrier.no}を満たす` : ""}`,
    exception: ({ row, carrier, carrierStatus }) =>
      `${name(row)}: 満たさない。${carrier.no}で代替するには検討の記録が必要${carrierStatus === "unknown" ? `（${carrier.no}は判定できない）` : ""}`,
    excepted: ({ row, carrier, carrierStatus, by, date }) =>
      `${name(row)}: 満たさないが、検討（${by}、${date}）により${carrier.no}で代替${carrierStatus === "unknown" ? `。${carrier.no}は判定できない` : ""}`,
    legacy: ({ row, reason: { of }, values }) =>
      `${name(row)}: ${of ? `${of.ja}で` : ""}古い方式（${values.join("、")}）も使える`,
    expiring: ({ row, date }) => `${name(row)}: 認証の有効期限（${date}）が近い`,
    "check.contradiction": ({ row }) => `${name(row)}: 確認欄は「確認済み」だが、書かれた事実では満たさない`,
    "check.unsupported": ({ row }) => `${name(row)}: 確認欄は「確認済み」だが、書かれた事実では判定できない`,
    "check.objection": ({ row }) => `${name(row)}: 確認欄は「不備あり」だが、書かれた事実では満たす`,
    "evidence.absent": ({ rows }) => `満たす要件のうち根拠の記載がないもの: ${rows.map(({ no }) => `No${no}`).join("、")}`,
    "evidence.expired": ({ row, title, date }) =>
      `No${row} の根拠${title === null ? "" : `「${title}」`}の有効期限（${date}）が過ぎている`,
    "evidence.file": ({ row, file }) => `No${row} の根拠のファイル「${file}」が、プロファイルからの相対パスに見つからない`,
    "consistency.overseas-unused": ({ row }) => `国外保存の記載は、${name(row)}を満たすときは使われない`,
    "consistency.backup-store-unused": () => "バックアップの保存先があるが、dataLocation.backups は「取らない」（[]）としている",
    "consistency.class-abroad-above-handled": ({ abroad, handled }) =>
      `国外に置く分類${roman(abroad)}が、扱う情報の分類${roman(handled)}より高い`,
    "consistency.erasure-flags-unused": ({ fact, method }) =>
      `「${fact.ja}」は暗号化消去のときだけ使われる（消去方法は「${method}」）`,
    "consistency.exception-unused": ({ row }) => `${name(row)}は満たしているため、例外の検討は使われない`,
    "consistency.renewal-not-ismap": ({ scheme, renewable }) =>
      `更新手続中が意味を持つのは${renewable.join("と")}だけ（認証制度は「${scheme}」）`,
    "consistency.admin-facts-unused": ({ group }) => `${group.ja}は「管理画面なし」のため、ほかの記載は使われない`,
    "consistency.date-in-future": ({ fact, date }) => `${fact.ja}（${date}）が判定日より後`,
    "schema.type": ({ fact, value: written, expected }) =>
      `${fact.ja}は${TYPES[expected]}で書く（いまは「${shorten(written)}」）${
        expected === "object" && hasAlike(written) ? `。${alikes(written)}はYAMLの空白ではない` : ""
      }`,
    "schema.enum": ({ fact, value: written }) => `${fact.ja}に「${shorten(unquoted(written))}」とは書けない`,
    "schema.country": ({ fact, value: written }) =>
      `${fact.ja}の「${shorten(unquoted(written))}」は国コードではない（ISO 3166-1の2文字。例: JP）`,
    "schema.cipher": ({ value: written }) =>
      `暗号に「${shorten(unquoted(written))}」とは書けない（名称-鍵長-利用モード。例: AES-256-GCM）`,
    "schema.date": ({ fact, value: written }) =>
      `${fact.ja}の「${shorten(unquoted(written))}」は正しい日付ではない（YYYY-MM-DD。例: 2027-03-31）`,
    "schema.corporate-number": ({ value: written }) =>
      `法人番号「${shorten(unquoted(written))}」が正しくない（13桁。先頭の検査用数字が合わないか、桁数が違う）`,
    "schema.version": ({ value: written }) => `形式の版「${shorten(written)}」は扱えない。profile: 1 と書く`,
    "schema.minimum": ({ fact, value: written, minimum }) =>
      `${fact.ja}は${minimum}以上の整数で書く（いまは「${shorten(written)}」）`,
    "schema.empty": ({ fact }) => `${fact.ja}が空。値を書くか、分からなければキーだけにする`,
    "schema.duplicate": ({ fact, value: written }) => `${fact.ja}「${shorten(written)}」が重複している`,
    "schema.required": ({ key, fact, of }) => `${fact.ja}（${of === "" ? key : `${of}.${key}`}）は必ず書く`,
    "schema.unknown-key": ({ key, only }) =>
      key === ""
        ? "「:」の前にキーがない"
        : only.length > 0
          ? `「${key}」が書けるのは ${only.join("、")} だけ`
          : `「${key}」${hasAlike(key) ? `（${alikes(key)}を含む）` : ""}というキーはない`,
    "schema.empty-profile": () => "プロファイルが空。profile: 1 から書き始める",
    "yaml.alias": ({ text = "" }) => `「*${text}」が指すもの（&${text}）が、これより前にない`,
    "yaml.alias-cycle": ({ text }) => `「*${text ?? ""}」が自分自身を含んでいる`,
    "yaml.anchor": ({ text = "" }) =>
      text.length === 1 ? `「${text}」の後に名前がない` : `「${shorten(text)}」はここには書けない`,
    "yaml.character": ({ text }) => `「${text ?? ""}」はここでは使えない。値を " で囲む`,
    "yaml.colon": ({ text = "" }) => `「${shorten(text)}」の後に「:」がない`,
    "yaml.colon-in-value": ({ text }) =>
      text === undefined
        ? '値の中に「: 」がある。値を " で囲む'
        : `「${shorten(text)}」の前に「,」がないか、値の中に「: 」がある。値なら " で囲む`,
    "yaml.colon-space": () => "「:」の後に空白がない",
    "yaml.conflict": () => "gitの競合が解消されていない。どちらかを選んで印の行を消す",
    "yaml.directive": ({ text = "" }) => `「${shorten(text)}」は「---」の行のすぐ前に書く`,
    "yaml.duplicate-key": ({ text }) => `「${text ?? ""}」が2回書かれている。一つにする`,
    "yaml.escape": ({ text }) => `" " の中に「${text ?? ""}」とは書けない。「\\${text ?? ""}」と書くか、' ' で囲む`,
    "yaml.flow": ({ text }) => `「${text ?? ""}」が閉じていない`,
    "yaml.full-width": ({ text }) => `全角の「${text ?? ""}」がある。半角で書く`,
    "yaml.indent": ({ text }) => `行頭の空白が合わない${text === undefined ? "" : `。上の「${shorten(text)}」にそろえる`}`,
    "yaml.key": () => "キーは一つの語で書く",
    "yaml.limit": () => "大きすぎるか、深すぎるか、繰り返しが多すぎて読めない",
    "yaml.quote": ({ text }) => `「${text ?? ""}」が閉じていない`,
    "yaml.syntax": () => "YAMLとして読めない",
    "yaml.tab": () => "行頭にタブは使えない。空白で書く",
    "yaml.tag": ({ text }) => `型の指定${text ? `「${text}」` : ""}は使えない`,
    "yaml.unexpected": ({ text = "" }) =>
      text.startsWith("#") ? "「#」の前に空白がない" : `「${shorten(text)}」はここには書けない。値の中に入れるか、消す`,
    "yaml.white-space": ({ text = "" }) => `${alikes(text)}はYAMLの空白ではない。半角の空白にするか、取り除く`,
  },
  remedy: {
    unmet: remedies,
    unstated: remedies,
    recommended: ({ row, reason }) => [...place(reason), `満たすには: ${row.remedy.ja}`],
    exception: ({ row, missing }) => [
      `満たすには: ${row.remedy.ja}`,
      `または、ほかの要件を総合的に検討し、${reviewParts(missing)}を記録する（assessment."${row.no}".exception）。`,
    ],
    excepted: ({ row }) => [`満たすには: ${row.remedy.ja}`],
    legacy: ({ values }) => [`解消するには: ${values.join("、")}を無効にする。`],
    expiring: () => ["続けるには: 期限までに更新し、新しい期限を書く。"],
    "evidence.absent": () => ["根拠の資料名とURLを書く（クイックフィックスで欄を追加）。"],
    ...ofValues(ofValue),
    "schema.enum": (data) => [...ofValue({ ...data, blocks: [] }), ...choices(data), ...blocked(data.blocks)],
    "schema.unknown-key": (data) =>
      data.key !== "" && data.similar === undefined && data.only.length === 0 ? ["独自のキーなら、x- で始める。"] : ofValue(data),
  },
  reason,
  relatedRow: (row, text) => `${row.no} ${row.label.ja}: ${text}`,
  risk: (text) => `基準に記載のリスク: ${text}`,
  requirement: (row, classification, alternatives) => {
    const obligation = classification === null ? undefined : row.obligation[classification]?.is;
    const rows = [row, ...alternatives.map(({ row }) => row)].map(({ no }) => no);
    const duty =
      alternatives.length > 0
        ? `${rows.join("・")}のいずれかが必須`
        : obligation && (row.exception?.classes.includes(classification ?? "") ? "原則必須" : findings.obligations[obligation]);
    return `要件: ${name(row)}${duty === undefined ? "" : `（分類${roman(classification ?? "")}: ${duty}）`}`;
  },
  kinds: {
    unmet: "この分類で必須の要件を、書かれた事実が満たさない。",
    unstated: "この分類で必須の要件について、判定に必要な事実が書かれていない。書かれていないものは満たしたことにならない。",
    recommended: "この分類で推奨される要件を満たさないか、判定に必要な事実が書かれていない。",
    exception: "原則必須の要件を満たさない。別の要件で代替するには、総合的な検討の記録が必要である。",
    excepted: "原則必須の要件を満たさないが、検討の記録があり、別の要件で代替している。",
    legacy: "要件は満たすが、古い方式も使える。",
    expiring: "要件を満たす認証の有効期限が近い。",
    "check.contradiction": "確認欄は「確認済み」だが、書かれた事実では要件を満たさない。確認欄は判定を変えない。",
    "check.unsupported": "確認欄は「確認済み」だが、判定に必要な事実が書かれていない。確認欄は判定を変えない。",
    "check.objection": "確認欄は「不備あり」だが、書かれた事実では要件を満たす。確認欄は判定を変えない。",
    "evidence.absent": "満たす要件に、根拠となる資料が記されていない。",
    "evidence.expired": "根拠となる資料の有効期限が過ぎている。",
    "evidence.file": "根拠となるファイルが、プロファイルからの相対パスに見つからない。",
    "consistency.overseas-unused": "国外保存の記載は、国内だけに保存するときは使われない。",
    "consistency.backup-store-unused": "バックアップの保存先があるのに、バックアップを取らないとしている。",
    "consistency.class-abroad-above-handled": "国外に置く情報の分類が、扱う情報の最も高い分類より高い。",
    "consistency.erasure-flags-unused": "暗号化消去の条件が、ほかの消去方法とともに書かれている。",
    "consistency.exception-unused": "要件を満たしているのに、例外の検討が記録されている。",
    "consistency.renewal-not-ismap": "更新手続中でも期限後に有効とはならない認証に、更新手続中と書かれている。",
    "consistency.admin-facts-unused": "管理画面がないとしながら、その認証が書かれている。",
    "consistency.date-in-future": "済んだことの日付が、判定日より後になっている。",
    "schema.type": "値の種類（文字列、一覧、true・false など）が違う。",
    "schema.enum": "決められた語のどれでもない。",
    "schema.country": "ISO 3166-1の2文字の国コードではない。",
    "schema.cipher": "書ける暗号（名称-鍵長-利用モード）ではない。",
    "schema.date": "YYYY-MM-DD の日付ではない。",
    "schema.corporate-number": "13桁の法人番号ではないか、検査用数字が合わない。",
    "schema.version": "この版の形式は扱えない。",
    "schema.minimum": "数が小さすぎる。",
    "schema.empty": "空の値がある。分からないことは、キーだけを書くか、書かない。",
    "schema.duplicate": "同じ値が重複している。",
    "schema.required": "必ず書くものがない。",
    "schema.unknown-key": "この場所にないキーである。独自のキーは x- で始める。",
    "schema.empty-profile": "プロファイルに何も書かれていない。",
    "yaml.alias": "別名（*）が指すもの（&）が、それより前にない。",
    "yaml.alias-cycle": "別名（*）が自分自身を含んでいる。",
    "yaml.anchor": "「&」か「*」の後に名前がないか、書けない場所にある。",
    "yaml.character": "引用符なしでは使えない文字がある。",
    "yaml.colon": "キーの後に「:」がない。",
    "yaml.colon-in-value": "引用符のない値の中に「: 」がある。",
    "yaml.colon-space": "「:」の後に空白がない。",
    "yaml.conflict": "gitの競合が解消されていない。",
    "yaml.directive": "「%」で始まる行が、「---」の行のすぐ前にない。",
    "yaml.duplicate-key": "同じキーが2回ある。値が違うときは、どちらも事実として扱わない。",
    "yaml.escape": "二重引用符の中に、書けない「\\」がある。",
    "yaml.flow": "かっこ（[ や {）が閉じていない。",
    "yaml.full-width": "YAMLの区切りが全角で書かれている。",
    "yaml.indent": "行頭の空白が合わない。",
    "yaml.key": "キーが一つの語ではない。",
    "yaml.limit": "読める大きさ、深さ、繰り返しの限度を超えている。",
    "yaml.quote": "引用符が閉じていない。",
    "yaml.syntax": "YAMLとして読めない。",
    "yaml.tab": "行頭にタブがある。",
    "yaml.tag": "型の指定（!）がある。",
    "yaml.unexpected": "値の終わりの後ろに、書けないものがある。",
    "yaml.white-space": "空白に見えて、YAMLの空白ではない文字がある。",
  },
  page: {
    reading: "読み方",
    notes: (mark) => [
      `要件・リスク・要否の文は、原文の誤りを訂正して示す。訂正した語の後に${mark}のような印を付け、要件ごとに、どの語をなぜ訂正したかを示す。`,
      "原文は、要件ごとに、訂正せずにそのまま引用する。",
      "「満たすには」と「判定に使う事実」は、基準の文ではなく、基準をどう読んで判定するかを示す。",
    ],
    mark: (number) => `〔${number}〕`,
    headingCorrections: "見出しの訂正:",
    classes: "分類",
    definition: "定義",
    examples: "例",
    notAsked: "この分類に対する要件はない。",
    overview: "要件の一覧",
    footnoted: (obligation) => `原則${obligation}（注記）`,
    row: name,
    ours: "（要件名は、ほかの要件と区別するために付けたもので、基準の項目名ではない。）",
    obligations: "分類ごとの要否",
    remedy: "満たすには",
    facts: "判定に使う事実",
    original: "原文",
    corrections: "原文の訂正",
    unclear: "不明",
    inherited: (row) => `（この要件だけのリスクの記載はないため、${name(row)}のリスクを示す。）`,
    alternatives: (rows, classes) => `分類${classes.map(roman).join("・")}では、${rows.join("・")}のいずれかが必須。`,
    alternativesHeading: "代わりとなる要件",
    alternativesExplained: (first, others, classes) =>
      `分類${classes.map(roman).join("・")}: No${first}を満たさないときは、${others.join("・")}のいずれかを満たす。`,
    alone: "いずれか一つを、それだけで満たすこと。いくつかを部分ごとに満たしても、満たしたことにはならない。",
    footnote: "注記",
    exception: (no, carrier, classes) =>
      `分類${classes.map(roman).join("・")}: No${no}を満たさないときは、総合的に検討した記録（assessment."${no}".exception）があれば、No${carrier}を満たすことで代替できる。`,
  },
  verdicts: {
    conforming: "適合",
    nonconforming: "不適合",
    undetermined: "未確定",
    "not-applicable": "対象外",
    invalid: "書式エラー",
  },
  obligations: { required: "必須", recommended: "推奨", optional: "任意", alternative: "条件付き", none: "-" },
  summary: ({ classification, verdict, unmet, unknown, invalid, ...lists }) =>
    [
      `${classification === null ? "分類なし" : `分類${roman(classification)}`}: ${findings.verdicts[verdict]}${invalid > 0 ? ` ${invalid}` : ""}`,
      ...(unmet > 0 ? [`未達 ${unmet}`] : []),
      ...(unknown > 0 ? [`未記載 ${unknown}`] : []),
      ...(verdict === "invalid" ? [] : [findings.usability(lists)]),
    ].join(" · "),
  usability: ({ eligible, open, excluded }) =>
    Object.entries({ 利用できる: eligible, まだ判定できない: open, 利用できない: excluded })
      .flatMap(([what, names]) => (names.length > 0 ? [`${what}: ${names.map(roman).join("、")}`] : []))
      .join(" ／ "),
  explanation,
};
