import { strict as assert } from "node:assert";
import XLSX from "@e965/xlsx";
import { strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import type { ImportError } from "../../server/src/questionnaire/import-error.ts";
import { questionnaireMessages } from "../../server/src/questionnaire/messages/questionnaire.ts";
import { blankQuestionnaire, Filling, importErrorOf, imported, questionnaireOf } from "../support/questionnaire.ts";

const MEBIBYTE = 1024 * 1024;

let whole: Uint8Array;
/** A questionnaire with a huge sheet of zeros. */
let bomb: Uint8Array;
/** A questionnaire with some of its parts replaced. */
const packed = (parts: Zippable) => zipSync({ ...unzipSync(whole), ...parts });
const questions = () => new TextDecoder().decode(unzipSync(whole)["xl/worksheets/sheet2.xml"]);

const book = (rows: unknown[][], bookType: XLSX.BookType = "xlsx", name = "請求書") => {
  const workbook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet(rows), name);
  return new Uint8Array(XLSX.write(workbook, { type: "array", bookType }));
};

/** The beginning of a file in Office's older container format. */
const compound = (text: string) => {
  const bytes = Buffer.alloc(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.write(text, 1024, "utf16le");
  return new Uint8Array(bytes);
};

/** Overwrites the sizes that an archive's directory declares for an entry. */
function declaring(bytes: Uint8Array, name: string, size: number, stored?: number): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = 0; at < copy.length - 46; at++) {
    if (copy.readUInt32LE(at) !== 0x02014b50 || copy.toString("utf8", at + 46, at + 46 + copy.readUInt16LE(at + 28)) !== name)
      continue;
    copy.writeUInt32LE(size, at + 24);
    if (stored !== undefined) copy.writeUInt32LE(stored, at + 20);
  }
  return new Uint8Array(copy);
}

/** A sheet with one more cell. */
const withCell = (cell: string) => strToU8(questions().replace("</sheetData>", `${cell}</sheetData>`));

const merged = (count: number) => {
  const ranges = Array.from({ length: count }, (_, row) => `<mergeCell ref="B${row + 1}:C${row + 1}"/>`).join("");
  return strToU8(questions().replace(/<mergeCells[\s\S]*<\/mergeCells>/, `<mergeCells>${ranges}</mergeCells>`));
};

const WIDTH = '<col min="1" max="16384" width="5"/>';
const SHEET = "xl/worksheets/sheet2.xml";

