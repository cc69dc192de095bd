/** Tests that an accepted completion item makes the same document in every editor, however the editor inserts it. */
import assert from "node:assert/strict";
import { editorCapabilities } from "../../server/src/language-service/client-capabilities.ts";
import { completion } from "../../server/src/language-service/completion/index.ts";
import { examples } from "../support/analyze.ts";
import { CLIENTS, type FakeClient } from "../support/clients/clients.ts";
import { type AtCursor, atCursor, CURSOR } from "../support/view.ts";

const HEAD = "profile: 1\nvendor: { name: 甲 }\nservice: { name: 乙 }\ninformation: { classification: I }\n";
const [VSCODE = assert.fail()] = CLIENTS;

/** The text after each item that a client is offered, by label. */
function results({ capabilities, accept }: FakeClient, { view, position }: AtCursor): Map<string, string> {
  const { text } = view.analysis.source;
  const { items } = completion({ ...view, capabilities: editorCapabilities(capabilities) }, position);
  return new Map(items.map((item) => [item.label, tidy(accept(text, item, position))]));
}

/** Without the blanks that wait for what the user writes. */
const tidy = (text: string) => text.replace(/[ \t]+(?=\n|$)/g, "").replace(/\n+(?=\n|$)/g, "");

const CASES: Readonly<Record<string, readonly [text: string, label: string, result: string]>> = {
  "a whole profile": [
    "<|>\n",
    "プロファイル（分類Ⅲ）",
    "profile: 1\nvendor:\n  name:\nservice:\n  name:\ninformation:\n  classification: III",
  ],
  "a section": [
    `${HEAD}encryption<|>\n`,
    "encryption",
    `${HEAD}encryption:\n  inTransit:\n    - path:\n      protocols:\n  atRest:\n    - store:\n      role:\n      cipher:`,
  ],
  "a list, nested": [
    `${HEAD}encryption:\n  in<|>\n  atRest: []\n`,
    "inTransit",
    `${HEAD}encryption:\n  inTransit:\n    - path:\n      protocols:\n  atRest: []`,
  ],
  "an item where one may begin": [
    `${HEAD}encryption:\n  inTransit:\n    <|>\n`,
    "- path …",
    `${HEAD}encryption:\n  inTransit:\n    - path:\n      protocols:`,
  ],
  "an item behind its dash": [
    `${HEAD}encryption:\n  inTransit:\n    - <|>\n  atRest:\n`,
    "- path …",
    `${HEAD}encryption:\n  inTransit:\n    - path:\n      protocols:\n  atRest:`,
  ],
  "an item below its key": [
    `${HEAD}encryption:\n  inTransit: <|>\n`,
    "- path …",
    `${HEAD}encryption:\n  inTransit:\n    - path:\n      protocols:`,
  ],
  "a section below a full-width colon": [
    `${HEAD}erasure:\n  atTermination：<|>\n`,
    "method …",
    `${HEAD}erasure:\n  atTermination:\n    method:`,
  ],
  "a section behind a tab": [`${HEAD}erasure:\n\tatD<|>\n`, "atDisposal", `${HEAD}erasure:\n  atDisposal:\n    method:`],
  "a section, at the end of the text": [
    `${HEAD}encryption:\n  inTransit:\n    <|>`,
    "- path …",
    `${HEAD}encryption:\n  inTransit:\n    - path:\n      protocols:`,
  ],
  "a mapping in brackets": [
    `${HEAD}certifications: [<|>]\n`,
    "- scheme …",
    `${HEAD}certifications: [{scheme: , holder: , number: , expires: }]`,
  ],
  "a word with a dash": [`${HEAD}dataLocation:\n  primary:\n    <|>\n`, "JP", `${HEAD}dataLocation:\n  primary:\n    - JP`],
};

for (const client of CLIENTS) {
  describe(`Completion in ${client.name}`, () => {
    for (const [name, [text, label, result]] of Object.entries(CASES)) {
      it(`makes ${name}`, () => assert.equal(results(client, atCursor(text)).get(label), result));
    }

    it("keeps a comment, once", () => {
      const at = atCursor(`${HEAD}encryption:\n  inTransit: <|> # 経路\n`);
      const result = results(client, at).get("- path …") ?? "";
      assert.equal(result.replace(/ +# 経路/, ""), `${HEAD}encryption:\n  inTransit:\n    - path:\n      protocols:`);
    });

    it("names a mode of indentation only where it is known", () => {
      const { view, position } = atCursor(`${HEAD}encryption:\n  <|>\n`, {
        capabilities: editorCapabilities(client.capabilities),
      });
      const known = client.capabilities.textDocument?.completion?.completionItem?.insertTextModeSupport?.valueSet ?? [];
      for (const { insertTextMode } of completion(view, position).items) {
        assert.ok(insertTextMode === undefined || known.includes(insertTextMode));
      }
    });
  });
}

it("Completion makes the same of an item in every editor, wherever a line of an example begins, or ends at its key", () => {
  const { text } = examples()[0] ?? assert.fail();
  for (const marked of cursorsIn(text)) {
    const at = atCursor(marked);
    const expected = results(VSCODE, at);
    for (const client of CLIENTS) {
      for (const [label, result] of results(client, at)) assert.equal(result, expected.get(label), `${client.name}, ${label}`);
    }
  }
});

/** The text with a line cut off at its value or its key, and with a new line, and the cursor there. */
function cursorsIn(text: string): string[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const withLine = (instead: string) => [...lines.slice(0, index), instead, ...lines.slice(index + 1)].join("\n");
    const key = /^( *(?:- )*[A-Za-z"][^:#]*:)/.exec(line)?.[1];
    const indent = /^ */.exec(line)?.[0] ?? "";
    return [withLine(indent + CURSOR), ...(key === undefined ? [] : [withLine(`${key} ${CURSOR}`), withLine(key + CURSOR)])];
  });
}
