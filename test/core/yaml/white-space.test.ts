/** Guards that every character that only looks like a space is named wherever it stands around what YAML reads, and mended without loss. */
import assert from "node:assert/strict";
import { bundled } from "../../../server/src/core/analysis/bundled.ts";
import type { AnyFinding } from "../../../server/src/core/findings/finding.ts";
import { applyEdits } from "../../../server/src/language-service/edits/edit.ts";
import { isFix } from "../../../server/src/language-service/fixes/fix.ts";
import { fixAll } from "../../../server/src/language-service/fixes/fix-all.ts";
import { fixesOf } from "../../../server/src/language-service/fixes/index.ts";
import { formatEdits } from "../../../server/src/language-service/formatting/format.ts";
import { coreMessages, messageOf } from "../../../server/src/messages/render.ts";
import { AS_OF, analyzeText } from "../../support/analyze.ts";
import { judged, statusOf } from "../../support/profile.ts";

const HEAD = "profile: 1\nvendor: {name: 甲}\nservice: {name: 乙}\ninformation: {classification: II}\n";
const options = { today: AS_OF };

/** The characters, with their names. */
const CHARACTERS: readonly (readonly [character: string, ja: string, en: string])[] = [
  ["\u3000", "U+3000（全角の空白）", "U+3000 (full-width space)"],
  ["\u00a0", "U+00A0（改行なしの空白）", "U+00A0 (no-break space)"],
  ["\u2000", "U+2000（欧文用の空白）", "U+2000 (en quad)"],
  ["\u2001", "U+2001（欧文用の空白）", "U+2001 (em quad)"],
  ["\u2002", "U+2002（欧文用の空白）", "U+2002 (en space)"],
  ["\u2003", "U+2003（欧文用の空白）", "U+2003 (em space)"],
  ["\u2004", "U+2004（欧文用の空白）", "U+2004 (three-per-em space)"],
  ["\u2005", "U+2005（欧文用の空白）", "U+2005 (four-per-em space)"],
  ["\u2006", "U+2006（欧文用の空白）", "U+2006 (six-per-em space)"],
  ["\u2007", "U+2007（欧文用の空白）", "U+2007 (figure space)"],
  ["\u2008", "U+2008（欧文用の空白）", "U+2008 (punctuation space)"],
  ["\u2009", "U+2009（欧文用の空白）", "U+2009 (thin space)"],
  ["\u200a", "U+200A（欧文用の空白）", "U+200A (hair space)"],
  ["\u200b", "U+200B（幅のない空白）", "U+200B (zero-width space)"],
  ["\u202f", "U+202F（改行なしの狭い空白）", "U+202F (narrow no-break space)"],
  ["\u205f", "U+205F（数式用の空白）", "U+205F (mathematical space)"],
  ["\u2060", "U+2060（幅のない改行禁止）", "U+2060 (word joiner)"],
  ["\ufeff", "U+FEFF（バイト順マーク）", "U+FEFF (byte order mark)"],
  ["\f", "U+000C（改ページ）", "U+000C (form feed)"],
  ["\v", "U+000B（垂直タブ）", "U+000B (vertical tab)"],
  ["\u0085", "U+0085（次の行）", "U+0085 (next line)"],
  ["\u1680", "U+1680（オガム文字の空白）", "U+1680 (Ogham space)"],
  ["\u180e", "U+180E（モンゴル文字の区切り）", "U+180E (Mongolian vowel separator)"],
  ["\u2028", "U+2028（行の区切り）", "U+2028 (line separator)"],
  ["\u00ad", "U+00AD（ソフトハイフン）", "U+00AD (soft hyphen)"],
  ["\u200c", "U+200C（幅のない非接合子）", "U+200C (zero-width non-joiner)"],
  ["\u200d", "U+200D（幅のない接合子）", "U+200D (zero-width joiner)"],
  ["\u200e", "U+200E（文字の向きの印）", "U+200E (left-to-right mark)"],
  ["\u200f", "U+200F（文字の向きの印）", "U+200F (right-to-left mark)"],
  ["\u2061", "U+2061（見えない演算子）", "U+2061 (invisible function application)"],
  ["\u2062", "U+2062（見えない演算子）", "U+2062 (invisible times)"],
  ["\u2063", "U+2063（見えない演算子）", "U+2063 (invisible separator)"],
  ["\u2064", "U+2064（見えない演算子）", "U+2064 (invisible plus)"],
  ["\u2029", "U+2029（段落の区切り）", "U+2029 (paragraph separator)"],
];

