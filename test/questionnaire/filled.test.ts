import { strict as assert } from "node:assert";
import XLSX from "@e965/xlsx";
import type { CellProblem } from "../../server/src/questionnaire/cell-problem.ts";
import { questionnaireMessages } from "../../server/src/questionnaire/messages/questionnaire.ts";
import { analyzeText } from "../support/analyze.ts";
import { blankQuestionnaire, dataOf, Filling, imported, questionnaireOf } from "../support/questionnaire.ts";

/** Makes a questionnaire, has `fill` fill it in, and reads it. Most tests leave required answers blank, and are not about these. */
async function filledBy(fill: (filling: Filling) => void, data?: unknown) {
  const filling = new Filling(await (data === undefined ? blankQuestionnaire() : questionnaireOf(data)));
  fill(filling);
  const read = await imported(filling.bytes());
  return { ...read, problems: read.problems.filter(({ kind }) => kind !== "missing") };
}

const line = (problem: CellProblem) => `${problem.kind} ${problem.sheet}!${problem.address} ${problem.found}`;

/** Writes a single answer into its cell, and reads the questionnaire. */
async function answered(id: string, cell: string | XLSX.CellObject) {
  let place = "";
  const { facts, problems, text } = await filledBy((filling) => {
    place = filling.answer(id);
    filling.put("質問票", place, typeof cell === "string" ? { t: "s", v: cell } : cell);
  });
  const value = id.split(".").reduce<unknown>((parent, step) => (parent as Record<string, unknown> | undefined)?.[step], facts);
  return { value, problems: problems.map(line), text, place };
}

