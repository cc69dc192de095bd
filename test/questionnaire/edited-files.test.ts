/** Tests what import makes of files that were edited beyond their answers: text struck through, and hidden rows and columns removed. */
import { strict as assert } from "node:assert";
import XLSX from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { Filling, importErrorOf, imported, questionnaireOf } from "../support/questionnaire.ts";

const REQUIRED = {
  profile: 1,
  vendor: { name: "株式会社けやき" },
  service: { name: "けやき台帳" },
  information: { classification: "III" },
};
const QUESTIONS = "xl/worksheets/sheet2.xml";
const PATHS = "xl/worksheets/sheet4.xml";

/** Runs of text: those in ~ are struck through. */
const runs = (text: string) =>
  text
    .split(/(~[^~]*~)/)
    .filter((run) => run !== "")
    .map((run) => (run.startsWith("~") ? `<r><rPr><strike/></rPr><t>${run.slice(1, -1)}</t></r>` : `<r><rPr/><t>${run}</t></r>`))
    .join("");

/** A questionnaire in which some cells hold other XML. */
async function withCells(part: string, cells: Readonly<Record<string, string>>, styles = (xml: string) => xml) {
  const parts = unzipSync(await questionnaireOf(REQUIRED));
  const text = (name: string) => new TextDecoder().decode(parts[name]);
  let xml = text(part);
  for (const [address, cell] of Object.entries(cells)) {
    const changed = xml.replace(new RegExp(`<c r="${address}"[^>]*?(?:/>|>.*?</c>)`), `<c r="${address}" ${cell}</c>`);
    assert.notEqual(changed, xml, address);
    xml = changed;
  }
  return imported(zipSync({ ...parts, [part]: strToU8(xml), "xl/styles.xml": strToU8(styles(text("xl/styles.xml"))) }));
}

const inline = (text: string) => `t="inlineStr"><is>${runs(text)}</is>`;

describe("text that is struck through", () => {
  let answer: (id: string, index?: number) => string;
  let item: (sheet: string, index: number, column: string, nth?: number) => string;
  before(async () => {
    const filling = new Filling(await questionnaireOf(REQUIRED));
    answer = (id, index) => filling.answer(id, index);
    item = (sheet, index, column, nth) => filling.item(sheet, index, column, nth);
  });

  const told = ({ problems }: Awaited<ReturnType<typeof imported>>) =>
    problems.map(({ kind, address, found, ...rest }) => [kind, address, found, "standing" in rest ? rest.standing : undefined]);

  it("is no answer: what was withdrawn says nothing of what holds instead", async () => {
    const court = answer("contract.domesticCourt");
    const [first, second] = [item("通信経路", 0, "protocols"), item("通信経路", 0, "protocols", 1)];
    const whole = await withCells(QUESTIONS, { [court]: inline("~契約で指定済み~") });
    assert.deepEqual(whole.facts.contract, { domesticCourt: null });
    assert.deepEqual(told(whole), [["struck", court, "契約で指定済み", ""]]);
    const list = await withCells(PATHS, { [first]: inline("~暗号化しない~"), [second]: inline("TLS 1.3") });
    assert.deepEqual(list.facts.encryption, { inTransit: [{ protocols: [null, "TLS 1.3"] }] });
    assert.deepEqual(told(list), [["struck", first, "暗号化しない", ""]]);
  });

  it("is left out of the rest of its cell", async () => {
    const [name, attempts, law] = ["service.name", "authentication.provider.lockoutAttempts", "contract.governingLaw"].map((id) =>
      answer(id),
    ) as [string, string, string];
    const cells = { [name]: inline("~旧名称~けやき申請"), [attempts]: inline("~3~5~回~"), [law]: inline("~米国~日本以外") };
    const form = await withCells(QUESTIONS, cells);
    assert.deepEqual(form.facts.service, { name: "けやき申請" });
    assert.deepEqual(form.facts.authentication, { provider: { lockoutAttempts: 5 } });
    assert.deepEqual(form.facts.contract, { governingLaw: null });
    assert.deepEqual(told(form), [
      ["struck", name, "旧名称けやき申請", "けやき申請"],
      ["unread", law, "日本以外", undefined],
      ["struck", attempts, "35回", "5"],
    ]);
    assert.ok(form.text.includes(`# 「質問票」!${name}: 「旧名称けやき申請」には取消線が`));
  });

  it("is told by the style of a cell, too, for numbers and dates as well", async () => {
    const [attempts, name] = [answer("authentication.provider.lockoutAttempts"), answer("service.url")];
    const styles = new TextDecoder().decode(unzipSync(await questionnaireOf(REQUIRED))["xl/styles.xml"]);
    const [, fonts] = /<fonts count="(\d+)"/.exec(styles) ?? [];
    const [, struck] = /<cellXfs count="(\d+)"/.exec(styles) ?? [];
    const style = (xml: string) =>
      xml
        .replace("</fonts>", "<font><strike/></font></fonts>")
        .replace("</cellXfs>", `<xf numFmtId="0" fontId="${fonts}" fillId="0" borderId="0" applyFont="1"/></cellXfs>`);
    const cells = {
      [attempts]: `s="${struck}"><v>5</v>`,
      // a run with a font of its own is not struck through by the cell's
      [name]: `s="${struck}" t="inlineStr"><is><r><t>旧</t></r><r><rPr><b/></rPr><t>https://keyaki.example.jp/</t></r></is>`,
    };
    const form = await withCells(QUESTIONS, cells, style);
    assert.deepEqual(form.facts.authentication, { provider: { lockoutAttempts: null } });
    assert.deepEqual(form.facts.service, { name: "けやき台帳", url: "https://keyaki.example.jp/" });
    assert.deepEqual(told(form), [
      ["struck", name, "旧https://keyaki.example.jp/", "https://keyaki.example.jp/"],
      ["struck", attempts, "5", ""],
    ]);
  });
});

