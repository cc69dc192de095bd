/** Tests what completion offers at a position, in which order, and the text after an item is accepted. */
import assert from "node:assert/strict";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { completion, resolveCompletion } from "../../server/src/language-service/completion/index.ts";
import { AS_OF } from "../support/analyze.ts";
import { accepted, labels, offered, scoreOf } from "../support/completion.ts";
import { atCursor, EVERYTHING } from "../support/view.ts";

const HEAD = `profile: 1
vendor:
  name: 株式会社あおば
service:
  name: あおば電子申請
information:
  classification: I
  personal: true
`;

/** The text after the head once an item is accepted there. */
function then(marked: string, label: string, options: Parameters<typeof accepted>[2] = {}): string {
  const text = accepted(HEAD + marked, label, options);
  assert.ok(text.startsWith(HEAD), "the head does not change");
  return text.slice(HEAD.length);
}

const at = (marked: string) => labels(HEAD + marked);

/** Accepts the item in each text and compares the result. */
function accepts(cases: Readonly<Record<string, readonly [text: string, label: string, result: string]>>): void {
  for (const [name, [text, label, result]] of Object.entries(cases)) it(name, () => assert.equal(then(text, label), result));
}

function offersNothing(cases: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(cases)) it(name, () => assert.deepEqual(at(text), []));
}

