/** Tests the fixes of each finding: their titles, which are preferred or automatic, and the whole text after each. */
import assert from "node:assert/strict";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { applyEdits } from "../../server/src/language-service/edits/edit.ts";
import { isFix } from "../../server/src/language-service/fixes/fix.ts";
import { fixAll, fixAllOf } from "../../server/src/language-service/fixes/fix-all.ts";
import { fixesOf } from "../../server/src/language-service/fixes/index.ts";
import { titleOf } from "../../server/src/language-service/fixes/titles.ts";
import { editorMessages } from "../../server/src/language-service/messages/index.ts";
import { AS_OF, analyzeText, examples } from "../support/analyze.ts";

const HEAD = "profile: 1\nvendor: {name: 甲}\nservice: {name: 乙}\n";
const CLASS = `${HEAD}information: {classification: I}\n`;

/** The fixes of the first finding of a code. Marks: ★ automatic, ☆ preferred, ・ offered, × refused. */
function offered(text: string, code: string, head = CLASS): [title: string, after: string][] {
  const analysis = analyzeText(head + text);
  const finding = analysis.findings.find((finding) => finding.code === code);
  assert.ok(finding, `no finding ${code}: ${analysis.findings.map(({ code }) => code)}`);
  return fixesOf(analysis, finding).map((fix) => {
    const title = titleOf(fix, editorMessages.ja);
    if (!isFix(fix)) return [`× ${title}`, editorMessages.ja.fixes.why[fix.why]];
    const after = applyEdits(head + text, fix.edits);
    const mark = fix.isAutomatic ? "★" : fix.isPreferred ? "☆" : "・";
    return [`${mark} ${title}`, after.startsWith(head) ? after.slice(head.length) : after];
  });
}

type Case = readonly [what: string, code: string, text: string, offers: readonly (readonly [title: string, after: string])[]];