describe("a questionnaire that was filled in", () => {
  it("becomes the profile that it states", async () => {
    const { facts, problems, text } = await filledBy((filling) => {
      const answers: readonly (readonly [id: string, text: string, index?: number])[] = [
        ["prepared.by", "株式会社あおば 情報セキュリティ室"],
        ["prepared.date", "2026/10/15"],
        ["vendor.name", "株式会社あおば"],
        ["vendor.corporateNumber", "９９９９９９９９９９９９９"],
        ["vendor.country", "日本（JP）"],
        ["service.name", "あおば電子申請"],
        ["information.classification", "重要性分類Ⅰ"],
        ["information.personal", "はい"],
        ["information.items", "氏名"],
        ["information.items", "住所", 1],
        ["contract.governingLaw", "日本"],
        ["contract.domesticCourt", "契約で指定済み"],
        ["authentication.provider.factors", "知識"],
        ["authentication.provider.factors", "所持", 1],
        ["authentication.provider.twoStep", "○"],
        ["authentication.provider.lockoutAttempts", "５"],
        ["authentication.customer.adminLogin", "管理画面なし"],
        ["dataLocation.primary", "日本（JP）"],
        ["dataLocation.primary", "ノルウェー（NO）", 2],
        ["dataLocation.backups", "一つもない"],
        ["erasure.atDisposal.method", "デストロイ"],
      ];
      for (const [id, text, index] of answers) filling.write("質問票", filling.answer(id, index), text);
      filling.write("通信経路", filling.item("通信経路", 0, "path"), "利用者端末 → SaaS");
      filling.write("通信経路", filling.item("通信経路", 0, "protocols"), "TLSv1.2");
      filling.write("通信経路", filling.item("通信経路", 0, "protocols", 2), "TLS 1.3");
      filling.write("保存先", filling.item("保存先", 0, "store"), "業務データベース");
      filling.write("保存先", filling.item("保存先", 0, "cipher"), "AES256");
      filling.write("保存先", filling.item("保存先", 3, "store"), "控え");
      filling.write("認証取得", filling.none("認証取得"), "一つもない");
      filling.write("市の根拠資料", filling.item("市の根拠資料", 0, "*"), "1 法律について");
      filling.write("市の根拠資料", filling.item("市の根拠資料", 0, "title"), "利用規約 第20条");
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(facts, {
      prepared: { by: "株式会社あおば 情報セキュリティ室", date: "2026-10-15" },
      vendor: { name: "株式会社あおば", corporateNumber: "9999999999999", country: "JP" },
      service: { name: "あおば電子申請" },
      information: { classification: "I", personal: true, items: ["氏名", "住所"] },
      contract: { governingLaw: "JP", domesticCourt: "designated" },
      authentication: {
        provider: { factors: ["knowledge", "possession"], twoStep: true, lockoutAttempts: 5 },
        customer: { adminLogin: "none" },
      },
      dataLocation: { primary: ["JP", "NO"], backups: [] },
      erasure: { atDisposal: { method: "destroy" } },
      encryption: {
        inTransit: [{ path: "利用者端末 → SaaS", protocols: ["TLS 1.2", "TLS 1.3"] }],
        atRest: [{ store: "業務データベース", cipher: "AES-256" }, { store: "控え" }],
      },
      certifications: [],
      assessment: { "1": { evidence: [{ title: "利用規約 第20条" }] } },
      profile: 1,
    });
    assert.match(text, /^ {2}corporateNumber: "9999999999999"$/m);
    assert.match(text, /^ {2}primary: \[JP, "NO"\]$/m);
    assert.match(text, /^ {2}date: 2026-10-15$/m);
    assert.ok(text.indexOf("profile: 1") < text.indexOf("prepared:") && text.indexOf("contract:") < text.indexOf("erasure:"));
    assert.deepEqual(
      analyzeText(text).findings.filter(({ code }) => /^(?:yaml|schema)\./.test(code)),
      [],
    );
  });

  /** What Excel stores when a user types into a cell whose format was changed. */
  const READ: readonly (readonly [name: string, id: string, cell: XLSX.CellObject, value: unknown])[] = [
    ["a number of 13 digits", "vendor.corporateNumber", { t: "n", v: 9999999999999 }, "9999999999999"],
    ["a day", "prepared.date", { t: "n", v: 46_310, z: "yyyy/m/d" }, "2026-10-15"],
    ["a day in a Japanese era", "prepared.date", { t: "n", v: 46_310, z: '[$-411]ggge"年"m"月"d"日";@' }, "2026-10-15"],
    ["a boolean", "information.personal", { t: "b", v: true }, true],
    ["a day with a time", "prepared.date", { t: "n", v: 46_310.5, z: "yyyy/m/d h:mm" }, "2026-10-15"],
    ["a number for a number", "authentication.provider.lockoutAttempts", { t: "n", v: 5 }, 5],
    ["a code", "vendor.country", { t: "s", v: "de" }, "DE"],
    ["an answer in the other language", "information.personal", { t: "s", v: "No" }, false],
    ["a text with spaces around it", "service.name", { t: "s", v: "　あおば電子申請 " }, "あおば電子申請"],
    ["a text that looks like a formula", "service.name", { t: "s", v: "=あおば" }, "=あおば"],
    ["a name that is a number", "service.name", { t: "n", v: 365 }, "365"],
  ];
  for (const [name, id, cell, expected] of READ) {
    it(`reads ${name}`, async () => {
      const { value, problems } = await answered(id, cell);
      assert.deepEqual({ value, problems }, { value: expected, problems: [] });
    });
  }

  const UNREAD: readonly (readonly [name: string, id: string, cell: XLSX.CellObject, kind: string, found: string])[] = [
    ["a text that is not a choice", "contract.domesticCourt", { t: "s", v: "要相談" }, "unread", "要相談"],
    ["neither yes nor no", "information.personal", { t: "s", v: "一部" }, "unread", "一部"],
    ["a month", "prepared.date", { t: "s", v: "2026年10月" }, "unread", "2026年10月"],
    ["a number that is no day", "prepared.date", { t: "n", v: 46_310 }, "unread", "46310"],
    ["a time that shows no day", "prepared.date", { t: "n", v: 46_310.5, z: "h:mm" }, "unread", "2026-10-15 12:00"],
    ["a cell that shows a month", "prepared.date", { t: "n", v: 46_296, z: 'yyyy"年"m"月"' }, "unread", "2026-10"],
    ["a cell that shows no year", "prepared.date", { t: "n", v: 46_310, z: "m/d;@" }, "unread", "10-15"],
    ["a day of another calendar", "prepared.date", { t: "n", v: 60, z: "yyyy/m/d" }, "unread", "1900-02-28"],
    ["a formula that shows nothing", "service.name", { t: "s", v: "", f: '""' }, "formula", ""],
    ["a day where a name is asked", "service.name", { t: "n", v: 46_310, z: "yyyy/m/d" }, "unread", "2026-10-15"],
    [
      "a corporate number with a wrong digit",
      "vendor.corporateNumber",
      { t: "s", v: "1234567890123" },
      "unread",
      "1234567890123",
    ],
    ["a formula", "contract.governingLaw", { t: "s", v: "JP", f: 'IF(TRUE,"JP","US")' }, "formula", "JP"],
    ["an error", "contract.governingLaw", { t: "e", v: 42, w: "#N/A" }, "unread", "#N/A"],
  ];
  for (const [name, id, cell, kind, found] of UNREAD) {
    it(`does not read ${name} as an answer, but keeps it`, async () => {
      const { value, problems, text, place } = await answered(id, cell);
      assert.equal(value, null);
      assert.deepEqual(problems, [`${kind} 質問票!${place} ${found}`]);
      const key = id.split(".").at(-1);
      assert.match(text, new RegExp(`^ *# 「質問票」!${place}: .*${found.replace("/", "\\/")}.*\\n *${key}:$`, "m"));
    });
  }

  it("keeps null for an unreadable item of a list: the list would state more than the vendor did", async () => {
    const { facts, problems, text } = await filledBy((filling) => {
      filling.write("質問票", filling.answer("dataLocation.primary"), "日本（JP）");
      filling.write("質問票", filling.answer("dataLocation.primary", 1), "アジア");
    });
    assert.deepEqual(facts.dataLocation, { primary: ["JP", null] });
    assert.equal(problems.length, 1);
    assert.notEqual(analyzeText(text).profiles[0]?.rows.get("6-1")?.status, "met");
  });

  it("reads an item that is stated twice once, and several items of one cell", async () => {
    const { facts, problems, text } = await filledBy((filling) => {
      for (const [index, country] of ["日本", "日本（JP）", "米国、日本国内"].entries()) {
        filling.write("質問票", filling.answer("dataLocation.primary", index), country);
      }
      filling.write("質問票", filling.answer("information.items"), "氏名、住所");
      filling.write("質問票", filling.answer("information.items", 1), "電話番号");
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(facts.dataLocation, { primary: ["JP", "US"] });
    assert.deepEqual(facts.information, { items: ["氏名", "住所", "電話番号"] });
    assert.ok(!analyzeText(text).findings.some(({ kind }) => kind === "schema.duplicate"));
  });

  it("does not choose between contradicting answers", async () => {
    const { facts, problems, text } = await filledBy((filling) => {
      filling.write("質問票", filling.answer("dataLocation.backups"), "一つもない");
      filling.write("質問票", filling.answer("dataLocation.backups", 1), "米国");
      filling.write("認証取得", filling.none("認証取得"), "一つもない");
      filling.write("認証取得", filling.item("認証取得", 0, "scheme"), "ISMAP");
    });
    assert.deepEqual(facts, { profile: 1, dataLocation: { backups: null }, certifications: null });
    assert.deepEqual(
      problems.map(({ kind, found }) => `${kind} ${found}`),
      ["contradiction 一つもない", "contradiction 米国", "contradiction 一つもない", "contradiction ISMAP"],
    );
    assert.match(text, /# 「認証取得」!C\d+: 「一つもない」は/);
  });

  it("tolerates inserted rows, and moved and renamed sheets", async () => {
    const { facts, problems } = await filledBy((filling) => {
      filling.write("質問票", filling.answer("contract.governingLaw"), "JP");
      filling.write("質問票", filling.answer("dataLocation.primary"), "JP");
      insertRow(filling.sheet("質問票"), 3);
      const second = XLSX.utils.decode_cell(filling.answer("dataLocation.primary", 1));
      insertRow(filling.sheet("質問票"), second.r);
      filling.write("質問票", XLSX.utils.encode_cell(second), "DE");
      filling.write("保存先", filling.item("保存先", 12, "store"), "書庫");
      filling.book.SheetNames.reverse();
      rename(filling.book, "保存先", "保存先 (2)");
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(facts, {
      profile: 1,
      contract: { governingLaw: "JP" },
      dataLocation: { primary: ["JP", "DE"] },
      encryption: { atRest: [{ store: "書庫" }] },
    });
  });

  it("keeps what belongs to an item with its item", async () => {
    const data = {
      profile: 1,
      encryption: {
        atRest: [
          { store: "一", "x-id": 1 },
          { store: "二", cipher: "AES-512" },
        ],
      },
    };
    const { facts, problems } = await filledBy((filling) => {
      const row = XLSX.utils.decode_cell(filling.item("保存先", 0, "store")).r;
      deleteRow(filling.sheet("保存先"), row);
    }, data);
    assert.deepEqual(facts.encryption, { atRest: [{ store: "二", cipher: "AES-512" }] });
    assert.deepEqual(
      problems.map(({ kind, found }) => `${kind} ${found}`),
      ["unplaced /encryption/atRest/0/x-id", "unplaced 1", "misfit AES-512"],
    );
  });

  it("keeps in comments what answers no question: remarks, extra cells, extra sheets, notes", async () => {
    const { facts, problems, remarks, text } = await filledBy((filling) => {
      const address = filling.answer("contract.governingLaw");
      const { r } = XLSX.utils.decode_cell(address);
      filling.write("質問票", `F${r + 1}`, "改定を予定\n# 第2版: 2027年");
      filling.write("質問票", `K${r + 1}`, "欄外の書き込み");
      filling.put("質問票", address, { t: "s", v: "JP", c: [{ a: "乙", t: "要確認 --- a: b" }] } as XLSX.CellObject);
      XLSX.utils.book_append_sheet(filling.book, XLSX.utils.aoa_to_sheet([["社内", 1], [], ["メモ"]]), "メモ");
    });
    assert.deepEqual(facts, { profile: 1, contract: { governingLaw: "JP" } });
    assert.deepEqual(problems.map(({ kind, sheet, found }) => `${kind} ${sheet} ${found}`).sort(), [
      "unplaced メモ メモ",
      "unplaced メモ 社内 | 1",
      "unplaced 質問票 欄外の書き込み",
    ]);
    assert.equal(remarks.length, 2);
    for (const comment of [
      "補足: 改定を予定",
      "# 第2版: 2027年",
      "要確認 --- a: b",
      "「メモ」!A1:B1: 「社内 | 1」",
      "欄外の書き込み",
    ]) {
      assert.ok(text.includes(comment), comment);
    }
    assert.deepEqual(dataOf(text), { profile: 1, contract: { governingLaw: "JP" } });
  });

  it("reads copied sheets with the same answers once", async () => {
    const { facts, problems } = await filledBy((filling) => {
      for (const sheet of ["質問票", "保存先"]) copySheet(filling.book, sheet);
      for (const copy of ["", " (2)"]) {
        filling.write(`質問票${copy}`, filling.answer("dataLocation.primary", copy === "" ? 0 : 1), "日本");
        filling.write(`質問票${copy}`, filling.answer("contract.governingLaw"), copy === "" ? "日本" : "JP");
        filling.write(`保存先${copy}`, filling.item("保存先", 0, "store"), "業務データベース");
      }
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(facts, {
      profile: 1,
      contract: { governingLaw: "JP" },
      dataLocation: { primary: ["JP"] },
      encryption: { atRest: [{ store: "業務データベース" }] },
    });
  });

  it("does not take from a copied sheet what its original leaves blank", async () => {
    const { facts, problems } = await filledBy((filling) => {
      for (const sheet of ["質問票", "認証取得", "保存先", "市の根拠資料", "その他"]) copySheet(filling.book, sheet);
      filling.write("質問票 (2)", filling.answer("contract.governingLaw"), "日本");
      filling.write("質問票 (2)", filling.answer("dataLocation.backups"), "一つもない");
      filling.write("認証取得 (2)", filling.item("認証取得", 0, "scheme"), "ISMAP");
      filling.write("保存先", filling.item("保存先", 0, "cipher"), "AES-256");
      filling.write("保存先 (2)", filling.item("保存先", 0, "cipher"), "3DES");
      filling.write("市の根拠資料 (2)", filling.item("市の根拠資料", 0, "*"), "1 法律について");
      filling.write("市の根拠資料 (2)", filling.item("市の根拠資料", 0, "title"), "旧利用規約");
      filling.write("その他 (2)", "B5", "/x-memo");
      filling.write("その他 (2)", "C5", "旧");
    });
    assert.deepEqual(facts, {
      profile: 1,
      contract: { governingLaw: null },
      dataLocation: { backups: null },
      encryption: { atRest: null },
      certifications: null,
    });
    assert.deepEqual(problems.map(({ kind, sheet, found }) => `${kind} ${sheet} ${found}`).sort(), [
      "copies その他 (2) /x-memo | 旧",
      "copies 保存先 (2) 3DES",
      "copies 保存先 AES-256",
      "copies 市の根拠資料 (2) 1 法律について | 旧利用規約",
      "copies 認証取得 (2) ISMAP",
      "copies 質問票 (2) 一つもない",
      "copies 質問票 (2) 日本",
    ]);
  });

  it("keeps both answers if a copied sheet says something else", async () => {
    const { facts, problems } = await filledBy((filling) => {
      for (const name of ["質問票", "認証取得"]) copySheet(filling.book, name);
      filling.write("質問票", filling.answer("contract.governingLaw"), "日本");
      filling.write("質問票 (2)", filling.answer("contract.governingLaw"), "米国");
      filling.write("質問票", filling.answer("dataLocation.primary"), "日本");
      filling.write("質問票 (2)", filling.answer("dataLocation.primary"), "米国");
      filling.write("認証取得", filling.item("認証取得", 0, "scheme"), "ISMAP");
      filling.write("認証取得 (2)", filling.none("認証取得"), "一つもない");
    });
    assert.deepEqual(facts, {
      profile: 1,
      contract: { governingLaw: null },
      dataLocation: { primary: null },
      certifications: null,
    });
    assert.deepEqual(
      problems.map(({ kind, sheet, found }) => `${kind} ${sheet} ${found}`),
      [
        ...["copies 質問票 日本", "copies 質問票 日本"],
        "copies 認証取得 ISMAP",
        ...["copies 質問票 (2) 米国", "copies 質問票 (2) 米国"],
        "copies 認証取得 (2) 一つもない",
      ],
    );
  });

  it("reads nothing as an item that is above the table, or whose marks are gone", async () => {
    const { facts, problems } = await filledBy((filling) => {
      insertRow(filling.sheet("保存先"), 3);
      filling.write("保存先", "B4", "※ 10月現在");
      filling.write("保存先", filling.item("保存先", 0, "store"), "業務データベース");
      const paths = filling.sheet("通信経路");
      filling.write("通信経路", filling.item("通信経路", 0, "path"), "端末 → SaaS");
      for (const { row } of filling.marks("通信経路").slice(1)) delete paths[`A${row + 1}`];
    });
    assert.deepEqual(facts, { profile: 1, encryption: { atRest: [{ store: "業務データベース" }] } });
    assert.deepEqual(problems.map(({ kind, sheet, found }) => `${kind} ${sheet} ${found}`).sort(), [
      "unplaced 保存先 ※ 10月現在",
      "unplaced 通信経路 端末 → SaaS",
    ]);
  });

  it("reports text written over marks, and other text where only “There are none” is allowed", async () => {
    const { facts, problems } = await filledBy((filling) => {
      filling.write("質問票", "A10", "上書き");
      filling.write("認証取得", filling.none("認証取得"), "該当なし");
      filling.write("市の根拠資料", filling.item("市の根拠資料", 0, "*"), "1 法律について");
    });
    assert.deepEqual(facts, { profile: 1, certifications: null });
    assert.deepEqual(
      problems.map(({ kind, found }) => `${kind} ${found}`),
      ["unplaced 上書き", "unread 該当なし", "unplaced 1 法律について"],
    );
  });

  it("reports overwritten static texts even if the sheet that lists them is gone", async () => {
    const { problems } = await filledBy((filling) => {
      filling.write("質問票", "C10", "書き込み");
      filling.book.SheetNames = filling.book.SheetNames.filter((name) => name !== "choices");
      delete filling.book.Sheets.choices;
    });
    assert.deepEqual(problems.map(line), ["unplaced 質問票!C10 書き込み"]);
  });

  it("keeps a remark at its item, or at its unanswered question", async () => {
    const { facts, problems, text } = await filledBy((filling) => {
      for (const [index, store] of ["一", "二"].entries()) filling.write("保存先", filling.item("保存先", index, "store"), store);
      filling.write("保存先", filling.item("保存先", 1, "#"), "年内に移す");
      filling.write("質問票", filling.answer("contract.governingLaw").replace("D", "F"), "協議中");
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(facts, {
      profile: 1,
      contract: { governingLaw: null },
      encryption: { atRest: [{ store: "一" }, { store: "二" }] },
    });
    assert.match(text, /^ {4}- # 補足: 年内に移す\n {6}store: 二$/m);
    assert.match(text, /^ {2}# 補足: 協議中\n {2}governingLaw:$/m);
  });

  it("keeps every note, and reads none as an answer", async () => {
    const places = [
      ...["はじめに!B3", "質問票!A6", "質問票!C6", "質問票!D6", "質問票!F6", "質問票!K6"],
      ...["認証取得!C5", "認証取得!B8", "認証取得!K8", "市の確認!C6", "市の根拠資料!B7", "その他!B9", "choices!A1"],
    ];
    const { facts, remarks } = await filledBy((filling) => {
      for (const place of places) {
        const [sheet = "", address = ""] = place.split("!");
        const there = filling.sheet(sheet)[address] as XLSX.CellObject | undefined;
        filling.put(sheet, address, { t: "s", v: "", ...there, c: [{ a: "乙", t: place }] } as XLSX.CellObject);
      }
    });
    assert.deepEqual(remarks.map(({ text }) => text).sort(), [...places].sort());
    assert.equal(analyzeText(JSON.stringify(facts)).profiles[0]?.rows.get("7")?.status, "unknown");
    assert.ok(!JSON.stringify(facts).includes("{}"));
  });

  it("does not overwrite facts, whatever the last sheet says", async () => {
    const { facts, problems } = await filledBy((filling) => {
      for (const [index, [place, yaml]] of [
        ["/contract", "JP"],
        ["/contract/a/b", "1"],
        ["/x-a", "[1]"],
        ["/x-a/b", "2"],
      ].entries()) {
        filling.write("その他", `B${index + 6}`, place as string);
        filling.write("その他", `C${index + 6}`, yaml as string);
      }
      filling.write("その他", "A4", "-");
      filling.write("その他", "A5", "+");
      filling.write("その他", "C5", "続き");
      filling.write("その他", "B10", "/x-b");
      filling.put("その他", "C10", { t: "s", v: "1", f: "1" });
    });
    assert.deepEqual(facts, { profile: 1, contract: "JP", "x-a": [1] });
    assert.deepEqual(
      problems.map(({ found }) => found),
      ["続き", "/contract/a/b", "1", "/x-a/b", "2", "/x-b", "=1 (1)", "JP"],
    );
  });

  it("reports merged cells", async () => {
    const { facts, problems } = await filledBy((filling) => {
      const first = XLSX.utils.decode_cell(filling.item("保存先", 0, "store"));
      filling.write("保存先", filling.item("保存先", 0, "store"), "二つの保存先");
      filling.write("保存先", filling.item("保存先", 1, "cipher"), "AES-256");
      filling.sheet("保存先")["!merges"] = [{ s: first, e: { r: first.r + 1, c: first.c } }];
    });
    assert.deepEqual(
      problems.map(({ kind, found }) => `${kind} ${found}`),
      ["merged 二つの保存先"],
    );
    assert.deepEqual(facts.encryption, { atRest: [{ store: "二つの保存先" }, { cipher: "AES-256" }] });
  });

  it("reports evidence without a requirement", async () => {
    const { facts, problems } = await filledBy((filling) => {
      filling.write("市の根拠資料", filling.item("市の根拠資料", 0, "title"), "利用規約");
    });
    assert.deepEqual(facts, { profile: 1 });
    assert.deepEqual(
      problems.map(({ kind, found }) => `${kind} ${found}`),
      ["keyless 利用規約"],
    );
  });

  it("describes every problem in both languages, with the place and the content", async () => {
    const { problems } = await filledBy((filling) => {
      filling.write("質問票", filling.answer("contract.domesticCourt"), "要相談");
    });
    const [problem] = problems;
    assert.ok(problem);
    assert.equal(
      questionnaireMessages.ja.problem(problem),
      "「要相談」は「国内裁判所の指定」の回答として読み取れません。一覧からお選びください: 契約で指定済み、協議で指定できる、指定できない",
    );
    assert.match(questionnaireMessages.en.problem(problem), /^“要相談” cannot be read as an answer to “Domestic court”\./);
  });
});

/** Moves all rows from a given one down by one. */
function insertRow(sheet: XLSX.WorkSheet, row: number): void {
  move(sheet, row, 1);
}

function deleteRow(sheet: XLSX.WorkSheet, row: number): void {
  for (const address of Object.keys(sheet)) {
    if (!address.startsWith("!") && XLSX.utils.decode_cell(address).r === row) delete sheet[address];
  }
  move(sheet, row + 1, -1);
}

function move(sheet: XLSX.WorkSheet, from: number, by: number): void {
  const cells = Object.entries(sheet).filter(
    ([address]) => !address.startsWith("!") && XLSX.utils.decode_cell(address).r >= from,
  );
  for (const [address] of cells) delete sheet[address];
  for (const [address, cell] of cells) {
    const { r, c } = XLSX.utils.decode_cell(address);
    sheet[XLSX.utils.encode_cell({ r: r + by, c })] = cell as XLSX.CellObject;
  }
  const range = XLSX.utils.decode_range(sheet["!ref"] ?? "A1");
  range.e.r += by;
  sheet["!ref"] = XLSX.utils.encode_range(range);
  delete sheet["!merges"];
}

function copySheet(book: XLSX.WorkBook, name: string): void {
  XLSX.utils.book_append_sheet(book, structuredClone(book.Sheets[name]) as XLSX.WorkSheet, `${name} (2)`);
}

function rename(book: XLSX.WorkBook, from: string, to: string): void {
  book.SheetNames = book.SheetNames.map((name) => (name === from ? to : name));
  book.Sheets[to] = book.Sheets[from] as XLSX.WorkSheet;
  delete book.Sheets[from];
}