describe("completion of keys", () => {
  it("offers what the class needs first, in the format's order, and only what is absent", () => {
    assert.deepEqual(at("<|>"), [
      ...["contract", "encryption", "authentication", "dataLocation", "certifications", "erasure"],
      ...["standard", "prepared", "infrastructure", "assessment"],
    ]);
    const items = offered(`${HEAD}<|>`);
    assert.deepEqual(
      items.flatMap(({ label, preselect }) => (preselect ? [label] : [])),
      ["contract"],
    );
  });

  it("offers first what is required, where no class is stated", () => {
    assert.deepEqual(labels("profile: 1\n<|>").slice(0, 4), ["vendor", "service", "information", "standard"]);
  });

  it("prefers nothing where all is stated that the class needs", () => {
    const items = offered(`${HEAD}contract:\n  governingLaw: JP\n  domesticCourt: designated\nvendor:\n  <|>`);
    assert.ok(items.every(({ preselect }) => !preselect));
  });

  it("puts a section with just what the class needs", () => {
    const section = "encryption:\n  inTransit:\n    - path: <|>\n      protocols: ";
    assert.equal(then("<|>", "encryption"), `${section}\n  atRest:\n    - store: \n      role: \n      cipher: `);
    const second = HEAD.replace(": I\n", ": II\n");
    assert.equal(accepted(`${second}<|>`, "encryption"), `${second}${section}`);
    const third = HEAD.replace(": I\n", ": III\n");
    assert.equal(accepted(`${third}<|>`, "encryption"), `${third}encryption:\n  <|>`);
  });

  it("indents as the file does", () => {
    const four = HEAD.replaceAll("\n  ", "\n    ");
    const encryption =
      "encryption:\n    inTransit:\n        - path: <|>\n          protocols: \n    atRest:\n        - store: \n          role: \n          cipher: ";
    assert.equal(accepted(`${four}<|>`, "encryption"), `${four}${encryption}`);
    const store = "encryption:\n    atRest:\n        - store: <|>\n          role: \n          cipher: ";
    assert.equal(accepted(`${four}encryption:\n    atRest: <|>`, "- store …"), `${four}${store}`);
    const dashes = `${HEAD}infrastructure:\n-   name: 基盤\nencryption:\n  atRest:`;
    const item = "\n  -   store: <|>\n      role: \n      cipher: ";
    assert.equal(accepted(`${dashes} <|>`, "- store …"), `${dashes}${item}`);
    assert.equal(accepted(`${dashes}\n  - store: a\n  <|>`, "- store …"), `${dashes}\n  - store: a\n${item.slice(1)}`);
  });

  it("puts plain text where the client knows no snippets", () => {
    const capabilities = { ...EVERYTHING, snippets: false };
    assert.equal(then("<|>", "contract", { capabilities }), "contract:\n  governingLaw: \n  domesticCourt: <|>");
  });

  it("finds a key by itself and by its title in either language", () => {
    for (const word of ["dom", "court", "裁判", "国内", "domestic c", "ｄｏｍ"]) {
      assert.equal(at(`contract:\n  ${word}<|>`)[0], "domesticCourt", word);
      assert.equal(then(`contract:\n  ${word}<|>`, "domesticCourt"), "contract:\n  domesticCourt: <|>");
    }
    for (const word of ["gov", "準拠", "law"]) assert.equal(at(`contract:\n  ${word}<|>`)[0], "governingLaw", word);
    assert.equal(at("en<|>")[0], "encryption");
    assert.equal(at("暗号<|>")[0], "encryption");
    assert.equal(at("a<|>")[0], "authentication");
  });

  it("shows the title in the view's language", () => {
    const [ja] = offered(`${HEAD}contract:\n  gov<|>`);
    const [en] = offered(`${HEAD}contract:\n  gov<|>`, { language: "en" });
    assert.deepEqual([ja?.detail, ja?.labelDetails], ["準拠法", { description: "準拠法" }]);
    assert.equal(en?.detail, "Governing law");
  });

  accepts({
    "half a word": ["contract:\n  gov<|>\n", "governingLaw", "contract:\n  governingLaw: <|>\n"],
    "the middle of a word": ["contract:\n  gov<|>ern\n", "governingLaw", "contract:\n  governingLaw: <|>\n"],
    "a key that has its colon": ["contract:\n  gov<|>:\n", "governingLaw", "contract:\n  governingLaw<|>:\n"],
    "in quotes": ['contract:\n  "gov<|>"\n', "governingLaw", "contract:\n  governingLaw: <|>\n"],
    "between others": [
      "contract:\n  gov<|>\n  domesticCourt: designated\n",
      "governingLaw",
      "contract:\n  governingLaw: <|>\n  domesticCourt: designated\n",
    ],
    "a section that lacks its colon": ["contract<|>\n  governingLaw: JP\n", "contract", "contract:<|>\n  governingLaw: JP\n"],
    "a key with a value that its name is wrong for": [
      "contract:\n  gov<|>: JP\n",
      "governingLaw",
      "contract:\n  governingLaw<|>: JP\n",
    ],
    "before a comment": [
      "enc<|>  # 経路と保存先\ncontract:\n",
      "encryption",
      "encryption:  # 経路と保存先\n  inTransit:\n    - path: <|>\n      protocols: \n  atRest:\n    - store: \n      role: \n      cipher: \ncontract:\n",
    ],
    "too far in": [
      "contract:\n  domesticCourt: designated\n     gov<|>\n",
      "governingLaw",
      "contract:\n  domesticCourt: designated\n  governingLaw: <|>\n",
    ],
    "not far enough in": [
      "contract:\n    domesticCourt: designated\n  gov<|>\n",
      "governingLaw",
      "contract:\n    domesticCourt: designated\n    governingLaw: <|>\n",
    ],
    "behind a tab": ["contract:\n\tgov<|>\n", "governingLaw", "contract:\n  governingLaw: <|>\n"],
    "behind a full-width space": ["contract:\n　gov<|>\n", "governingLaw", "contract:\n  governingLaw: <|>\n"],
    "with wide indentation": ["contract:\n    <|>", "governingLaw", "contract:\n    governingLaw: <|>"],
    "in the first item of a list": [
      "encryption:\n  inTransit:\n    - <|>",
      "protocols",
      "encryption:\n  inTransit:\n    - protocols: <|>",
    ],
    "before the other keys of an item": [
      "encryption:\n  inTransit:\n    - <|>\n      path: 端末 → SaaS\n",
      "protocols",
      "encryption:\n  inTransit:\n    - protocols: <|>\n      path: 端末 → SaaS\n",
    ],
    "below an anchor": [
      "erasure:\n  atTermination: &e\n    <|>\n  atDisposal: *e\n",
      "method",
      "erasure:\n  atTermination: &e\n    method: <|>\n  atDisposal: *e\n",
    ],
    "behind an alias": [
      "erasure:\n  atDisposal: &e {method: purge}\n  atTermination: *e\n  <|>",
      "standardDeletionAtTermination",
      "erasure:\n  atDisposal: &e {method: purge}\n  atTermination: *e\n  standardDeletionAtTermination: <|>",
    ],
  });

  it("knows what stands below, behind an alias and in what is merged", () => {
    assert.deepEqual(at("contract:\n  <|>\n  domesticCourt: designated\n"), ["governingLaw"]);
    const merged = "erasure:\n  atTermination: &e\n    method: purge\n  atDisposal:\n    <<: *e\n    <|>";
    assert.ok(!at(merged).includes("method"));
    assert.ok(at(merged).includes("guideline"));
  });

  it("never turns one stated fact into another", () => {
    assert.deepEqual(at("authentication:\n  provider:\n    two<|>Step: true\n"), []);
    assert.deepEqual(at("erasure:\n  <|>atDisposal:\n    method: purge\n"), []);
  });

  it("keeps the line ends of the text", () => {
    const text = `${HEAD}erasure:\n  <|>\n`.replaceAll("\n", "\r\n");
    const result = accepted(text, "atDisposal");
    assert.ok(result.endsWith("erasure:\r\n  atDisposal:\r\n    method: <|>\r\n"), JSON.stringify(result));
  });
});

