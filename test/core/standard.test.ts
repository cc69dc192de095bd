/** Tests the standard as data against the standard as received (source.txt), and the reference lists against the facts that the rules refer to. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { parse } from "yaml";
import type { Obligation, Row, Standard } from "../../server/src/core/standard/standard.ts";
import type { Text } from "../../server/src/core/standard/text.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const readYaml = <T>(path: string) => parse(read(path), { merge: true }) as T;

/** The standard as its file writes it: texts that the product only shows are in no type of the core. */
type Written = Omit<Standard, "rows"> & { classColumns: Record<string, Text>; rows: readonly WrittenRow[] };
type WrittenRow = Row & { check: Text };
const standard = readYaml<Written>("schemas/standards/sendai-cloud.yaml");
const source = read("test/core/source.txt").split("\n");

const COLUMNS = ["category", "no", "item", "requirement", "risk", "S", "I", "II", "check"] as const;
const header = source.findIndex((line) => line.startsWith("カテゴリー\t"));
const table = source.slice(header, header + 16).map((line) => line.split("\t"));
const classHeader = source.findIndex((line) => line.startsWith("分類\t"));
const classes = source.slice(classHeader, classHeader + 5).map((line) => line.split("\t"));

/** The cells of a row, in the order of the columns. */
function cellsOf(row: WrittenRow): (string | undefined)[] {
  const obligation = (name: string) => row.obligation[name]?.text.original;
  return [
    row.category.original,
    row.no,
    row.item.original,
    row.requirement.original,
    row.risk.original,
    obligation("S"),
    obligation("I"),
    obligation("II"),
    row.check.original,
  ];
}

/** Every text of the data, with where it stands. */
function texts(value: unknown, path = ""): [path: string, text: Text][] {
  if (typeof value !== "object" || value === null) return [];
  if ("original" in value) return [[path, value as Text]];
  return Object.entries(value).flatMap(([key, child]) => texts(child, `${path}/${key}`));
}

const plain = (text: string) =>
  text
    .replace(/<[^>]+>/g, "")
    .replace(/\s+/gu, " ")
    .trim();