const cases: Record<string, readonly Case[]> = {
  "a value in another notation": [
    [
      "a country",
      "schema.country",
      "contract:\n  governingLaw: 日本 # 規約 第20条\n",
      [["★ 「日本」を「JP」に直す", "contract:\n  governingLaw: JP # 規約 第20条\n"]],
    ],
    [
      "in quotes, which stay",
      "schema.country",
      'contract: {"governingLaw": "日本"}\n',
      [['★ 「"日本"」を「"JP"」に直す', 'contract: {"governingLaw": "JP"}\n']],
    ],
    [
      "Norway, which older readers take for false",
      "schema.country",
      "dataLocation:\n  primary: [JP, ノルウェー]\n",
      [['★ 「ノルウェー」を「"NO"」に直す', 'dataLocation:\n  primary: [JP, "NO"]\n']],
    ],
    [
      "a protocol in a list",
      "schema.enum",
      "encryption:\n  inTransit:\n    - path: 端末 → SaaS\n      protocols:\n        - TLSv1.2 # 1.3は準備中\n",
      [
        [
          "★ 「TLSv1.2」を「TLS 1.2」に直す",
          "encryption:\n  inTransit:\n    - path: 端末 → SaaS\n      protocols:\n        - TLS 1.2 # 1.3は準備中\n",
        ],
      ],
    ],
    [
      "a cipher in full width",
      "schema.cipher",
      "encryption: {atRest: [{store: 業務データベース, cipher: ＡＥＳ256}]}\n",
      [["★ 「ＡＥＳ256」を「AES-256」に直す", "encryption: {atRest: [{store: 業務データベース, cipher: AES-256}]}\n"]],
    ],
    [
      "a number for a text",
      "schema.type",
      "prepared: {by: 2026}\n",
      [['★ 「2026」を「"2026"」に直す', 'prepared: {by: "2026"}\n']],
    ],
    [
      "one country without its brackets",
      "schema.type",
      "dataLocation:\n  primary: 日本\n",
      [["★ 「日本」を「[JP]」に直す", "dataLocation:\n  primary: [JP]\n"]],
    ],
    [
      "yes",
      "schema.type",
      "erasure:\n  standardDeletionAtTermination: はい\n",
      [["★ 「はい」を「true」に直す", "erasure:\n  standardDeletionAtTermination: true\n"]],
    ],
    [
      "a date of the Japanese calendar",
      "schema.date",
      "prepared:\n  date: 令和8年10月1日\n",
      [["★ 「令和8年10月1日」を「2026-10-01」に直す", "prepared:\n  date: 2026-10-01\n"]],
    ],
    [
      "one that the table does not know",
      "schema.country",
      "contract:\n  governingLaw: 合衆国\n",
      [["× 「合衆国」を正しい書き方に直す", "正しい値は、書かれたものからは分からない。確かめて書き直す"]],
    ],
    [
      "a code, of which none is alike",
      "schema.country",
      "contract:\n  governingLaw: JQ\n",
      [["× 「JQ」を正しい書き方に直す", "正しい値は、書かれたものからは分からない。確かめて書き直す"]],
    ],
    [
      "a date that is none",
      "schema.date",
      "prepared:\n  date: 2026-02-30\n",
      [["× 「2026-02-30」を正しい書き方に直す", "正しい値は、書かれたものからは分からない。確かめて書き直す"]],
    ],
    [
      "a misspelled word",
      "schema.enum",
      "contract:\n  domesticCourt: designatd\n",
      [["・ 「designatd」を「designated」に変える", "contract:\n  domesticCourt: designated\n"]],
    ],
    [
      "an alias of a number",
      "schema.type",
      "x-a: &a 1\nprepared:\n  by: *a\n",
      [["× 「*a」を正しい書き方に直す", "正しい値は、書かれたものからは分からない。確かめて書き直す"]],
    ],
    [
      "an anchor whose uses are the same mistake",
      "schema.country",
      "dataLocation:\n  primary: [&jp 日本]\n  backups: [*jp]\n",
      [["★ 「日本」を「JP」に直す", "dataLocation:\n  primary: [&jp JP]\n  backups: [*jp]\n"]],
    ],
    ["an anchor with another use", "schema.country", "contract:\n  governingLaw: &jp 日本\nprepared: {by: *jp}\n", []],
    [
      "nothing at all",
      "schema.empty",
      'prepared:\n  by: "" # 後で\n',
      [["☆ 記入した人・部署の空の値を消す（キーは残す）", "prepared:\n  by: # 後で\n"]],
    ],
    [
      "an empty list, where one must have an item",
      "schema.empty",
      "dataLocation:\n  primary: []\n",
      [["☆ 保存する国の空の値を消す（キーは残す）", "dataLocation:\n  primary:\n"]],
    ],
    [
      "an item that stands again",
      "schema.duplicate",
      "dataLocation:\n  primary: [JP, US, JP]\n",
      [["★ 重複する「JP」を消す", "dataLocation:\n  primary: [JP, US]\n"]],
    ],
    [
      "an item that stands again, with a comment",
      "schema.duplicate",
      "dataLocation:\n  primary:\n    - JP\n    - JP # 再掲\n",
      [["★ 重複する「JP」を消す", "dataLocation:\n  primary:\n    - JP # 再掲\n"]],
    ],
    [
      "an item that stands again, both with a comment",
      "schema.duplicate",
      "dataLocation:\n  primary:\n    - JP # 仙台\n    - JP # 再掲\n    - US\n",
      [["★ 重複する「JP」を消す", "dataLocation:\n  primary:\n    - JP # 仙台\n    # 再掲\n    - US\n"]],
    ],
    [
      "words that are no code",
      "schema.country",
      "contract:\n  governingLaw: No\n",
      [["× 「No」を正しい書き方に直す", "正しい値は、書かれたものからは分からない。確かめて書き直す"]],
    ],
    [
      "a word that is no code, where a list is wanted",
      "schema.type",
      "dataLocation:\n  backups: NA\n",
      [["× 「NA」を正しい書き方に直す", "正しい値は、書かれたものからは分からない。確かめて書き直す"]],
    ],
    [
      "a cipher whose keys are not stated",
      "schema.cipher",
      "encryption:\n  atRest:\n    - cipher: 3DES\n",
      [["・ 「3DES」を「3-key Triple DES」に変える", "encryption:\n  atRest:\n    - cipher: 3-key Triple DES\n"]],
    ],
    [
      "a day before the era",
      "schema.date",
      "prepared:\n  date: 令和元年4月30日\n",
      [["× 「令和元年4月30日」を正しい書き方に直す", "正しい値は、書かれたものからは分からない。確かめて書き直す"]],
    ],
    [
      "the first day of the era",
      "schema.date",
      "prepared:\n  date: 令和元年5月1日\n",
      [["★ 「令和元年5月1日」を「2019-05-01」に直す", "prepared:\n  date: 2019-05-01\n"]],
    ],
  ],
  "a key": [
    [
      "by its title",
      "schema.unknown-key",
      "contract:\n  準拠法: JP\n",
      [
        ["★ キー「準拠法」を「governingLaw」に直す", "contract:\n  governingLaw: JP\n"],
        ["・ キー「準拠法」を独自のキー「x-準拠法」にする", "contract:\n  x-準拠法: JP\n"],
        ["・ キー「準拠法」を中身ごと消す", "contract:\n"],
      ],
    ],
    [
      "in another spelling",
      "schema.unknown-key",
      "data-location: {primary: [JP]}\n",
      [
        ["★ キー「data-location」を「dataLocation」に直す", "dataLocation: {primary: [JP]}\n"],
        ["・ キー「data-location」を独自のキー「x-data-location」にする", "x-data-location: {primary: [JP]}\n"],
        ["・ キー「data-location」を中身ごと消す", ""],
      ],
    ],
    [
      "in full width and quotes",
      "schema.unknown-key",
      'contract: {"Ｇoverning law": JP}\n',
      [
        ["★ キー「Ｇoverning law」を「governingLaw」に直す", 'contract: {"governingLaw": JP}\n'],
        ["・ キー「Ｇoverning law」を独自のキー「x-Ｇoverning law」にする", 'contract: {"x-Ｇoverning law": JP}\n'],
        ["・ キー「Ｇoverning law」を中身ごと消す", "contract: {}\n"],
      ],
    ],
    [
      "misspelled",
      "schema.unknown-key",
      "contract:\n  goveringLaw: JP # 第20条\n  domesticCourt: designated\n",
      [
        [
          "☆ キー「goveringLaw」を「governingLaw」に直す",
          "contract:\n  governingLaw: JP # 第20条\n  domesticCourt: designated\n",
        ],
        [
          "・ キー「goveringLaw」を独自のキー「x-goveringLaw」にする",
          "contract:\n  x-goveringLaw: JP # 第20条\n  domesticCourt: designated\n",
        ],
        ["・ キー「goveringLaw」を中身ごと消す", "contract:\n  domesticCourt: designated\n"],
      ],
    ],
    [
      "unknown",
      "schema.unknown-key",
      "contract:\n  memo:\n    - 一\n    - 二\n  domesticCourt: designated\n",
      [
        [
          "・ キー「memo」を独自のキー「x-memo」にする",
          "contract:\n  x-memo:\n    - 一\n    - 二\n  domesticCourt: designated\n",
        ],
        ["・ キー「memo」を中身ごと消す", "contract:\n  domesticCourt: designated\n"],
      ],
    ],
    [
      "whose own name is taken",
      "schema.unknown-key",
      "contract: {memo: 1, x-memo: 2}\n",
      [
        ["× キー「memo」を独自のキー「x-memo」にする", "同じ名前のキーがすでにある"],
        ["・ キー「memo」を中身ごと消す", "contract: {x-memo: 2}\n"],
      ],
    ],
    [
      "on a row that has none",
      "schema.unknown-key",
      'assessment: {"8-2": {exception: {by: 課}}}\n',
      [
        ["・ キー「exception」を独自のキー「x-exception」にする", 'assessment: {"8-2": {x-exception: {by: 課}}}\n'],
        ["・ キー「exception」を中身ごと消す", 'assessment: {"8-2": {}}\n'],
      ],
    ],
    [
      "of a row, in full width",
      "schema.unknown-key",
      'assessment:\n  "８-１": {check: ng}\n',
      [
        ["★ キー「８-１」を「8-1」に直す", 'assessment:\n  "8-1": {check: ng}\n'],
        ["・ キー「８-１」を独自のキー「x-８-１」にする", 'assessment:\n  "x-８-１": {check: ng}\n'],
        ["・ キー「８-１」を中身ごと消す", "assessment:\n"],
      ],
    ],
    [
      "that stands twice with one value",
      "yaml.duplicate-key",
      "contract:\n  governingLaw: JP\n  domesticCourt: designated\n  governingLaw: JP\n",
      [["★ 2回ある「governingLaw」を一つにする", "contract:\n  governingLaw: JP\n  domesticCourt: designated\n"]],
    ],
    [
      "that stands twice with one value, commented",
      "yaml.duplicate-key",
      "contract:\n  governingLaw: JP\n  governingLaw: JP # 第20条\n",
      [["★ 2回ある「governingLaw」を一つにする", "contract:\n  governingLaw: JP # 第20条\n"]],
    ],
    [
      "that stands twice with one value, both commented",
      "yaml.duplicate-key",
      "contract:\n  governingLaw: JP # 第20条\n  governingLaw: JP # 再掲\n",
      [["★ 2回ある「governingLaw」を一つにする", "contract:\n  governingLaw: JP # 第20条\n  # 再掲\n"]],
    ],
    [
      "that stands twice with two values",
      "yaml.duplicate-key",
      "contract:\n  governingLaw: JP # 第20条\n  domesticCourt: designated\n  governingLaw: US\n",
      [
        ["・ 一つ目の「governingLaw: JP」を残す", "contract:\n  governingLaw: JP # 第20条\n  domesticCourt: designated\n"],
        ["・ 二つ目の「governingLaw: US」を残す", "contract:\n  domesticCourt: designated\n  governingLaw: US\n"],
      ],
    ],
    [
      "that stands twice within brackets",
      "yaml.duplicate-key",
      "contract: {governingLaw: JP, governingLaw: US}\n",
      [
        ["・ 一つ目の「governingLaw: JP」を残す", "contract: {governingLaw: JP}\n"],
        ["・ 二つ目の「governingLaw: US」を残す", "contract: {governingLaw: US}\n"],
      ],
    ],
    [
      "of a section that stands twice",
      "yaml.duplicate-key",
      "contract:\n  governingLaw: JP\ncontract:\n  domesticCourt: designated\n",
      [
        ["・ 一つ目の「contract: governingLaw: JP」を残す", "contract:\n  governingLaw: JP\n"],
        ["・ 二つ目の「contract: domesticCourt: designated」を残す", "contract:\n  domesticCourt: designated\n"],
      ],
    ],
  ],
  "a line that cannot be read": [
    [
      "a full-width colon",
      "yaml.full-width",
      "contract:\n  governingLaw：JP\n  domesticCourt: designated\n",
      [["★ 全角の区切りを半角の「: 」にする", "contract:\n  governingLaw: JP\n  domesticCourt: designated\n"]],
    ],
    [
      "a full-width colon behind a title",
      "yaml.full-width",
      "contract:\n  準拠法：　JP\n  domesticCourt: designated\n",
      [["★ 全角の区切りを半角の「: 」にする", "contract:\n  準拠法: JP\n  domesticCourt: designated\n"]],
    ],
    [
      "a full-width colon behind a section",
      "yaml.full-width",
      "contract：\n  governingLaw: JP\n",
      [["★ 全角の区切りを半角の「: 」にする", "contract:\n  governingLaw: JP\n"]],
    ],
    [
      "a full-width colon behind what is no key",
      "yaml.full-width",
      "contract:\n  参考：第20条\n  governingLaw: JP\n",
      [["☆ 全角の区切りを半角の「: 」にする", "contract:\n  参考: 第20条\n  governingLaw: JP\n"]],
    ],
    [
      "a full-width space behind the colon",
      "yaml.white-space",
      "contract:\n  governingLaw:　JP\n  domesticCourt: designated\n",
      [["★ 半角の空白にする", "contract:\n  governingLaw: JP\n  domesticCourt: designated\n"]],
    ],
    [
      "full-width spaces before the key",
      "yaml.white-space",
      "contract:\n　governingLaw: JP\n",
      [["★ 半角の空白にする", "contract:\n  governingLaw: JP\n"]],
    ],
    [
      "no space behind the colon",
      "yaml.colon-space",
      "contract:\n  governingLaw:JP\n  domesticCourt: designated\n",
      [["★ 「:」の後に空白を入れる", "contract:\n  governingLaw: JP\n  domesticCourt: designated\n"]],
    ],
    [
      "no space behind the colon of no key",
      "yaml.colon-space",
      "contract:\n  memo:JP\n  domesticCourt: designated\n",
      [["・ 「:」の後に空白を入れる", "contract:\n  memo: JP\n  domesticCourt: designated\n"]],
    ],
    [
      "a section of nothing else",
      "schema.type",
      "contract:\n  governingLaw：JP\n",
      [["★ 全角の区切りを半角の「: 」にする", "contract:\n  governingLaw: JP\n"]],
    ],
    [
      "a full-width colon behind a key in quotes",
      "yaml.full-width",
      "contract:\n  'governingLaw'：JP\n  domesticCourt: designated\n",
      [["★ 全角の区切りを半角の「: 」にする", "contract:\n  'governingLaw': JP\n  domesticCourt: designated\n"]],
    ],
    [
      "one within brackets",
      "yaml.full-width",
      'contract: {"governingLaw"："JP", "domesticCourt": "designated"}\n',
      [["☆ 全角の区切りを半角の「: 」にする", 'contract: {"governingLaw": "JP", "domesticCourt": "designated"}\n']],
    ],
    [
      "a full-width mark of a comment, behind a section",
      "yaml.full-width",
      "contract: ＃ 契約\n  governingLaw: JP\n",
      [["★ 全角の「＃」を半角の「#」にする", "contract: # 契約\n  governingLaw: JP\n"]],
    ],
    [
      "one on a line of its own",
      "yaml.full-width",
      "contract:\n  ＃契約\n  governingLaw: JP\n",
      [["★ 全角の「＃」を半角の「#」にする", "contract:\n  #契約\n  governingLaw: JP\n"]],
    ],
    ["a list where a section is wanted", "schema.type", "contract:\n- governingLaw: JP\n", []],
    [
      "a tab",
      "yaml.tab",
      "contract:\n\tgoverningLaw: JP\n\tdomesticCourt: designated\nvendors: |\n  a\n  \tb\n",
      [["★ 行頭のタブを空白にする", "contract:\n  governingLaw: JP\n  domesticCourt: designated\nvendors: |\n  a\n  \tb\n"]],
    ],
    [
      "a mark that begins no value",
      "yaml.character",
      "prepared:\n  by: @情報政策課 # 仮\n",
      [["★ 「@情報政策課」を引用符で囲む", 'prepared:\n  by: "@情報政策課" # 仮\n']],
    ],
    [
      "a second colon within brackets",
      "yaml.colon-in-value",
      "contract: { x-a: 注: 意 , governingLaw: JP }\n",
      [["☆ 「注: 意」を引用符で囲む", 'contract: { x-a: "注: 意" , governingLaw: JP }\n']],
    ],
    [
      "a backslash",
      "yaml.escape",
      'prepared: {by: "C:\\課\\名"}\n',
      [["☆ 「\\」を文字として書く（「\\\\」）", 'prepared: {by: "C:\\\\課\\\\名"}\n']],
    ],
    [
      "a second colon",
      "yaml.colon-in-value",
      'prepared:\n  by: 課: "一" # 仮\n',
      [['★ 「課: "一"」を引用符で囲む', "prepared:\n  by: '課: \"一\"' # 仮\n"]],
    ],
    [
      "a section begun on its key's line",
      "yaml.colon-in-value",
      "contract: governingLaw: JP\n",
      [["・ 「governingLaw: JP」を引用符で囲む", 'contract: "governingLaw: JP"\n']],
    ],
    [
      "a key without its colon",
      "yaml.colon",
      "contract:\n  governingLaw: JP\n  domesticCourt\n",
      [["☆ 「domesticCourt」の後に「:」を入れる", "contract:\n  governingLaw: JP\n  domesticCourt:\n"]],
    ],
    [
      "a word that is no key",
      "yaml.colon",
      "contract:\n  governingLaw: JP\n  裁判所\n",
      [["× 「裁判所」の後に「:」を入れる", "ここに書けるキーではない"]],
    ],
    [
      "a word that is there already",
      "yaml.colon",
      "contract:\n  governingLaw: JP\n  governingLaw\n",
      [["× 「governingLaw」の後に「:」を入れる", "同じ名前のキーがすでにある"]],
    ],
    [
      "an open quotation mark",
      "yaml.quote",
      'contract:\n  governingLaw: "JP # 第20条\n  domesticCourt: designated\n',
      [['・ 行の終わりに「"」を加えて閉じる', 'contract:\n  governingLaw: "JP" # 第20条\n  domesticCourt: designated\n']],
    ],
    [
      "an open quotation mark and nothing else",
      "yaml.quote",
      'contract:\n  domesticCourt: designated\n  governingLaw: "\n',
      [['× 行の終わりに「"」を加えて閉じる', "中身が書かれていない。このまま閉じると、何もないと書いたことになる"]],
    ],
    [
      "an open bracket",
      "yaml.flow",
      "dataLocation:\n  primary: [JP, US # 二国\n  backups: [JP]\n",
      [["・ 行の終わりに「]」を加えて閉じる", "dataLocation:\n  primary: [JP, US] # 二国\n  backups: [JP]\n"]],
    ],
    [
      "open brackets",
      "yaml.flow",
      "dataLocation: {primary: [JP, US\n",
      [["・ 行の終わりに「]}」を加えて閉じる", "dataLocation: {primary: [JP, US]}\n"]],
    ],
    [
      "an open bracket and a comma",
      "yaml.flow",
      "dataLocation:\n  primary: [JP,\n",
      [["× 行の終わりに「]」を加えて閉じる", "中身が書かれていない。このまま閉じると、何もないと書いたことになる"]],
    ],
    [
      "the wrong bracket",
      "yaml.flow",
      "dataLocation:\n  primary: [JP}\n  backups: [JP]\n",
      [["・ 行の終わりに「]」を加えて閉じる", "dataLocation:\n  primary: [JP]\n  backups: [JP]\n"]],
    ],
    [
      "an open bracket and nothing else: [] would state something",
      "yaml.flow",
      "dataLocation:\n  primary: [JP]\n  backups: [\n",
      [["× 行の終わりに「]」を加えて閉じる", "中身が書かれていない。このまま閉じると、何もないと書いたことになる"]],
    ],
    [
      "an alias of nothing",
      "yaml.alias",
      "dataLocation:\n  primary: *jp # 後で\n",
      [["・ 「*jp」を消す", "dataLocation:\n  primary: # 後で\n"]],
    ],
    [
      "an alias of nothing in a list in block style",
      "yaml.alias",
      "dataLocation:\n  primary:\n    - JP\n    - *us\n",
      [["・ 「*us」を消す", "dataLocation:\n  primary:\n    - JP\n    - \n"]],
    ],
    [
      "an alias of nothing in a list: its item stays",
      "yaml.alias",
      "dataLocation:\n  primary: [JP, *us]\n",
      [["・ 「*us」を消す", "dataLocation:\n  primary: [JP, null]\n"]],
    ],
    [
      "a tag",
      "yaml.tag",
      "contract:\n  governingLaw: !country JP\n",
      [["・ 型の指定「!country」を消す", "contract:\n  governingLaw: JP\n"]],
    ],
    ["a tag that makes a text of a number", "yaml.tag", "prepared:\n  by: !id 5\n", []],
    [
      "a conflict",
      "yaml.conflict",
      "contract:\n<<<<<<< HEAD\n  governingLaw: JP # 甲案\n||||||| base\n=======\n  governingLaw: US\n>>>>>>> feature\n  domesticCourt: designated\n",
      [
        ["・ 競合の前半を残す（HEAD）", "contract:\n  governingLaw: JP # 甲案\n  domesticCourt: designated\n"],
        ["・ 競合の後半を残す（feature）", "contract:\n  governingLaw: US\n  domesticCourt: designated\n"],
      ],
    ],
    [
      "too deep",
      "yaml.indent",
      "contract:\n  governingLaw: JP\n    domesticCourt: designated\n",
      [["☆ 「domesticCourt」の行頭の空白をそろえる", "contract:\n  governingLaw: JP\n  domesticCourt: designated\n"]],
    ],
    ["too deep, and a key of two sections", "yaml.indent", "erasure:\n  atTermination: {method: purge}\n    method: purge\n", []],
  ],
  "what is not stated": [
    [
      "a fact",
      "1.unstated",
      "contract:\n  domesticCourt: designated\n",
      [["☆ 準拠法（contract.governingLaw）の欄を加える", "contract:\n  governingLaw: \n  domesticCourt: designated\n"]],
    ],
    [
      "a section",
      "2.unstated",
      "contract:\n",
      [["☆ 国内裁判所の指定（contract.domesticCourt）の欄を加える", "contract:\n  domesticCourt: \n"]],
    ],
    [
      "a list of sections",
      "3.unstated",
      "encryption:\n  atRest: []\n",
      [
        [
          "☆ 通信経路（encryption.inTransit）の欄を加える",
          "encryption:\n  inTransit:\n    - path: \n      protocols: \n  atRest: []\n",
        ],
      ],
    ],
    [
      "several facts of a row",
      "4.unstated",
      "encryption:\n  atRest:\n    - store: 業務データベース\n      role: primary\n",
      [
        [
          "☆ 暗号（encryption.atRest[0].cipher）の欄を加える",
          "encryption:\n  atRest:\n    - store: 業務データベース\n      role: primary\n      cipher: \n",
        ],
        [
          "・ No4の未記載の欄をすべて加える（2件）",
          "encryption:\n  atRest:\n    - store: 業務データベース\n      role: primary\n      cipher: \ndataLocation:\n  backups: \n",
        ],
      ],
    ],
    [
      "what may be in an item to come",
      "4.unstated",
      "encryption:\n  atRest:\n    - {store: 日次, role: backup, cipher: AES-256}\ndataLocation: {backups: [JP]}\n",
      [
        [
          "☆ 保存先（encryption.atRest）の欄を加える",
          "encryption:\n  atRest:\n    - {store: 日次, role: backup, cipher: AES-256}\n    - store: \n      role: \n      cipher: \ndataLocation: {backups: [JP]}\n",
        ],
      ],
    ],
    ["a value that does not tell", "3.unstated", "encryption: {inTransit: [{path: 端末, protocols: [HTTPS]}]}\n", []],
    [
      "the section is an alias",
      "1.unstated",
      "x-c: &c {domesticCourt: designated}\ncontract: *c\n",
      [
        [
          "× 準拠法（contract.governingLaw）の欄を加える",
          "別名（*）で書かれているか、キーの並びになっていないため、加えられない",
        ],
      ],
    ],
    [
      "a group of alternatives",
      "5-1.unstated",
      "authentication:\n  provider: {adminLogin: none}\n  customer:\n    twoStep: false\n",
      [
        [
          "・ No5-1 複数要素認証の未記載の欄を加える",
          "authentication:\n  provider: {adminLogin: none}\n  customer:\n    factors: \n    twoStep: false\n",
        ],
        ["× No5-2 2段階認証の未記載の欄を加える", "書かれた事実では満たさない。欄を加えても変わらない"],
        [
          "・ No5-3 ロックアウト等の未記載の欄を加える",
          "authentication:\n  provider: {adminLogin: none}\n  customer:\n    twoStep: false\n    lockout: \n",
        ],
      ],
    ],
    [
      "a group of alternatives, of which one fails",
      "6-1.unstated",
      "dataLocation:\n  primary: [JP, US]\n  backups: []\n  overseas:\n    consent: {obtainedAtUse: false}\n    classifications: [I]\n",
      [
        ["× No6-2 本人同意の未記載の欄を加える", "書かれた事実では満たさない。欄を加えても変わらない"],
        ["× No6-3 同等の国・地域の未記載の欄を加える", "書かれた事実では満たさない。欄を加えても変わらない"],
        ["× No6-4 保存する情報の限定の未記載の欄を加える", "書かれた事実では満たさない。欄を加えても変わらない"],
        [
          "・ No6-5 BYOKの未記載の欄を加える",
          "dataLocation:\n  primary: [JP, US]\n  backups: []\n  overseas:\n    consent: {obtainedAtUse: false}\n    classifications: [I]\n    encryptionKey:\n      origin: \n      dedicated: \n      custody: \n",
        ],
      ],
    ],
  ],
  "facts that contradict each other": [
    [
      "a store of backups and none taken",
      "consistency.backup-store-unused",
      "encryption:\n  atRest:\n    - {store: 業務, role: primary, cipher: AES-256}\n    - store: 日次 # 停止予定\n      role: backup\n      cipher: AES-256\ndataLocation:\n  primary: [JP]\n  backups: []\n",
      [
        [
          "・ 保存先「日次」を中身ごと消す",
          "encryption:\n  atRest:\n    - {store: 業務, role: primary, cipher: AES-256}\ndataLocation:\n  primary: [JP]\n  backups: []\n",
        ],
        [
          "・ dataLocation.backups（[]）を消す",
          "encryption:\n  atRest:\n    - {store: 業務, role: primary, cipher: AES-256}\n    - store: 日次 # 停止予定\n      role: backup\n      cipher: AES-256\ndataLocation:\n  primary: [JP]\n",
        ],
      ],
    ],
    [
      "facts beside no log-in",
      "consistency.admin-facts-unused",
      "authentication:\n  customer:\n    factors: [knowledge]\n    adminLogin: none\n    twoStep: true\n    x-memo: 旧\n",
      [
        [
          "・ authentication.customer の factors・twoStep を消す",
          "authentication:\n  customer:\n    adminLogin: none\n    x-memo: 旧\n",
        ],
        [
          "・ authentication.customer.adminLogin（none）を消す",
          "authentication:\n  customer:\n    factors: [knowledge]\n    twoStep: true\n    x-memo: 旧\n",
        ],
      ],
    ],
    [
      "facts abroad",
      "consistency.overseas-unused",
      "dataLocation:\n  primary: [JP]\n  backups: []\n  overseas:\n    classifications: [III]\n",
      [["・ dataLocation.overseas を中身ごと消す", "dataLocation:\n  primary: [JP]\n  backups: []\n"]],
    ],
    [
      "a class abroad",
      "consistency.class-abroad-above-handled",
      "dataLocation:\n  primary: [US]\n  overseas:\n    classifications: [S]\n",
      [
        [
          "・ dataLocation.overseas.classifications の S を消す",
          "dataLocation:\n  primary: [US]\n  overseas:\n    classifications:\n",
        ],
      ],
    ],
    [
      "a class abroad, without which a row would be met",
      "consistency.class-abroad-above-handled",
      "dataLocation:\n  primary: [JP, US]\n  backups: [JP]\n  overseas:\n    classifications: [S, III]\n",
      [
        [
          "× dataLocation.overseas.classifications の S を消す",
          "消すだけで要件を満たすことになる。どちらが事実かを確かめて書き直す",
        ],
      ],
    ],
    [
      "a store of backups that none encrypts, and none taken",
      "consistency.backup-store-unused",
      "encryption:\n  atRest:\n    - {store: 業務, role: primary, cipher: AES-256}\n    - {store: 日次, role: backup, cipher: none}\ndataLocation:\n  primary: [JP]\n  backups: []\n",
      [
        ["× 保存先「日次」を中身ごと消す", "消すだけで要件を満たすことになる。どちらが事実かを確かめて書き直す"],
        [
          "・ dataLocation.backups（[]）を消す",
          "encryption:\n  atRest:\n    - {store: 業務, role: primary, cipher: AES-256}\n    - {store: 日次, role: backup, cipher: none}\ndataLocation:\n  primary: [JP]\n",
        ],
      ],
    ],
    [
      "flags of another method",
      "consistency.erasure-flags-unused",
      "erasure:\n  atDisposal:\n    method: destroy\n    allKeyCopiesDestroyed: true\n",
      [
        ["・ erasure.atDisposal.allKeyCopiesDestroyed（true）を消す", "erasure:\n  atDisposal:\n    method: destroy\n"],
        ["・ erasure.atDisposal.method（destroy）を消す", "erasure:\n  atDisposal:\n    allKeyCopiesDestroyed: true\n"],
      ],
    ],
    [
      "a pending renewal",
      "consistency.renewal-not-ismap",
      "certifications: [{scheme: ISO/IEC 27017, renewalPending: true}]\n",
      [["・ 認証（1件目）の更新手続中（true）を消す", "certifications: [{scheme: ISO/IEC 27017}]\n"]],
    ],
    [
      "a day to come",
      "consistency.date-in-future",
      "prepared:\n  date: 2027-01-01\n",
      [["・ prepared.date（2027-01-01）を消す", "prepared:\n"]],
    ],
    [
      "a check",
      "check.unsupported",
      'assessment:\n  "1":\n    check: ok\n    by: 課\n',
      [['・ assessment."1".check（ok）を消す', 'assessment:\n  "1":\n    by: 課\n']],
    ],
  ],
};

