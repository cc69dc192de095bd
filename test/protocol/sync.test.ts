import { strict as assert } from "node:assert";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver-protocol/node";
import { Client, killServers, PULL } from "./client.ts";

const HEAD = "profile: 1\nservice: { name: 乙 }\ninformation: { classification: III }\n";

/** Replaces the characters from `start` to `end` of a line (or up to a place on another). */
function edit(line: number, start: number, end: number | [number, number], text: string): TextDocumentContentChangeEvent {
  const [endLine, endCharacter] = typeof end === "number" ? [line, end] : end;
  return { range: { start: { line, character: start }, end: { line: endLine, character: endCharacter } }, text };
}

/** Edits and the resulting text. */
const CASES: [string, string, TextDocumentContentChangeEvent[], string][] = [
  [
    "after emoji, which are two units each",
    `${HEAD}vendor: { name: 👨‍👩‍👧🏯, country: JP }\n`,
    [edit(3, 37, 39, "XX")],
    `${HEAD}vendor: { name: 👨‍👩‍👧🏯, country: XX }\n`,
  ],
  [
    "after kanji of one unit and of two",
    `${HEAD}vendor: { name: 𠮷野屋, country: JP }\n`,
    [edit(3, 31, 33, "YY"), edit(3, 16, 18, "吉")],
    `${HEAD}vendor: { name: 吉野屋, country: YY }\n`,
  ],
  [
    "across lines that end with CR LF",
    `${HEAD}vendor:\n  name: 甲\n  country: XX\n`.replaceAll("\n", "\r\n"),
    [edit(4, 8, [5, 11], "乙\r\n  country: ZZ")],
    `${HEAD}vendor:\n  name: 乙\n  country: ZZXX\n`.replaceAll("\n", "\r\n"),
  ],
  [
    "between lines that end with CR alone",
    `${HEAD}vendor:\n  name: 甲\n  country: JP\n`.replaceAll("\n", "\r"),
    [edit(5, 11, 13, "日本")],
    `${HEAD}vendor:\n  name: 甲\n  country: 日本\n`.replaceAll("\n", "\r"),
  ],
  [
    "that build on one another in one message",
    HEAD,
    [edit(3, 0, 0, "vendor:\n"), edit(4, 0, 0, "  country: JP\n"), edit(4, 11, 13, "🏯"), edit(4, 11, 13, "AA")],
    `${HEAD}vendor:\n  country: AA\n`,
  ],
  ["that mix a whole text and a part", "x", [{ text: HEAD }, edit(0, 9, 10, "9")], HEAD.replace("profile: 1", "profile: 9")],
  ["that delete everything", `${HEAD}vendor: { name: 甲 }\n`, [edit(0, 0, [4, 0], "")], ""],
  ["beyond the end of a line and of the text", "profile: 1", [edit(0, 99, 99, "2"), edit(9, 9, 9, "\n")], "profile: 12\n"],
];

describe("Incremental sync", () => {
  afterEach(killServers);

  for (const [name, before, changes, after] of CASES) {
    it(`follows edits ${name}`, async () => {
      const client = await Client.start({ capabilities: PULL });
      client.open("file:///edited.vendor.yaml", before);
      await client.items("file:///edited.vendor.yaml");
      client.change("file:///edited.vendor.yaml", 2, ...changes);
      client.open("file:///opened.vendor.yaml", after);
      const expected = await client.items("file:///opened.vendor.yaml");
      assert.ok(expected.length > 0, "the case tells right from wrong");
      assert.deepEqual(await client.items("file:///edited.vendor.yaml"), expected);
    });
  }

  it("counts the positions of diagnostics in UTF-16 code units", async () => {
    const client = await Client.start({ capabilities: PULL });
    for (const end of ["\n", "\r\n", "\r"]) {
      const uri = `file:///${encodeURIComponent(end)}.vendor.yaml`;
      client.open(uri, `${HEAD}vendor: { name: 🏯𠮷城, country: XX }\n`.replaceAll("\n", end));
      assert.deepEqual(
        (await client.items(uri)).map(({ code, range }) => [code, range]),
        [["schema.country", { start: { line: 3, character: 32 }, end: { line: 3, character: 34 } }]],
      );
    }
  });
});
