/** Tests the search for vendors and services in a workspace. */
import assert from "node:assert/strict";
import { SymbolKind } from "vscode-languageserver";
import { profileSymbols, type Symbols, workspaceSymbols } from "../../server/src/language-service/workspace-symbols.ts";
import { analysisOf } from "../support/analyze.ts";

const TEXTS = {
  "file:///aoba.vendor.yaml": "profile: 1\nvendor:\n  name: 株式会社あおば\nservice:\n  name: ＡＯＢＡ 電子申請 Plus\n",
  "file:///hirose.vendor.yaml":
    "vendor: { name: Hirose Cloud K.K. }\nservice: { name: ｶﾜﾍﾞ予約 }\n---\nvendor: { name: Hirose Cloud K.K. }\nservice: { name: カワベ図書館 }\n",
  "file:///empty.vendor.yaml": "vendor: { name: }\nservice: { name: ' ' }\n",
  "file:///broken.vendor.yaml": "vendor:\n  name: 株式会社なな\n  coun",
};

async function* files(): Symbols {
  for (const [uri, text] of Object.entries(TEXTS)) yield { uri, symbols: profileSymbols(analysisOf(text)) };
}

const namesFor = async (query: string) => (await workspaceSymbols(files(), query)).map(({ name }) => name);

describe("workspace symbols", () => {
  it("are the vendors and services, with their places", async () => {
    const [vendor, service, ...others] = await workspaceSymbols(files(), "");
    const uri = "file:///aoba.vendor.yaml";
    assert.deepEqual(vendor, {
      name: "株式会社あおば",
      kind: SymbolKind.Namespace,
      location: { uri, range: { start: { line: 2, character: 8 }, end: { line: 2, character: 15 } } },
    });
    assert.deepEqual(service, {
      name: "ＡＯＢＡ 電子申請 Plus",
      kind: SymbolKind.Package,
      containerName: "株式会社あおば",
      location: { uri, range: { start: { line: 4, character: 8 }, end: { line: 4, character: 22 } } },
    });
    assert.deepEqual(
      others.map(({ name }) => name),
      ["Hirose Cloud K.K.", "ｶﾜﾍﾞ予約", "Hirose Cloud K.K.", "カワベ図書館", "株式会社なな"],
    );
  });

  for (const [query, names] of [
    ["aoba", ["ＡＯＢＡ 電子申請 Plus"]],
    ["ａｏｂａ", ["ＡＯＢＡ 電子申請 Plus"]],
    ["AOBAplus", ["ＡＯＢＡ 電子申請 Plus"]],
    ["abp", ["ＡＯＢＡ 電子申請 Plus"]],
    ["カワベ", ["ｶﾜﾍﾞ予約", "カワベ図書館"]],
    ["ｶﾜﾍﾞ", ["ｶﾜﾍﾞ予約", "カワベ図書館"]],
    ["株式 あおば", ["株式会社あおば"]],
    ["申電", []],
    ["aobaa", []],
    ["広瀬", []],
  ] as const) {
    it(`has ${names.length} for ${query}`, async () => assert.deepEqual(await namesFor(query), names));
  }
});