describe("a file that is not a questionnaire", () => {
  before(async () => {
    whole = await blankQuestionnaire();
    bomb = packed({ [SHEET]: new Uint8Array(101 * MEBIBYTE) });
  });

  const FILES: readonly (readonly [name: string, bytes: () => Uint8Array, kind: ImportError["kind"], detail?: string])[] = [
    ["nothing", () => new Uint8Array(), "empty"],
    ["CSV", () => strToU8("事業者,サービス\nあおば,申請\n"), "text"],
    ["bytes of some kind", () => Uint8Array.of(1, 0, 2, 3), "unknown"],
    ["a PDF", () => strToU8("%PDF-1.7\n"), "other-format", "pdf"],
    ["an .xls file", () => book([["甲"]], "biff8"), "other-format", "xls"],
    ["a file with a password", () => compound("EncryptedPackage"), "encrypted"],
    ["an .xlsb file", () => book([["甲"]], "xlsb"), "other-format", "xlsb"],
    ["an .ods file", () => book([["甲"]], "ods"), "other-format", "ods"],
    [
      "a Word document",
      () => zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<a/>") }),
      "other-format",
      "docx",
    ],
    ["a ZIP file", () => zipSync({ "回答.xlsx": whole }), "other-format", "zip"],
    [
      "another spreadsheet",
      () =>
        book([
          ["品名", "金額"],
          ["机", 1],
        ]),
      "foreign",
      "請求書",
    ],
    ["10,000 rows of another", () => book(Array.from({ length: 10_000 }, (_, row) => [row, "甲"])), "too-many-cells"],
    ["a questionnaire of a later version", () => later(), "version", "2"],
    ["half a file", () => whole.subarray(0, whole.length / 2), "damaged"],
    ["a file with a flipped byte", () => flipped(), "damaged"],
    ["a part that is not XML", () => packed({ "xl/workbook.xml": strToU8("<workbook><sheets>") }), "damaged"],
    ["too large a file", () => new Uint8Array(10 * MEBIBYTE + 1).fill(80), "too-large"],
    ["a bomb", () => bomb, "bomb"],
    ["a bomb outside the parts of a spreadsheet", () => packed({ "a.bin": new Uint8Array(101 * MEBIBYTE) }), "bomb"],
    ["a bomb that declares to be small", () => declaring(bomb, SHEET, 1000), "damaged"],
    ["a bomb that declares to be empty", () => declaring(bomb, SHEET, 0), "damaged"],
    ["a bomb of bombs", () => declaring(packed({}), SHEET, 0, 0), "damaged"],
    [
      "a bomb of too many strings",
      () => packed({ "xl/sharedStrings.xml": strToU8(`<sst>${"<si/>".repeat(2_200_000)}</sst>`) }),
      "bomb",
    ],
    [
      "too many column widths",
      () => packed({ [SHEET]: strToU8(questions().replace("<cols>", `<cols>${WIDTH.repeat(100_000)}`)) }),
      "too-many-cells",
    ],
    ["too many merged cells", () => packed({ [SHEET]: merged(5000) }), "too-many-cells"],
    [
      "too many parts",
      () => packed(Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`${n}.xml`, new Uint8Array()]))),
      "bomb",
    ],
    [
      "a cell at the last corner",
      () => packed({ [SHEET]: withCell('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>') }),
      "too-many-cells",
    ],
    [
      "tags that never end",
      () => packed({ [SHEET]: strToU8(questions().replace(/<\/sheetData>.*$/s, "<c ".repeat(500_000))) }),
      "damaged",
    ],
    ["a part in another encoding", () => packed({ [SHEET]: Buffer.from(`\ufeff${questions()}`, "utf16le") }), "damaged"],
    ["too many sheets of one part", () => sheets(51), "too-many-cells"],
    ["a long text in too many cells", () => packed({ [SHEET]: longTexts(), ...longString() }), "bomb"],
    ["an archive of the 64-bit form", () => declaring(packed({}), SHEET, 0xffffffff), "damaged"],
    ["too many rows", () => packed({ [SHEET]: withCell("<row/>".repeat(20_000)) }), "too-many-cells"],
  ];
  for (const [name, bytes, kind, detail] of FILES) {
    it(`${name}: ${kind}`, async () => {
      const importError = (await importErrorOf(bytes())) as ImportError | undefined;
      assert.equal(importError?.kind, kind);
      const details = Object.values(importError ?? {}).flat();
      if (detail !== undefined) assert.ok(details.includes(detail), details.join());
      for (const messages of Object.values(questionnaireMessages))
        assert.ok(importError && messages.importError(importError).length > 4);
    });
  }

  it("is the same bytes each time", async () => {
    assert.deepEqual(await questionnaireOf(), whole);
  });

  it("does not expand entities", async () => {
    const entities = `<!DOCTYPE a [<!ENTITY a "${"甲".repeat(1000)}">${Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n} "&a;&a;&a;&a;&a;">`).join("")}]>`;
    const sheet = questions()
      .replace(/^<\?xml[^>]*\?>/, (head) => head + entities)
      .replace("</sheetData>", '<row r="400"><c r="K400" t="inlineStr"><is><t>&a8;</t></is></c></row></sheetData>');
    const bytes = packed({ [SHEET]: strToU8(sheet) });
    const found = await imported(bytes).then(({ problems }) => problems.flatMap(({ found }) => found || []), String);
    assert.ok(found === 'Error: {"kind":"damaged"}' || (Array.isArray(found) && found.join() === "&a8;"), String(found));
  });

  it("ignores empty cells anywhere: programs write them for their style", async () => {
    const bytes = packed({ [SHEET]: withCell('<row r="1048576"><c r="XFD1048576" s="1"/></row>') });
    assert.deepEqual((await imported(bytes)).facts, { profile: 1 });
  });

  function sheets(count: number): Uint8Array {
    const part = unzipSync(whole)["xl/workbook.xml"] as Uint8Array;
    const more = Array.from({ length: count }, (_, n) => `<sheet name="s${n}" sheetId="${n + 50}" r:id="rId2"/>`).join("");
    return packed({ "xl/workbook.xml": strToU8(new TextDecoder().decode(part).replace("</sheets>", `${more}</sheets>`)) });
  }

  const LONG = "xl/sharedStrings.xml";
  const strings = () => new TextDecoder().decode(unzipSync(whole)[LONG]);
  function longString(): Zippable {
    return { [LONG]: strToU8(strings().replace("</sst>", `<si><t>${"長".repeat(30_000)}</t></si></sst>`)) };
  }
  function longTexts(): Uint8Array {
    const index = strings().match(/<si>/g)?.length;
    return withCell(Array.from({ length: 400 }, (_, n) => `<row r="${n + 200}"><c t="s"><v>${index}</v></c></row>`).join(""));
  }

  /** A questionnaire whose sheets carry the marks of a later version. */
  function later(): Uint8Array {
    const filling = new Filling(whole);
    for (const name of filling.book.SheetNames) {
      const cell = filling.sheet(name).A1 as XLSX.CellObject;
      if (typeof cell?.v === "string") filling.write(name, "A1", cell.v.replace("/1 ", "/2 "));
    }
    return filling.bytes();
  }

  function flipped(): Uint8Array {
    const name = Buffer.from(whole).indexOf(SHEET);
    const copy = whole.slice();
    copy[name + SHEET.length + 200] = (copy[name + SHEET.length + 200] ?? 0) ^ 1;
    return copy;
  }
});