describe("completion on an empty line", () => {
  const SECTIONS = "encryption:\n  inTransit:\n    - path: 端末 → SaaS\n      protocols: [TLS 1.3]\n";

  it("belongs to the deepest section that is not deeper than the cursor", () => {
    assert.deepEqual(at(`${SECTIONS}      <|>`), ["name"]);
    assert.deepEqual(at(`${SECTIONS}    <|>`), ["- path …"]);
    assert.deepEqual(at(`${SECTIONS}  <|>`), ["atRest"]);
    assert.equal(at(`${SECTIONS}<|>`)[0], "contract");
    assert.deepEqual(at(`${SECTIONS}\n  # 次\n\n  <|>\n\ncontract:\n`), ["atRest"]);
  });

  it("belongs to what goes on below it", () => {
    assert.deepEqual(at("contract:\n<|>\n  governingLaw: JP\n"), ["domesticCourt"]);
    assert.equal(
      then("contract:\n<|>\n  governingLaw: JP\n", "domesticCourt"),
      "contract:\n  domesticCourt: <|>\n  governingLaw: JP\n",
    );
    assert.deepEqual(at("encryption:\n  inTransit:\n<|>\n    - path: 端末 → SaaS\n"), ["- path …"]);
    assert.deepEqual(at("encryption:\n<|>\n    - path: 端末 → SaaS\n"), []);
  });

  it("offers items and keys where a list stands in the column of its key", () => {
    const text = "certifications:\n- scheme: ISMAP\n<|>";
    assert.deepEqual(at(text).slice(0, 2), ["- scheme …", "contract"]);
    assert.ok(then(text, "- scheme …").startsWith("certifications:\n- scheme: ISMAP\n- scheme: <|>\n  holder: "));
  });

  it("is in brackets where they are still open", () => {
    assert.deepEqual(at("contract: {\n  governingLaw: JP,\n\n  <|>\n}\n"), ["domesticCourt"]);
  });
});