describe("the standard as data", () => {
  it("fits its schema", () => {
    const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
    const validate = ajv.compile(JSON.parse(read("schemas/standard.schema.json")));
    assert.ok(validate(standard), ajv.errorsText(validate.errors));
  });

  describe("has every cell of the source to the letter", () => {
    it("the title", () =>
      assert.equal(
        standard.title.original,
        source.find((line) => line !== ""),
      ));
    it("the header", () =>
      assert.deepEqual(
        COLUMNS.map((name) => standard.columns[name]?.original),
        table[0],
      ));
    it("fifteen rows", () => assert.equal(standard.rows.length, 15));
    for (const [index, row] of standard.rows.entries()) {
      it(`row ${row.no}`, () => assert.deepEqual(cellsOf(row), table[index + 1]));
    }
    it("the footnote", () =>
      assert.equal(
        standard.footnote.original,
        source.find((line) => line.startsWith("※原則、")),
      ));
    it("the heading of the classes", () =>
      assert.equal(
        standard.classesHeading.original,
        source.find((line) => line.startsWith("★参考")),
      ));
    it("the header of the classes", () =>
      assert.deepEqual(
        Object.values(standard.classColumns).map(({ original }) => original),
        classes[0],
      ));
    it("the four classes, strictest first", () => {
      assert.deepEqual(Object.keys(standard.classes), ["S", "I", "II", "III"]);
      assert.deepEqual(
        Object.values(standard.classes).map(({ title, definition, examples }) => [
          title.original,
          definition.original,
          examples.original,
        ]),
        classes.slice(1),
      );
    });
  });

  describe("has each text mended by its corrections alone, and translated", () => {
    for (const [path, { original, ja, en, corrections = [] }] of texts(standard)) {
      it(path, () => {
        for (const { from, reason } of corrections) {
          assert.ok(original.includes(from), `「${from}」 does not stand there`);
          assert.ok(reason.ja !== "" && reason.en !== "");
        }
        const repaired = corrections.reduce((text, { from, to }) => (to === null ? text : text.replaceAll(from, to)), original);
        // an empty cell belongs to the one above it
        if (original !== "") assert.equal(plain(ja), plain(repaired));
        assert.equal(en === "", ja === "");
        assert.doesNotMatch(en.replace(/“[^”]*”|\[[^\]]*\]/g, ""), /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
      });
    }
  });

  it("fills the empty cells of category and item from the cell that was merged", () => {
    for (const [index, row] of standard.rows.entries()) {
      const above = standard.rows[index - 1];
      if (row.category.original === "") assert.equal(row.category.ja, above?.category.ja);
      const isFirst = row.category.original !== "";
      if (row.item.original === "") assert.equal(row.item.ja, isFirst ? row.category.ja : above?.item.ja);
    }
  });

  it("says which labels are ours", () => {
    for (const { label, item } of standard.rows) {
      assert.equal(label.ours, label.ja !== item.original);
      assert.notEqual(label.en, "");
    }
  });

  describe("records the damaged words", () => {
    const damaged: [where: string, from: string, to: string | null][] = [
      ["columns/risk", "場合はのリスク", "場合のリスク"],
      ["2/requirement", "国内裁判所を管轄裁判所を指定可能", "国内裁判所を管轄裁判所に指定可能"],
      ["3/risk", "デジタル化、", "デジタル庁、"],
      ["3/risk", "電子政府推薦暗号リスト", "電子政府推奨暗号リスト"],
      ["4/requirement", "サイバー空間", null],
      ["4/requirement", "電子政府推薦暗号リスト", "電子政府推奨暗号リスト"],
      [
        "4/requirement",
        "電子政府における調査のために参照されるべき暗号化リスト",
        "電子政府における調達のために参照すべき暗号のリスト",
      ],
      ["4/requirement", "list_cryptrec-ls-0001-2022.pdf", "list/cryptrec-ls-0001-2022.pdf"],
      ["5-1/requirement", "生年月日", "生体"],
      ["5-2/risk", "N5-1", "No5-1"],
      ["6-2/requirement", "個人情報の取扱いの範囲", "当該外国の名称"],
      ["6-2/requirement", "個人情報における個人情報の保護に関する制度", "当該外国における個人情報の保護に関する制度"],
      ["6-2/requirement", "移住先", "移転先"],
      ["6-2/requirement", "faq2-a5-8", "faq2-q5-8"],
      ["6-3/requirement", "国・地図", "国・地域"],
      ["6-3/requirement", "英国版", "英国"],
      ["6-3/risk", "N6-1", "No6-1"],
      ["6-5/requirement", "海外接続機関等", "海外捜査機関等"],
      ["6-5/requirement", "国内法で扱らざ接触されても", null],
      ["6-5/requirement", "管理されなければ", "管理されていれば"],
      ["7/requirement", "SaaS提供者またはPaaS提供者", "IaaS提供者またはPaaS提供者"],
      ["8-1/requirement", "ににおいて", "において"],
      ["8-1/requirement", "aaS事業者", "IaaS/PaaS事業者"],
      ["8-2/requirement", "aaS事業者", "IaaS/PaaS事業者"],
      ["footnote", "満たない", "満たさない"],
    ];
    const byRow = Object.fromEntries(standard.rows.map((row) => [row.no, row]));
    const known = new Map(texts({ columns: standard.columns, footnote: standard.footnote, ...byRow }));
    for (const [where, from, to] of damaged) {
      it(`${where}: ${from} → ${to ?? "?"}`, () => {
        const correction = known.get(`/${where}`)?.corrections?.find((correction) => correction.from === from);
        assert.equal(correction?.to, to);
      });
    }
    it("where the note's mark in row 4 is", () =>
      assert.ok(byRow["4"]?.requirement.ja.includes("サイバー空間(**)（バックアップ含む）")));
    it("and where 8-1 names a row", () =>
      assert.ok(byRow["8-1"]?.obligation.S?.text.ja.includes("No8-1を満たさない場合は、No8-2必須")));
  });

  it("has the obligations of each row", () => {
    const expected: [no: string, S: Obligation, I: Obligation, II: Obligation][] = [
      ["1", "required", "required", "required"],
      ["2", "required", "required", "required"],
      ["3", "required", "required", "required"],
      ["4", "required", "required", "optional"],
      ["5-1", "required", "recommended", "optional"],
      ["5-2", "none", "alternative", "alternative"],
      ["5-3", "none", "alternative", "alternative"],
      ["6-1", "required", "recommended", "optional"],
      ["6-2", "none", "alternative", "alternative"],
      ["6-3", "none", "alternative", "alternative"],
      ["6-4", "none", "alternative", "alternative"],
      ["6-5", "none", "alternative", "alternative"],
      ["7", "required", "recommended", "optional"],
      ["8-1", "required", "recommended", "optional"],
      ["8-2", "required", "required", "required"],
    ];
    assert.deepEqual(
      standard.rows.map(({ no, obligation }) => [no, ...["S", "I", "II"].map((name) => obligation[name]?.is)]),
      expected,
    );
    for (const { obligation } of standard.rows) assert.deepEqual(Object.keys(obligation), ["S", "I", "II"]);
  });

  it("names its alternatives, its exception and where a risk comes from", () => {
    assert.deepEqual(
      standard.alternatives.map(({ rows, classes }) => [rows, classes]),
      [
        [
          ["5-1", "5-2", "5-3"],
          ["I", "II"],
        ],
        [
          ["6-1", "6-2", "6-3", "6-4", "6-5"],
          ["I", "II"],
        ],
      ],
    );
    const declared = <T>(of: (row: WrittenRow) => T | undefined) =>
      Object.fromEntries(standard.rows.flatMap((row) => (of(row) === undefined ? [] : [[row.no, of(row)]])));
    assert.deepEqual(
      declared(({ exception }) => exception),
      { "8-1": { classes: ["S"], carriedBy: "8-2" } },
    );
    assert.deepEqual(
      declared(({ riskFrom }) => riskFrom),
      { "4": "3", "5-2": "5-1", "5-3": "5-1", "6-2": "6-1", "6-3": "6-1", "6-4": "6-1", "6-5": "6-1", "8-2": "8-1" },
    );
    assert.deepEqual(standard.timeZone, { name: "Asia/Tokyo", utcOffset: "+09:00" });
  });
});