/** Where a character stands, as ■, and the text that is meant. */
type Place = readonly [what: string, marked: string, meant: string];

const law = (line: string) => `contract:\n  ${line}\n  domesticCourt: designated\n`;
const LAW = law("governingLaw: JP");
const OTHER = `${HEAD.replace("甲", "丙")}${LAW}`;
const primary = (item: string) => `dataLocation:\n  primary:\n    ${item}\n    - US\n`;
const PRIMARY = primary("- JP");
const flow = (list: string) => `dataLocation:\n  primary: ${list}\n  backups: [JP]\n`;
const FLOW = flow("[JP, US]");
const flowMap = (map: string) => `contract: ${map}\ndataLocation: {primary: [JP]}\n`;
const FLOW_MAP = flowMap("{governingLaw: JP, domesticCourt: designated}");

const PLACES: Readonly<Record<string, readonly Place[]>> = {
  "a key": [
    ["before the colon", law("governingLaw■: JP"), LAW],
    ["for the space behind the colon", law("governingLaw:■JP"), LAW],
    ["behind the space behind the colon", law("governingLaw: ■JP"), LAW],
    ["before the space behind the colon", law("governingLaw:■ JP"), LAW],
    ["behind the value", law("governingLaw: JP■"), LAW],
    ["behind the value and a space", law("governingLaw: JP ■"), LAW],
    [
      "behind the last value",
      "contract:\n  domesticCourt: designated\n  governingLaw: JP■",
      "contract:\n  domesticCourt: designated\n  governingLaw: JP",
    ],
    ["for the indentation", law("governingLaw: JP").replace("  g", "■■g"), LAW],
    ["for the indentation of a later key", law("governingLaw: JP").replace("  d", "■■d"), LAW],
    ["for the indentation of an only key", "contract:\n■■governingLaw: JP\n", "contract:\n  governingLaw: JP\n"],
    ["for all indentation", LAW.replaceAll("  ", "■■"), LAW],
    [
      "for the indentation of two levels",
      "authentication:\n■■provider:\n■■■■twoStep: true\n■■customer:\n■■■■twoStep: true\n",
      "authentication:\n  provider:\n    twoStep: true\n  customer:\n    twoStep: true\n",
    ],
    ["behind the colon of a section", LAW.replace("contract:", "contract:■"), LAW],
    ["behind a value on a line of its own", "contract:\n  governingLaw:\n    JP■\n", "contract:\n  governingLaw:\n    JP\n"],
    ["before the first key", `■${LAW}`, LAW],
  ],
  "a list item": [
    ["for the space behind the dash", primary("-■JP"), PRIMARY],
    ["behind the space behind the dash", primary("- ■JP"), PRIMARY],
    ["before the space behind the dash", primary("-■ JP"), PRIMARY],
    ["behind the item", primary("- JP■"), PRIMARY],
    ["behind the dash of an only item", "dataLocation:\n  backups:\n    -■JP\n", "dataLocation:\n  backups:\n    - JP\n"],
    ["for the indentation", PRIMARY.replace("    - JP", "■■■■- JP"), PRIMARY],
    ["for the indentation of a later item", PRIMARY.replace("    - US", "■■■■- US"), PRIMARY],
    [
      "behind the dash of a mapping",
      "encryption:\n  atRest:\n    -■role: primary\n      cipher: AES-256\n",
      "encryption:\n  atRest:\n    - role: primary\n      cipher: AES-256\n",
    ],
    [
      "for the indentation of a mapping's keys",
      "encryption:\n  atRest:\n    - role: primary\n■■■■■■cipher: AES-256\n",
      "encryption:\n  atRest:\n    - role: primary\n      cipher: AES-256\n",
    ],
  ],
  "a text of several lines": [
    ["for the indentation of a later line", law("x-a: 甲\n■■■■乙"), law("x-a: 甲\n    乙")],
    ["for that of all later lines", law("x-a: 甲\n■■■■乙\n■■■■丙"), law("x-a: 甲\n    乙\n    丙")],
    [
      "for that of a later line of a block",
      law("x-a: |\n    甲\n■■■■- 乙\n■■■■丙: 1"),
      law("x-a: |\n    甲\n    - 乙\n    丙: 1"),
    ],
    ["for that of one behind an empty line", law("x-a: |\n    甲\n\n■■■■乙"), law("x-a: |\n    甲\n\n    乙")],
  ],
  "quotation marks": [
    ["behind them", law('governingLaw: "JP"■'), law('governingLaw: "JP"')],
    ["before them", law("governingLaw: ■'JP'"), law("governingLaw: 'JP'")],
    ["before and behind them", law("governingLaw: ■'JP'■"), law("governingLaw: 'JP'")],
    ["behind those of a key", law('"governingLaw"■: JP'), law('"governingLaw": JP')],
    ["behind the colon of such a key", law('"governingLaw":■JP'), law('"governingLaw": JP')],
    ["behind those of an item", primary('- "JP"■'), primary('- "JP"')],
  ],
  brackets: [
    ["behind [", flow("[■JP, US]"), FLOW],
    ["before a comma", flow("[JP■, US]"), FLOW],
    ["behind a comma", flow("[JP,■US]"), FLOW],
    ["behind a comma and a space", flow("[JP, ■US]"), FLOW],
    ["before ]", flow("[JP, US■]"), FLOW],
    ["behind ]", flow("[JP, US]■"), FLOW],
    ["before [", flow("■[JP, US]"), FLOW],
    ["for the space before [", flow("[JP, US]").replace("primary: ", "primary:■"), FLOW],
    ["behind {", flowMap("{■governingLaw: JP, domesticCourt: designated}"), FLOW_MAP],
    ["behind a key", flowMap("{governingLaw■: JP, domesticCourt: designated}"), FLOW_MAP],
    ["for the space behind a colon", flowMap("{governingLaw:■JP, domesticCourt: designated}"), FLOW_MAP],
    ["behind a value", flowMap("{governingLaw: JP■, domesticCourt: designated}"), FLOW_MAP],
    ["before a key", flowMap("{governingLaw: JP, ■domesticCourt: designated}"), FLOW_MAP],
    ["before }", flowMap("{governingLaw: JP, domesticCourt: designated■}"), FLOW_MAP],
    ["behind }", flowMap("{governingLaw: JP, domesticCourt: designated}■"), FLOW_MAP],
    ["behind a quoted item", flow('["JP"■, US]'), flow('["JP", US]')],
  ],
  "a comment": [
    ["before one behind a value", law("governingLaw: JP■# ※"), law("governingLaw: JP # ※")],
    ["before one without a space", law("governingLaw: JP■#※"), law("governingLaw: JP #※")],
    ["before the space before one", law("governingLaw: JP■ # ※"), law("governingLaw: JP # ※")],
    ["behind the space before one", law("governingLaw: JP ■# ※"), law("governingLaw: JP # ※")],
    ["before one behind an item", primary("- JP■# ※"), primary("- JP # ※")],
    ["before one behind a quotation mark", law('governingLaw: "JP"■# ※'), law('governingLaw: "JP" # ※')],
    ["before one behind a bracket", flow("[JP, US]■# ※"), flow("[JP, US] # ※")],
    ["before one within brackets", flow("[■# ※\n    JP, US]"), flow("[ # ※\n    JP, US]")],
    ["before one behind a section", LAW.replace("contract:", "contract:■# ※"), LAW.replace("contract:", "contract: # ※")],
    ["before one on its own line", LAW.replace("  dom", "■■# ※\n  dom"), LAW.replace("  dom", "  # ※\n  dom")],
  ],
  "other marks": [
    ["behind ---", `---■\n${OTHER}`, `---\n${OTHER}`],
    ["behind --- and before a comment", `---■# ※\n${OTHER}`, `--- # ※\n${OTHER}`],
    ["before ---", `■---\n${OTHER}`, `---\n${OTHER}`],
    ["on the line before ---", `■\n---\n${OTHER}`, `\n---\n${OTHER}`],
    ["behind ...", `...■\n---\n${OTHER}`, `...\n---\n${OTHER}`],
    ["between ... and ---", `...\n■---\n${OTHER}`, `...\n---\n${OTHER}`],
    ["at the start of a document", `---\n■${OTHER}`, `---\n${OTHER}`],
    ["behind an anchor", law("governingLaw: &a■JP"), law("governingLaw: &a JP")],
    ["behind an alias", law("governingLaw: &a JP\n  x-a: *a■"), law("governingLaw: &a JP\n  x-a: *a")],
    ["behind the mark of a block", law("x-a: |■\n    甲"), law("x-a: |\n    甲")],
    ["for the indentation of a block", law("x-a: |\n■■■■甲\n■■■■乙"), law("x-a: |\n    甲\n    乙")],
  ],
  "an empty line": [
    ["on a line of its own", LAW.replace("  dom", "■\n  dom"), LAW.replace("  dom", "\n  dom")],
    ["at the end", `${LAW}■`, LAW],
    ["at the end of the last line but one", `${LAW}■\n`, `${LAW}\n`],
  ],
};