describe("completion of values", () => {
  it("offers the values with what they are called", () => {
    const items = offered(`${HEAD}contract:\n  domesticCourt: <|>`);
    assert.deepEqual(
      items.map(({ label, detail }) => [label, detail]),
      [
        ["designated", "契約で指定済み"],
        ["negotiable", "協議で指定できる"],
        ["unavailable", "指定できない"],
      ],
    );
    assert.deepEqual(at("contract:\n  domesticCourt: 協議<|>"), ["negotiable"]);
    assert.deepEqual(at("contract:\n  domesticCourt: cannot<|>"), ["unavailable"]);
  });

  it("says what true and false mean", () => {
    const items = (language: "ja" | "en") =>
      offered(`${HEAD}erasure:\n  standardDeletionAtTermination: <|>`, { language }).map(
        ({ label, detail }) => `${label} ${detail}`,
      );
    assert.deepEqual(items("ja"), ["true 契約終了時の標準機能による消去: はい", "false 契約終了時の標準機能による消去: いいえ"]);
    assert.deepEqual(items("en"), ["true Deletion at contract end: yes", "false Deletion at contract end: no"]);
  });

  it("offers the country that the standard names first", () => {
    const countries = at("contract:\n  governingLaw: <|>");
    assert.deepEqual(countries.slice(0, 2), ["JP", "AD"]);
    assert.equal(new Set(countries).size, countries.length);
    assert.equal(at("contract:\n  governingLaw: ノルウェー<|>")[0], "NO");
    assert.equal(then("contract:\n  governingLaw: <|>", "NO"), 'contract:\n  governingLaw: "NO"<|>');
  });

  it("offers recommended ciphers first, then the others with where they stand", () => {
    const items = offered(`${HEAD}encryption:\n  atRest:\n    - cipher: <|>`);
    assert.equal(items[0]?.label, "AES-256-GCM");
    assert.equal(items[0]?.detail, "電子政府推奨暗号リスト");
    assert.deepEqual(
      items.slice(-2).map(({ label }) => label),
      ["other", "none"],
    );
    assert.equal(items.find(({ label }) => label === "3-key Triple DES")?.detail, "運用監視暗号リスト");
    assert.equal(at("encryption:\n  atRest:\n    - cipher: aes256gcm<|>")[0], "AES-256-GCM");
  });

  it("offers today where something was done, and never until when something holds", () => {
    const of = (text: string) => at(text);
    assert.deepEqual(of("prepared:\n  date: <|>"), [AS_OF]);
    assert.deepEqual(of('assessment:\n  "1":\n    date: <|>'), [AS_OF]);
    assert.deepEqual(of('assessment:\n  "8-1":\n    exception:\n      date: <|>'), [AS_OF]);
    assert.deepEqual(of('assessment:\n  "1":\n    evidence:\n      - collected: <|>'), [AS_OF]);
    assert.deepEqual(of('assessment:\n  "1":\n    evidence:\n      - expires: <|>'), []);
    assert.deepEqual(of("certifications:\n  - expires: <|>"), []);
  });

  it("offers the only value that may stand", () => {
    assert.deepEqual(labels("profile: <|>\n"), ["1"]);
    assert.deepEqual(labels("profile: 1\nstandard: <|>\n"), ["sendai-cloud"]);
  });

  accepts({
    "behind a colon without a space": ["contract:\n  governingLaw:<|>\n", "JP", "contract:\n  governingLaw: JP<|>\n"],
    "glued to the colon": ["contract:\n  domesticCourt:des<|>\n", "designated", "contract:\n  domesticCourt: designated<|>\n"],
    "behind a full-width colon": [
      "contract:\n  governingLaw：<|>\n  domesticCourt: designated\n",
      "JP",
      "contract:\n  governingLaw: JP<|>\n  domesticCourt: designated\n",
    ],
    "behind a full-width space": ["contract:\n  governingLaw:　日本<|>\n", "JP", "contract:\n  governingLaw: JP<|>\n"],
    "before a comment": ["contract:\n  governingLaw: <|>  # 第20条\n", "JP", "contract:\n  governingLaw: JP<|>  # 第20条\n"],
    "glued, before a comment": [
      "contract:\n  governingLaw:<|>  # 第20条\n",
      "JP",
      "contract:\n  governingLaw: JP<|>  # 第20条\n",
    ],
    "in the middle of the word": [
      "contract:\n  domesticCourt: des<|>ign\n",
      "designated",
      "contract:\n  domesticCourt: designated<|>\n",
    ],
    "in quotes": ['contract:\n  governingLaw: "J<|>"\n', "JP", 'contract:\n  governingLaw: "JP"<|>\n'],
    "behind a quote that is not closed": ["contract:\n  governingLaw: 'J<|>\n", "JP", "contract:\n  governingLaw: 'JP'<|>\n"],
    "a boolean in quotes": [
      'erasure:\n  standardDeletionAtTermination: "t<|>"\n',
      "true",
      "erasure:\n  standardDeletionAtTermination: true<|>\n",
    ],
    "behind an anchor": ["contract:\n  governingLaw: &jp <|>\n", "JP", "contract:\n  governingLaw: &jp JP<|>\n"],
    "in full-width letters": ["contract:\n  governingLaw: ｊｐ<|>\n", "JP", "contract:\n  governingLaw: JP<|>\n"],
    "of several words": [
      "encryption:\n  inTransit:\n    - protocols: [TLS 1<|>]\n",
      "TLS 1.2",
      "encryption:\n  inTransit:\n    - protocols: [TLS 1.2<|>]\n",
    ],
    "the rest of several words": [
      "erasure:\n  atDisposal:\n    guideline: NIST<|> SP 800\n",
      "NIST SP 800-88 Rev.2",
      "erasure:\n  atDisposal:\n    guideline: NIST SP 800-88 Rev.2<|>\n",
    ],
    "a section": [
      "erasure: <|>",
      "atTermination …",
      "erasure:\n  atTermination:\n    method: <|>\n  atDisposal:\n    method: \n  standardDeletionAtTermination: ",
    ],
    "a section behind a full-width colon": [
      "contract：<|>\n",
      "governingLaw …",
      "contract:\n  governingLaw: <|>\n  domesticCourt: \n",
    ],
  });

  describe("offers nothing", () => {
    offersNothing({
      "behind a finished value": "contract:\n  governingLaw: JP <|>\n",
      "behind a quoted value": 'contract:\n  governingLaw: "JP"<|>\n',
      "in a text": "prepared:\n  by: 株式会社あおば <|>\n",
      "in a text that goes on": "prepared:\n  by: 株式会社あおば\n    情報<|>\n",
      "in a text on lines of its own": 'assessment:\n  "1":\n    note: |\n      原本を確認\n      gov<|>\n',
      "in a quoted text of several lines": 'assessment:\n  "1":\n    note: "原本を\n      con<|>\n',
      "in a comment": "contract:\n  # gov<|>\n",
      "in a comment behind a value": "contract:\n  governingLaw: JP # J<|>\n",
      "before a comment without a space": "contract:\n  <|># 準拠法\n",
      "where the name of an anchor is written": "contract:\n  governingLaw: &j<|>\n",
      "where the value stands below": "encryption:\n  inTransit: <|>\n    - path: 端末 → SaaS\n",
      "before the gap before a value": "contract:\n  governingLaw:<|> JP\n",
      "of a number": "authentication:\n  provider:\n    lockoutAttempts: <|>\n",
      "below a key of the user's own": "x-memo:\n  <|>",
      "on the mark of a document": "---<|>\n",
    });
  });
});