describe("the fixes of a finding", () => {
  for (const [subject, rows] of Object.entries(cases)) {
    describe(subject, () => {
      for (const [what, code, text, offers] of rows) {
        it(`${what}: ${code}`, () => assert.deepEqual(offered(text, code), offers));
      }
      it("the same with CRLF", () => {
        for (const [what, code, text, offers] of rows) {
          const crlf = (text: string) => text.replaceAll("\n", "\r\n");
          const expected = offers.map(([title, after]) => [title, crlf(after)]);
          assert.deepEqual(offered(crlf(text), code, crlf(CLASS)), expected, what);
        }
      });
    });
  }
});

describe("fixes that insert keys", () => {
  const S = `${HEAD}information: {classification: S}\n`;

  it("complete the record of a review", () => {
    const facts =
      "contract: {governingLaw: JP, domesticCourt: designated}\nerasure:\n  atTermination: {method: clear}\n  atDisposal: {method: destroy}\n  standardDeletionAtTermination: true\n";
    const text = `${facts}assessment:\n  "8-1":\n    exception:\n      by: 情報政策課\n`;
    assert.deepEqual(offered(text, "8-1.exception", S), [
      ["・ 検討の記録の欄（date・reason）を加える", `${text.trimEnd()}\n      date: \n      reason: \n`],
    ]);
  });

  it("insert evidence for all rows, and for each of a few", () => {
    const text = 'contract: {governingLaw: JP, domesticCourt: designated}\nassessment:\n  "2":\n    evidence: []\n';
    const [all, first, second, ...others] = offered(text, "evidence.absent");
    assert.deepEqual(
      [all, first, second].map((offer) => offer?.[0]),
      ["☆ 根拠の欄を加える（No1、No2）", "・ 根拠の欄を加える（No1）", "・ 根拠の欄を加える（No2）"],
    );
    assert.match(
      all?.[1] ?? "",
      /"1":\n {4}evidence:\n {6}- title: \n {8}url: \n {2}"2":\n {4}evidence: \[\{title: , url: \}\]\n$/,
    );
    assert.deepEqual(others, []);
  });

  it("insert a required key, and the version of the format", () => {
    assert.deepEqual(
      offered("", "schema.required", "profile: 1\nvendor: {name: 甲}\nservice:\ninformation: {classification: II}\n"),
      [
        [
          "☆ サービス（service）の欄を加える",
          "profile: 1\nvendor: {name: 甲}\nservice:\n  name: \ninformation: {classification: II}\n",
        ],
      ],
    );
    const rest = CLASS.replace("profile: 1\n", "");
    assert.deepEqual(offered("", "schema.required", rest), [["☆ 形式の版（profile）の欄を加える", CLASS]]);
  });

  it("begin an empty file", () => {
    const keys = "profile: 1\nvendor:\n  name: \nservice:\n  name: \ninformation:\n  classification: \n";
    assert.deepEqual(offered("", "schema.empty-profile", ""), [["☆ 必ず書くキーを加える", keys]]);
    assert.deepEqual(offered("# 新規", "schema.empty-profile", ""), [["☆ 必ず書くキーを加える", `# 新規\n${keys}`]]);
  });

  it("are refused while a line cannot be read", () => {
    const text =
      "dataLocation:\n  primary: [US]\n  backups: []\n  overseas: {encryptionKey: {origin: customer}}\nprepared:\n  by: @\n";
    for (const [title, why] of offered(text, "schema.required", "profile: 1\nvendor: {name: 甲}\n").filter(([, why]) => why)) {
      assert.match(title, /^×/);
      assert.equal(why, editorMessages.ja.fixes.why.broken);
    }
  });
});