/** Where it is part of a text, which it stays. */
const TEXTS: readonly (readonly [what: string, marked: string])[] = [
  ["within a value", law("x-a: 平日■九時")],
  ["within a word of a key of one's own", law("x-平■日: 1")],
  ["within quotation marks", law('x-a: "■平日■"')],
  ["within a comment", law("governingLaw: JP # 注■意■")],
  ["within a block", law("x-a: |\n    ■平日\n    九時■")],
  ["behind a colon within a value", law("x-a: 平日:■九時")],
  ["before the number sign of a number", law("x-a: 規約■#3")],
  ["within a value of several lines", law("x-a: 平日\n    ■九時\n    から")],
  ["behind a colon on a line of its own", law("x-a:\n    受付:■平日")],
];

/** YAML allows a byte order mark at the start of a document behind the end of another. */
const [MARK, ALLOWED_MARK] = ["\ufeff", /^[.]{3}\n■/];

/** These are of the same kinds as the others, which are tried in every place: for them, one place in each group is enough. */
const RARE = /[\v\x85\xad\u1680\u180e\u2000-\u2002\u2004-\u2009\u200c-\u200f\u2028\u2029\u2061-\u2064]/;

/** These are looked at more closely: all line ends, and what follows from them. */
const CLOSELY = "\u3000\u00a0\u200b";