describe("completion of lists", () => {
  it("offers only what the list does not hold", () => {
    assert.deepEqual(at("authentication:\n  provider:\n    factors: [knowledge, <|>]\n"), ["possession", "inherence"]);
    assert.deepEqual(at("authentication:\n  provider:\n    factors: [<|>, knowledge]\n"), ["possession", "inherence"]);
    assert.deepEqual(at("authentication:\n  provider:\n    factors: [knowledge, <|>, inherence]\n"), ["possession"]);
    assert.deepEqual(at("authentication:\n  provider:\n    factors:\n      - knowledge\n      - <|>\n      - possession\n"), [
      "inherence",
    ]);
    assert.deepEqual(at("authentication:\n  provider:\n    factors:\n      - knowledge\n      <|>\n"), [
      "possession",
      "inherence",
    ]);
  });

  it("offers no member that stands behind the cursor, over several lines", () => {
    const countries = at(
      "dataLocation:\n  primary: [\n    <|>,\n    US, # 米国\n    { a: [JP, DE] },\n    'FR',\n  ]\n  backups: [GB]\n",
    );
    assert.deepEqual(
      ["US", "FR", "JP", "DE", "GB"].map((country) => countries.includes(country)),
      [false, false, true, true, true],
    );
  });

  it("offers [] only where it states something, and says what", () => {
    const of = (text: string) => offered(HEAD + text).find(({ label }) => label === "[]")?.detail;
    assert.equal(of("dataLocation:\n  backups: <|>"), "取らないなら [] と書く。");
    assert.equal(of("certifications: <|>"), "ないなら [] と書く。");
    assert.equal(of("dataLocation:\n  overseas:\n    consent:\n      informs: <|>"), "何も伝えないなら [] と書く。");
    for (const text of ["dataLocation:\n  primary: <|>", "infrastructure: <|>", "encryption:\n  inTransit: <|>"])
      assert.equal(of(text), undefined);
    assert.equal(at("dataLocation:\n  backups: <|>").indexOf("[]"), 1, "it would not be seen behind a long list");
  });

  accepts({
    "the first value, in brackets": ["dataLocation:\n  primary: <|>\n", "JP", "dataLocation:\n  primary: [JP<|>]\n"],
    "one more": ["dataLocation:\n  primary: [JP,<|>]\n", "US", "dataLocation:\n  primary: [JP, US<|>]\n"],
    "one more, over several lines": [
      "dataLocation:\n  primary: [\n    JP,\n    <|>\n  ]\n",
      "US",
      "dataLocation:\n  primary: [\n    JP,\n    US<|>\n  ]\n",
    ],
    "in brackets that are not closed": [
      "dataLocation:\n  primary: [JP, <|>\n  backups: [JP]\n",
      "US",
      "dataLocation:\n  primary: [JP, US<|>\n  backups: [JP]\n",
    ],
    "behind a dash": ["dataLocation:\n  primary:\n    - <|>\n", "JP", "dataLocation:\n  primary:\n    - JP<|>\n"],
    "behind a dash without a space": ["dataLocation:\n  primary:\n    -<|>\n", "JP", "dataLocation:\n  primary:\n    - JP<|>\n"],
    "on a line where an item may begin": [
      "dataLocation:\n  primary:\n    - JP\n    <|>\n",
      "NO",
      'dataLocation:\n  primary:\n    - JP\n    - "NO"<|>\n',
    ],
    "half a word where an item may begin": [
      "dataLocation:\n  primary:\n    米<|>\n",
      "US",
      "dataLocation:\n  primary:\n    - US<|>\n",
    ],
    none: ["dataLocation:\n  backups: <|>\n", "[]", "dataLocation:\n  backups: []<|>\n"],
    "a mapping": [
      "certifications: <|>\n",
      "- scheme …",
      "certifications:\n  - scheme: <|>\n    holder: \n    number: \n    expires: \n",
    ],
    "a mapping behind a dash": [
      "encryption:\n  inTransit:\n    - <|>\n  atRest:\n",
      "- path …",
      "encryption:\n  inTransit:\n    - path: <|>\n      protocols: \n  atRest:\n",
    ],
    "a mapping where an item may begin": [
      "encryption:\n  atRest:\n    - store: 帳票\n    <|>\n",
      "- store …",
      "encryption:\n  atRest:\n    - store: 帳票\n    - store: <|>\n      role: \n      cipher: \n",
    ],
    "a mapping in brackets": [
      "certifications: [<|>]\n",
      "- scheme …",
      "certifications: [{scheme: <|>, holder: , number: , expires: }]\n",
    ],
    "a key in brackets": [
      "contract: {governingLaw: JP,<|>}\n",
      "domesticCourt",
      "contract: {governingLaw: JP, domesticCourt: <|>}\n",
    ],
    "a value in brackets": [
      "contract: {governingLaw: 日<|>, domesticCourt: designated}\n",
      "JP",
      "contract: {governingLaw: JP<|>, domesticCourt: designated}\n",
    ],
    "a section in brackets": ["erasure: {<|>}\n", "atDisposal", "erasure: {atDisposal: {method: <|>}}\n"],
  });
});