describe("a questionnaire without its hidden rows and columns", () => {
  /** Removes what Excel's Document Inspector removes, from some of the sheets. */
  function inspect({ book }: Filling, isInspected: (name: string) => boolean): void {
    for (const name of book.SheetNames.filter(isInspected)) {
      const sheet = book.Sheets[name] as XLSX.WorkSheet;
      const cells = Object.entries(sheet).filter(([address]) => !address.startsWith("!"));
      for (const [address] of cells) delete sheet[address];
      for (const [address, cell] of cells) {
        const { r, c } = XLSX.utils.decode_cell(address);
        if (r > 0 && c > 0) sheet[XLSX.utils.encode_cell({ r: r - 1, c: c - 1 })] = cell as XLSX.CellObject;
      }
      delete sheet["!merges"];
    }
  }

  for (const language of ["ja", "en"] as const) {
    it(`is recognised, and refused with the reason (${language})`, async () => {
      const filling = new Filling(await questionnaireOf(REQUIRED, language, "I"));
      inspect(filling, (name) => name !== "choices");
      filling.book.SheetNames = filling.book.SheetNames.filter((name) => name !== "choices");
      assert.deepEqual(await importErrorOf(filling.bytes()), { kind: "stripped" });
    });
  }

  it("is read but for the sheets that lost them, with one line for each", async () => {
    const filling = new Filling(await questionnaireOf({ ...REQUIRED, certifications: [{ scheme: "ISMAP" }] }));
    filling.write("保存先", filling.item("保存先", 0, "store"), "業務データベース");
    inspect(filling, (name) => name === "質問票" || name === "保存先");
    const { facts, problems } = await imported(filling.bytes());
    assert.deepEqual(facts, { profile: 1, certifications: [{ scheme: "ISMAP" }] });
    assert.deepEqual(
      problems.map(({ kind, sheet }) => `${kind} ${sheet}`),
      ["stripped 質問票", "stripped 保存先"],
    );
  });

  it("is not seen in a sheet of the vendor's own", async () => {
    const filling = new Filling(await questionnaireOf(REQUIRED));
    XLSX.utils.book_append_sheet(filling.book, XLSX.utils.aoa_to_sheet([["通信経路"], ["質問", "回答"]]), "メモ");
    const { problems } = await imported(filling.bytes());
    assert.deepEqual(
      problems.map(({ kind, found }) => `${kind} ${found}`),
      ["unplaced 通信経路", "unplaced 質問 | 回答"],
    );
  });
});