const isForm = ({ code }: AnyFinding) => /^(?:yaml|schema)\./.test(code);

/** Guards that a text is mended, that all it says is that a character of these names stands there, and that the fix is the one that an editor prefers. */
function assertMended(text: string, expected: string, names: readonly string[]): void {
  const analysis = analyzeText(text);
  const said = JSON.stringify(text.slice(HEAD.length));
  const found = analysis.findings.filter(isForm);
  assert.deepEqual([...new Set(found.map(({ code }) => code))], ["yaml.white-space"], said);
  for (const finding of found) {
    const messages = [coreMessages.ja, coreMessages.en].map((language) => messageOf(finding, analysis.standard, language).what);
    for (const [index, name] of names.entries()) assert.ok(messages[index]?.includes(name), `${said}: ${messages[index]}`);
    const [fix] = fixesOf(analysis, finding);
    assert.ok(fix && isFix(fix) && fix.isPreferred, said);
    const fixed = applyEdits(text, fix.edits);
    if (found.length === 1) assert.equal(fixed, expected, said);
    else assert.notEqual(fixed, text, said);
  }
  assert.equal(fixAll(text, bundled, options).text, expected, said);
}

/** Guards that nothing is met by what is not read so, and that nothing but the fix changes it. */
function assertInert(text: string, expected: string): void {
  const [before, after] = [judged(text), judged(expected)];
  for (const no of ["1", "2", "6-1"])
    assert.ok(["unknown", statusOf(after, no)].includes(statusOf(before, no)), `${text}: ${no}`);
  assert.deepEqual(formatEdits(analyzeText(text).source), [], text);
  assert.deepEqual(fixAll(expected, bundled, options).applied, [], text);
}