describe("completion in a mapping in brackets", () => {
  const KEYS = ["factors", "twoStep", "lockout", "adminLogin", "lockoutAttempts"];

  for (const [name, separator] of [
    ["one line", ", "],
    ["several lines", ",\n    "],
    ["several lines with comments", ", # 確かめる, a: b\n    "],
  ] as const) {
    it(`offers no key that it holds, before the cursor or behind it, on ${name}`, () => {
      for (let place = 0; place <= 3; place++) {
        for (const typed of ["", "locko"]) {
          const entries = ["twoStep: true", '"lockout": {a: [b, c]}', "factors: [knowledge, possession]"];
          const text = `authentication:\n  provider: {${entries.toSpliced(place, 0, `${typed}<|>`).join(separator)}}\n`;
          const expected = ["adminLogin", "lockoutAttempts"].filter((key) => key.startsWith(typed));
          assert.deepEqual(
            at(text).filter((label) => KEYS.includes(label)),
            expected,
            text,
          );
        }
      }
    });
  }

  it("looks no further than its bracket", () => {
    assert.ok(at("contract: {<|>}\nx-a: {b, governingLaw: JP, domesticCourt: designated}\n").includes("governingLaw"));
    assert.ok(at("erasure: {atTermination: {<|>}, method: purge}\n").includes("method"));
  });
});

describe("completion of the assessment", () => {
  it("offers the rows that the class asks for first, in quotes, with their labels", () => {
    const first = labels(`${HEAD.replace(": I\n", ": II\n")}assessment:\n  <|>`);
    assert.equal(first.length, 15);
    assert.ok(first.indexOf("6-5") < first.indexOf("4"), "4 is not asked for at II");
    const [item] = offered(`${HEAD}assessment:\n  8-1<|>`);
    assert.equal(item?.detail, "No8-1 データ消去 (契約終了時)");
    assert.equal(then("assessment:\n  <|>", "8-1"), 'assessment:\n  "8-1":\n    <|>');
    assert.equal(then('assessment:\n  "8<|>"', "8-1"), 'assessment:\n  "8-1":\n    <|>');
    assert.deepEqual(at("assessment:\n  契約終<|>"), ["8-1"]);
    assert.ok(!at('assessment:\n  "1":\n    check: ok\n  <|>').includes("1"));
  });

  it("offers an exception only where the format has it", () => {
    assert.deepEqual(at('assessment:\n  "1":\n    <|>'), ["evidence", "check", "by", "date", "note"]);
    assert.ok(at('assessment:\n  "8-1":\n    <|>').includes("exception"));
    assert.deepEqual(at('assessment:\n  "1":\n    check: <|>'), ["ok", "ng", "na"]);
  });
});

