/** Tests that a file with many profiles is evaluated once, not once for each of them. */
import assert from "node:assert/strict";
import { CancellationToken } from "vscode-languageserver";
import { bundled } from "../../../server/src/core/analysis/bundled.ts";
import { judgedAll, type ViewContext } from "../../../server/src/language-server/views/context.ts";
import { AS_OF, analysisOf } from "../../support/analyze.ts";

describe("Several profiles", () => {
  it("of one file are evaluated together, each once, in their order", async () => {
    const evaluated: string[] = [];
    const context: ViewContext = {
      bundle: bundled,
      language: () => "ja",
      today: () => AS_OF,
      judge: async (uri) => {
        evaluated.push(uri);
        return { uri, path: uri, version: null, analysis: analysisOf("service: {name: 甲}\n---\nservice: {name: 乙}\n") };
      },
      files: async function* () {},
      pathOf: (uri) => uri,
      folders: () => [],
      spreadsheet: () => import("../../../server/src/spreadsheet/index.ts"),
    };
    const refs = [1, 0, 7].map((index) => ({ uri: "file:///a.vendor.yaml", index }));
    const found = await judgedAll([...refs, { uri: "file:///b.vendor.yaml", index: 0 }], null, context, CancellationToken.None);
    assert.deepEqual(evaluated, ["file:///a.vendor.yaml", "file:///b.vendor.yaml"]);
    assert.deepEqual(
      found.map(({ uri, profile }) => [uri, profile.service]),
      [
        ["file:///a.vendor.yaml", "乙"],
        ["file:///a.vendor.yaml", "甲"],
        ["file:///b.vendor.yaml", "甲"],
      ],
    );
  });
});