interface Reference {
  asOf: string;
  sources: { url: string }[];
  values: { value: string; ja: string; en: string }[];
  sets: Record<string, { values: string[] }>;
}
const reference = <T = Reference>(name: string) => readYaml<T>(`schemas/references/${name}.yaml`);

describe("reference lists", () => {
  for (const name of ["certificates", "ciphers", "countries", "factors", "notations", "protocols", "sanitization"]) {
    it(`${name} is dated and names its sources`, () => {
      const { asOf, sources } = reference(name);
      assert.match(asOf, /^\d{4}-\d{2}-\d{2}$/);
      assert.ok(sources.length > 0 && sources.every(({ url }) => url.startsWith("https://")));
    });
  }

  it("countries: the 249 of ISO 3166-1, each named in both languages", () => {
    const codes = reference("countries").values.map(({ value }) => value);
    assert.equal(new Set(codes).size, 249);
    assert.equal(codes.length, 249);
    for (const { value, ja, en } of reference("countries").values) {
      assert.match(value, /^[A-Z]{2}$/);
      assert.ok(ja !== "" && en !== "");
    }
    for (const code of ["EL", "UK", "EU", "XK"]) assert.ok(!codes.includes(code));
  });

  it("countries: the 31 of equivalent protection", () => {
    const expected = "AT BE BG CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK";
    assert.deepEqual(reference("countries").sets.equivalent?.values.toSorted(), expected.split(" "));
  });

  describe("ciphers: the CRYPTREC lists", () => {
    type List = "recommended" | "candidate" | "monitored" | "none";
    const ciphers = reference<{
      names: { name: string; category: string; list: List }[];
      modes: { mode: string; kind: string; list: List }[];
      keys: number[];
    }>("ciphers");
    const none = "";
    const lists: [category: string, recommended: string, candidate: string, monitored: string][] = [
      ["block-64", none, "CIPHERUNICORN-E, Hierocrypt-L1, MISTY1", "3-key Triple DES"],
      ["block-128", "AES, Camellia", "CIPHERUNICORN-A, CLEFIA, Hierocrypt-3", none],
      ["stream", "KCipher-2", "Enocoro-128v2, MUGI, MULTI-S01", none],
      ["authenticated", "ChaCha20-Poly1305", none, none],
      ["signature", "DSA, ECDSA, EdDSA, RSA-PSS, RSASSA-PKCS1-v1_5", none, none],
      ["confidentiality", "RSA-OAEP", none, "RSAES-PKCS1-v1_5"],
      ["key-agreement", "DH, ECDH", "PSEC-KEM", none],
      [
        "hash",
        "SHA-256, SHA-384, SHA-512, SHA-512/256, SHA3-256, SHA3-384, SHA3-512, SHAKE128, SHAKE256",
        none,
        "RIPEMD-160, SHA-1",
      ],
      ["mac", "CMAC, HMAC", "PC-MAC-AES", "CBC-MAC"],
      ["entity-authentication", "ISO/IEC 9798-2, ISO/IEC 9798-3, ISO/IEC 9798-4", none, none],
    ];
    for (const [category, ...expected] of lists) {
      it(category, () => {
        const on = (list: List) =>
          ciphers.names.filter((name) => name.category === category && name.list === list).map(({ name }) => name);
        const seen = (["recommended", "candidate", "monitored"] as const).map((list) => on(list).join(", "));
        assert.deepEqual(seen, expected);
      });
    }
    it("on no list", () => {
      const names = ciphers.names.filter(({ list }) => list === "none").map(({ name }) => name);
      const expected =
        "2-key Triple DES, ARIA, Blowfish, ChaCha20, DES, IDEA, MD5, RC2, RC4, SC2000, SEED, SM4, Twofish, XChaCha20-Poly1305";
      assert.deepEqual(names.toSorted(), expected.split(", "));
    });
    it("modes", () => {
      const on = (list: List, kind: string) =>
        ciphers.modes.filter((mode) => mode.list === list && mode.kind === kind).map(({ mode }) => mode);
      assert.deepEqual(on("recommended", "confidentiality"), ["CBC", "CFB", "CTR", "OFB", "XTS"]);
      assert.deepEqual(on("recommended", "authenticated"), ["CCM", "GCM"]);
      assert.deepEqual([...on("none", "confidentiality"), ...on("none", "authenticated")], ["ECB", "GCM-SIV"]);
    });
    it("keys", () => assert.deepEqual(ciphers.keys, [128, 192, 256]));
  });

  const sets: [list: string, set: string, values: string][] = [
    ["protocols", "secure", "TLS 1.2, TLS 1.3, IPsec, WireGuard, VPN, SSH"],
    ["protocols", "undetermined", "HTTPS, private-line, LGWAN, other"],
    ["protocols", "legacy", "TLS 1.1, TLS 1.0, SSL 3.0, SSL 2.0"],
    ["protocols", "plain", "none"],
    ["certificates", "accepted", "ISMAP, ISMAP-LIU, ISO/IEC 27017, ISO/IEC 27018"],
    ["certificates", "renewable", "ISMAP, ISMAP-LIU"],
    ["sanitization", "sanitizing", "purge, destroy"],
  ];
  for (const [list, set, values] of sets) {
    it(`${list}: ${set}`, () => assert.deepEqual(reference(list).sets[set]?.values.join(", "), values));
  }
});