describe("completion of a whole profile", () => {
  const PROFILES = ["プロファイル（分類S）", "プロファイル（分類Ⅰ）", "プロファイル（分類Ⅱ）", "プロファイル（分類Ⅲ）"];

  for (const [name, text] of Object.entries({
    "an empty file": "<|>",
    "a file of comments": "# 書きかけ\n\n<|>\n",
    "an empty document behind another": `${HEAD}---\n<|>`,
    "an empty document before another": `---\n<|>\n---\n${HEAD}`,
    "an empty document behind the end of another": `${HEAD}...\n<|>\n`,
    "an empty document behind an end with a comment": `${HEAD}... # 以上\n\n# 次\n<|>`,
    "an empty document between two": `${HEAD}...\n<|>\n---\n${HEAD}`,
    "an empty document of a text with directives": `%YAML 1.2\n---\n${HEAD}...\n%YAML 1.2\n---\n<|>\n`,
    "an empty document before one with a directive": `%YAML 1.2\n---\n<|>\n...\n%YAML 1.2\n---\n${HEAD}`,
    "half a word": "pro<|>",
  })) {
    it(`is offered in ${name}`, () => assert.deepEqual(labels(text).slice(0, 4), PROFILES));
  }

  it("holds what the class needs, and states nothing but the class", () => {
    assert.equal(
      accepted("# 表題\n<|>\n", "プロファイル（分類Ⅲ）"),
      "# 表題\nprofile: 1\nvendor:\n  name: <|>\nservice:\n  name: \ninformation:\n  classification: III\n",
    );
    const first = accepted("<|>", "プロファイル（分類S）");
    for (const key of ["contract:", "  governingLaw: ", "      cipher: ", "certifications: ", "  atDisposal:"]) {
      assert.ok(`${first}\n`.includes(`\n${key}\n`), key);
    }
  });

  it("is not offered where something stands", () => {
    assert.ok(labels(`${HEAD}<|>`).every((label) => !PROFILES.includes(label)));
    assert.ok(labels(`${HEAD}---\n<|>\nprofile: 1\n`).every((label) => !PROFILES.includes(label)));
  });
});

describe("completion in a second document", () => {
  it("goes by that document's class and facts", () => {
    const second = HEAD.replace(": I\n", ": III\n");
    assert.equal(
      accepted(`${HEAD}contract:\n  governingLaw: JP\n---\n${second}<|>`, "contract").slice(-12),
      "ontract:\n  <|>".slice(-12),
    );
    assert.ok(labels(`${HEAD}contract:\n  governingLaw: JP\n---\n${second}con<|>`).includes("contract"));
    assert.ok(labels(`${HEAD}con<|>\n---\n${HEAD}contract:\n  governingLaw: JP\n`).includes("contract"));
  });
});

describe("completion behind the end of a document", () => {
  const second = HEAD.replace(": I\n", ": III\n");

  it("goes by the document that follows", () => {
    assert.equal(accepted(`${HEAD}...\n${second}<|>`, "contract"), `${HEAD}...\n${second}contract:\n  <|>`);
    assert.deepEqual(labels(`${HEAD}contract:\n  governingLaw: JP\n...\n${second}contract:\n  <|>\n`), [
      "governingLaw",
      "domesticCourt",
    ]);
    assert.ok(!labels(`${HEAD}...\n<|>\n${second}contract: {}\n`).includes("contract"));
  });

  it("goes by the document before it as long as it has not ended", () => {
    assert.deepEqual(labels(`${HEAD}contract:\n  <|>\n...\n`), ["governingLaw", "domesticCourt"]);
    assert.ok(!labels(`${HEAD}<|>\n...\n${second}`).includes("vendor"));
  });

  it("offers nothing on the mark of the end", () => assert.deepEqual(labels(`${HEAD}...<|>\n`), []));
});

describe("completion of aliases", () => {
  const ERASURE = "erasure:\n  atTermination: &same\n    method: purge\n";

  it("offers the anchors before the cursor that fit", () => {
    assert.deepEqual(at(`${ERASURE}  atDisposal: *<|>\n`), ["*same"]);
    assert.equal(then(`${ERASURE}  atDisposal: *s<|>\n`, "*same"), `${ERASURE}  atDisposal: *same<|>\n`);
    assert.deepEqual(at(`${ERASURE}  standardDeletionAtTermination: *<|>\n`), []);
    assert.deepEqual(at("erasure:\n  atTermination: *<|>\n  atDisposal: &late\n    method: purge\n"), []);
    assert.deepEqual(at("erasure: &all\n  atTermination: *<|>\n"), []);
    assert.deepEqual(at(`${ERASURE}  atDisposal:\n    <<: *<|>\n`), ["*same"]);
    assert.deepEqual(at(`${ERASURE}---\nerasure:\n  atDisposal: *<|>\n`), []);
  });
});