describe("fixing everything", () => {
  const fixed = (text: string) => fixAll(text, bundled, { today: AS_OF });

  it("corrects the input of a Japanese keyboard, and keeps the comments", () => {
    const { text } = examples().find(({ name }) => name === "japanese-keyboard") ?? assert.fail();
    const { text: after, applied } = fixed(text);
    const left = analyzeText(after).findings.filter(({ code }) => /^(?:yaml|schema)\./.test(code));
    // 3DES does not say how many keys it has
    assert.deepEqual(
      left.map(({ code, span }) => `${code} ${after.slice(span.start, span.end)}`),
      ["schema.cipher 3DES"],
    );
    assert.equal(after.match(/#.*/g)?.join(), text.match(/#.*/g)?.join());
    assert.ok(applied.length > 15);
    const lines = text.split("\n");
    for (const { line, fix } of applied) if (fix === "correct") assert.notEqual(lines[line], after.split("\n")[line]);
  });

  it("repeats until nothing is left, and returns lines of the original text", () => {
    const { text, applied } = fixed(
      `${CLASS}contract:\n  準拠法：日本\n  domesticCourt: designated\n  domesticCourt: designated\ndata_location:\n\tprimary: ＪＰ\n`,
    );
    assert.equal(text, `${CLASS}contract:\n  governingLaw: JP\n  domesticCourt: designated\ndataLocation:\n  primary: [JP]\n`);
    assert.deepEqual(
      applied.map(({ fix, line }) => `${fix} ${line}`).toSorted(),
      ["correct 5", "correct 9", "half-width 5", "indent-with-spaces 9", "keep-one 7", "rename 5", "rename 8"].toSorted(),
    );
  });

  it("leaves out fixes that the user has to choose", () => {
    const texts = [
      "contract:\n  governingLaw: JP\n  governingLaw: US\n",
      "contract:\n  準拠法: JP\n  Governing law: US\n",
      "contract:\n  domesticCourt: designatd\n",
      "contract:\n  goveringLaw: JP\n",
      "dataLocation:\n  primary: []\n  backups: [\n",
      "contract: governingLaw: JP\n",
    ];
    for (const text of texts) assert.deepEqual(fixed(CLASS + text), { text: CLASS + text, applied: [] });
  });

  it("leaves out keys of one code that would get the same name", () => {
    const apply = (text: string, code: string) =>
      applyEdits(CLASS + text, fixAllOf(analyzeText(CLASS + text), code)).slice(CLASS.length);
    assert.equal(
      apply("contract: {準拠法: JP, Governing law: US}\nprepare: {by: 課}\n", "schema.unknown-key"),
      "contract: {準拠法: JP, Governing law: US}\nprepared: {by: 課}\n",
    );
    assert.equal(
      apply("dataLocation: {primary: [日本, 米国], backups: [合衆国]}\n", "schema.country"),
      "dataLocation: {primary: [JP, US], backups: [合衆国]}\n",
    );
  });
});

describe("titles", () => {
  it("are complete, and in one language", () => {
    for (const { text } of examples()) {
      const analysis = analyzeText(text);
      for (const finding of analysis.findings) {
        for (const fix of fixesOf(analysis, finding)) {
          for (const language of Object.values(editorMessages))
            assert.doesNotMatch(titleOf(fix, language), /undefined|null|\[object|NaN|「」|“”/);
          assert.doesNotMatch(titleOf(fix, editorMessages.ja), /です|ます/);
        }
      }
    }
  });
});