describe("a character that only looks like a space", () => {
  for (const [character, ja, en] of CHARACTERS) {
    const isClose = CLOSELY.includes(character);
    describe(en, () => {
      for (const [subject, places] of Object.entries(PLACES)) {
        it(`is named and mended at ${subject}`, () => {
          for (const [, marked, meant] of RARE.test(character) ? places.slice(0, 1) : places) {
            if (character === MARK && ALLOWED_MARK.test(marked)) continue;
            for (const end of isClose ? ["\n", "\r\n"] : ["\n"]) {
              const [text, expected] = [HEAD + marked.replaceAll("■", character), HEAD + meant].map((text) =>
                text.replaceAll("\n", end),
              ) as [string, string];
              assertMended(text, expected, [ja, en]);
              if (isClose) assertInert(text, expected);
            }
          }
        });
      }
      it("stays where it is part of a text", () => {
        for (const [what, marked] of TEXTS) {
          const text = HEAD + marked.replaceAll("■", character);
          assert.deepEqual(analyzeText(text).findings.filter(isForm), [], what);
          assert.equal(fixAll(text, bundled, options).text, text, what);
        }
      });
    });
  }

  it("is no slip if it is a byte order mark where YAML allows one", () => {
    for (const text of [
      `${MARK}${OTHER}`,
      `${MARK}---\n${OTHER}`,
      ...["", "---\n", "# ※\n"].map((lead) => `${OTHER}...\n${MARK}${lead}${OTHER}`),
    ]) {
      assert.deepEqual(analyzeText(text).findings.filter(isForm), [], text);
      assert.equal(fixAll(text, bundled, options).text, text);
    }
  });

  it("is named within a word of a key, where nothing of it may be seen", () => {
    const analysis = analyzeText(HEAD + law("governing\u200bLaw: JP"));
    const found = analysis.findings.filter(isForm);
    const messages = [coreMessages.ja, coreMessages.en].flatMap((language) =>
      found.map((finding) => messageOf(finding, analysis.standard, language).what),
    );
    assert.deepEqual(messages, [
      "「governing\u200bLaw」（U+200B（幅のない空白）を含む）というキーはない",
      "There is no key “governing\u200bLaw” (it has U+200B (zero-width space) in it)",
    ]);
  });

  it("behind a value with another slip is mended with it", () => {
    for (const [text, meant] of [
      [law("governingLaw: ＪＰ　"), LAW],
      [law("governingLaw:JP　"), LAW],
      [law("governingLaw：JP　# ※"), law("governingLaw: JP # ※")],
      ["dataLocation:\n  primary: JP　\n  backups: []\n", "dataLocation:\n  primary: [JP]\n  backups: []\n"],
      ["contract:\n  governingLaw:\u00a0JP\n", "contract:\n  governingLaw: JP\n"],
      ["contract:\n　governingLaw：　日本　\n　domesticCourt: designated\n", LAW],
      ["contract:\n  governingLaw: JP\n　　domesticCourt：designated\n", LAW],
      ["contract:\n  governingLaw: JP\n　　domesticCourt:\u00a0designated\n", LAW],
    ] as const) {
      assert.equal(fixAll(HEAD + text, bundled, options).text, HEAD + meant);
    }
  });

  it("behind a dash leaves the keys below in their item, whichever is mended first", () => {
    const item = (first: string, second: string) => `certifications:\n${first}scheme: ISMAP\n${second}holder: saas-provider\n`;
    for (const [first, second] of [
      ["- 　", "　　"],
      ["- 　", "　　 "],
      ["- 　", "  "],
      ["  - 　", "　　　"],
      ["  - 　", "  　　"],
      ["- \u00a0", "\u00a0\u00a0\u00a0"],
      ["-　　", "　　　"],
      ["  -\u2003", "\u2003\u2003\u2003"],
    ] as const) {
      const text = HEAD + item(first, second);
      const dash = first.slice(0, first.indexOf("-") + 1);
      const meant = HEAD + item(`${dash} `, " ".repeat(dash.length + 1));
      assert.equal(fixAll(text, bundled, options).text, meant, text);
      for (const finding of analyzeText(text).findings.filter(isForm).reverse()) {
        const [fix] = fixesOf(analyzeText(text), finding);
        if (!fix || !isFix(fix)) continue;
        const { text: after } = fixAll(applyEdits(text, fix.edits), bundled, options);
        assert.deepEqual(analyzeText(after).findings.filter(isForm), [], after);
      }
    }
  });
});