describe("what completion says of an item", () => {
  const resolved = (text: string, label: string, markdown = true) => {
    const item = offered(HEAD + text).find((item) => item.label === label);
    assert.ok(item);
    const { documentation } = resolveCompletion(bundled, { language: "ja", capabilities: { ...EVERYTHING, markdown } }, item);
    return typeof documentation === "object" ? documentation : undefined;
  };

  it("is what the key is for, and which rows it decides", () => {
    const documentation = resolved("contract:\n  <|>", "governingLaw");
    assert.equal(documentation?.kind, "markdown");
    assert.match(documentation?.value ?? "", /契約に適用される法の国。[\s\S]*この事実で判定する要件: No1 /);
    assert.equal(resolved("contract:\n  <|>", "governingLaw", false)?.kind, "plaintext");
  });

  it("is what the value is, and where it is listed", () => {
    const documentation = resolved("authentication:\n  provider:\n    factors: [<|>]", "knowledge");
    assert.match(documentation?.value ?? "", /本人だけが知っているもの。/);
    assert.match(resolved("encryption:\n  atRest:\n    - cipher: <|>", "DES")?.value ?? "", /64ビットブロック暗号/);
  });

  it("is nothing for an item that is not ours", () => {
    for (const data of [undefined, null, 1, "x", {}, { path: 1 }, { path: ["nothing"] }]) {
      const item = { label: "x", data };
      assert.equal(resolveCompletion(bundled, { language: "ja", capabilities: EVERYTHING }, item), item);
    }
  });
});

describe("completion's list", () => {
  it("is complete, and each item can be found by its label within what an editor looks at", () => {
    for (const text of [
      "<|>",
      `${HEAD}<|>`,
      `${HEAD}assessment:\n  <|>`,
      `${HEAD}encryption:\n  atRest:\n    - cipher: <|>`,
      `${HEAD}contract:\n  governingLaw: <|>`,
    ]) {
      const { view, position } = atCursor(text);
      const list = completion(view, position);
      assert.equal(list.isIncomplete, false);
      for (const { label, filterText = "", labelDetails } of list.items) {
        assert.ok(filterText.length <= 128, `${label}: ${filterText.length}`);
        assert.ok(scoreOf(label.replace(/^- | …$/g, "").slice(0, 3), filterText) !== undefined, `${label}: ${filterText}`);
        assert.notEqual(labelDetails?.description, label);
      }
    }
  });
});

describe("completion beside characters that only look like a space", () => {
  const ALIKES = [..."\f\u00a0\u2003\u200b\u200e\u202f\u3000\ufeff"];
  const places: Record<string, readonly [text: string, label: string, result: string]> = {
    "behind a colon": ["contract:\n  governingLaw:■<|>\n", "JP", "contract:\n  governingLaw: JP<|>\n"],
    "before a value": ["contract:\n  governingLaw:■日本<|>\n", "JP", "contract:\n  governingLaw: JP<|>\n"],
    "behind a value": ["contract:\n  governingLaw: 日<|>■\n", "JP", "contract:\n  governingLaw: JP<|>■\n"],
    "before a comment": ["contract:\n  governingLaw: 日<|>■# ※\n", "JP", "contract:\n  governingLaw: JP<|>■# ※\n"],
    "behind a dash": ["dataLocation:\n  primary:\n    -■<|>\n", "JP", "dataLocation:\n  primary:\n    - JP<|>\n"],
    "in brackets": ["dataLocation:\n  primary: [US,■<|>]\n", "JP", "dataLocation:\n  primary: [US, JP<|>]\n"],
    "before a key": [
      "contract:\n  domesticCourt: designated\n  ■gov<|>\n",
      "governingLaw",
      "contract:\n  domesticCourt: designated\n  governingLaw: <|>\n",
    ],
    "on the line above": ["contract:\n■\n  gov<|>\n", "governingLaw", "contract:\n■\n  governingLaw: <|>\n"],
  };
  for (const [place, [text, label, result]] of Object.entries(places)) {
    it(place, () => {
      for (const alike of ALIKES) {
        assert.equal(then(text.replace("■", alike), label), result.replace("■", alike), JSON.stringify(alike));
      }
    });
  }

  it("in the place of indentation, as wide as it looks", () => {
    const expected = "contract:\n  governingLaw: <|>\n";
    for (const indent of ["\u3000", "\u00a0\u00a0", "\u2003\u2003", " \u202f"]) {
      assert.equal(then(`contract:\n${indent}gov<|>\n`, "governingLaw"), expected, JSON.stringify(indent));
    }
  });
});
