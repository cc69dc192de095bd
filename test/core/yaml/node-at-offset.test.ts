/** Tests the node at an offset of a document: the innermost value or key. */
import assert from "node:assert/strict";
import { pointer } from "../../../server/src/core/yaml/node.ts";
import { locate } from "../../../server/src/core/yaml/node-at-offset.ts";
import { parseSource } from "../../../server/src/core/yaml/parse.ts";
import { CURSOR } from "../../support/view.ts";

/** What stands at the cursor: "key /a/b", "scalar /a/b", "map /a", "list /a"; "nothing" outside of everything. */
function at(marked: string): string {
  const offset = marked.indexOf(CURSOR);
  const [document] = parseSource(marked.replace(CURSOR, "")).documents;
  const found = locate(document?.root, offset);
  if (!found) return "nothing";
  const last = found.path.at(-1);
  assert.equal(found.entry?.name, typeof last === "string" ? last : undefined);
  return `${found.onKey ? "key" : found.node.kind} ${pointer(found.path)}`;
}

type Case = readonly [what: string, marked: string, found: string];

function table(cases: readonly Case[]): void {
  for (const [what, marked, found] of cases) it(`${what}: ${found}`, () => assert.equal(at(marked), found));
}

describe("what stands at an offset", () => {
  describe("in block style", () =>
    table([
      ["at a key's start", "contract:\n  <|>governingLaw: JP\n", "key /contract/governingLaw"],
      ["in a key", "contract:\n  govern<|>ingLaw: JP\n", "key /contract/governingLaw"],
      ["at a key's end", "contract:\n  governingLaw<|>: JP\n", "key /contract/governingLaw"],
      ["at a value's start", "contract:\n  governingLaw: <|>JP\n", "scalar /contract/governingLaw"],
      ["at a value's end", "contract:\n  governingLaw: JP<|>\n", "scalar /contract/governingLaw"],
      ["in quotes", 'vendor:\n  corporateNumber: "99<|>99999999999"\n', "scalar /vendor/corporateNumber"],
      ["a key in quotes", 'assessment:\n  "8-<|>1": {check: ok}\n', "key /assessment/8-1"],
      ["an item of a list", "primary:\n  - JP\n  - D<|>E\n", "scalar /primary/1"],
      ["a key of an item", "atRest:\n  - store: a\n    ci<|>pher: AES\n", "key /atRest/0/cipher"],
      ["a value of an item", "atRest:\n  - store: a\n  - store: <|>b\n", "scalar /atRest/1/store"],
      ["between the entries of a section", "contract:\n  governingLaw: JP\n <|> domesticCourt: designated\n", "map /contract"],
      ["in a block scalar", "service:\n  description: |\n    市民<|>向け\n", "scalar /service/description"],
      ["the outermost key", "con<|>tract:\n  governingLaw: JP\n", "key /contract"],
    ]));

  describe("in flow style", () =>
    table([
      ["a key", "contract: {govern<|>ingLaw: JP}\n", "key /contract/governingLaw"],
      ["a value", "contract: {governingLaw: J<|>P}\n", "scalar /contract/governingLaw"],
      ["after the bracket", "contract: {<|> governingLaw: JP}\n", "map /contract"],
      ["an item", "primary: [JP, D<|>E]\n", "scalar /primary/1"],
      ["between items", "primary: [JP,<|>   DE]\n", "list /primary"],
      ["an empty list", "certifications: [<|>]\n", "list /certifications"],
    ]));

  describe("where nothing stands", () =>
    table([
      ["in an empty text", "<|>", "nothing"],
      ["in a comment before the first key", "# 記<|>入中\n\nprofile: 1\n", "nothing"],
      ["after the last value", "profile: 1\n\n\n<|>", "nothing"],
      ["a key without a value", "contract:\n  govern<|>ingLaw:\n", "key /contract/governingLaw"],
    ]));

  describe("what is used by an alias stands where it is defined", () =>
    table([
      ["the alias is the value", "a: &x {b: 1}\nc: *<|>x\n", "map /c"],
      ["the definition is its own place", "a: &x {b: <|>1}\nc: *x\n", "scalar /a/b"],
      ["an alias in a list", "a: &x JP\nc: [DE, *<|>x]\n", "scalar /c/1"],
      ["a merged key is found where it stands", "a: &x\n  b<|>: 1\nc:\n  <<: *x\n  d: 2\n", "key /a/b"],
      ["a key beside a merge", "a: &x\n  b: 1\nc:\n  <<: *x\n  <|>d: 2\n", "key /c/d"],
    ]));
});
