/** Tests the insertion of missing keys: at the canonical position, in the style of the neighbours, and without other changes. */
import assert from "node:assert/strict";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { ANY } from "../../server/src/core/standard/facts.ts";
import { parseSource } from "../../server/src/core/yaml/parse.ts";
import { applyEdits, type Edit, firstStop, isOverlapping } from "../../server/src/language-service/edits/edit.ts";
import { insertSkeleton } from "../../server/src/language-service/edits/insert.ts";
import { APPEND, skeletonOf } from "../../server/src/language-service/edits/skeleton.ts";
import { eolOf } from "../../server/src/language-service/edits/target.ts";
import { CURSOR } from "../support/view.ts";

const { format } = bundled;
const ROLE = `encryption.atRest.${ANY}.role`;

/** The edits for facts given as dotted paths; undefined if they cannot be inserted. */
function editsFor(text: string, facts: readonly string[], given: Record<string, string> = {}): readonly Edit[] | undefined {
  const source = parseSource(text);
  const root = source.documents[0]?.root;
  assert.ok(root);
  const skeleton = skeletonOf(
    { ...format, root: { ...format.root, required: [] } },
    facts.map((fact) => fact.split(".")),
    given,
  );
  return insertSkeleton(source, root, skeleton, format);
}

/** The text with the keys of the facts, and the cursor mark at the first value; "refused" if they cannot be inserted. */
function inserted(text: string, facts: readonly string[], given?: Record<string, string>): string {
  const edits = editsFor(text, facts, given);
  if (!edits) return "refused";
  assert.ok(!isOverlapping(edits));
  for (const { span } of edits) assert.match(text.slice(span.start, span.end), /^(null|Null|NULL|~)?$/);
  const after = applyEdits(text, edits);
  const stop = firstStop(edits);
  return stop === undefined ? after : after.slice(0, stop) + CURSOR + after.slice(stop);
}

type Case = readonly [what: string, text: string, facts: readonly string[], after: string];

function table(cases: readonly Case[]): void {
  for (const [what, text, facts, after] of cases) it(what, () => assert.equal(inserted(text, facts), after));
}

const LAW = "contract.governingLaw";
const COURT = "contract.domesticCourt";
const TWO_STEP = "authentication.provider.twoStep";

describe("inserting a key", () => {
  describe("at its canonical position", () =>
    table([
      [
        "behind what goes before it",
        "contract:\n  governingLaw: JP\n",
        [COURT],
        "contract:\n  governingLaw: JP\n  domesticCourt: <|>\n",
      ],
      [
        "before what goes behind it",
        "contract:\n  domesticCourt: designated\n",
        [LAW],
        "contract:\n  governingLaw: <|>\n  domesticCourt: designated\n",
      ],
      [
        "between two",
        "authentication:\n  provider:\n    factors: [knowledge]\n    lockout: true\n",
        [TWO_STEP],
        "authentication:\n  provider:\n    factors: [knowledge]\n    twoStep: <|>\n    lockout: true\n",
      ],
      [
        "a whole section",
        "information:\n  classification: I\nerasure: {}\n",
        [LAW],
        "information:\n  classification: I\ncontract:\n  governingLaw: <|>\nerasure: {}\n",
      ],
      [
        "a section of a file whose sections stand apart",
        "service:\n  name: 乙\n\ninformation:\n  classification: I\n\nerasure: {}\n",
        [LAW],
        "service:\n  name: 乙\n\ninformation:\n  classification: I\n\ncontract:\n  governingLaw: <|>\n\nerasure: {}\n",
      ],
      [
        "at the end of a file without a line end",
        "contract:\n  governingLaw: JP",
        [COURT],
        "contract:\n  governingLaw: JP\n  domesticCourt: <|>",
      ],
      [
        "two at one place, in order",
        "authentication:\n  provider:\n    factors: [knowledge]\n",
        ["authentication.provider.lockout", TWO_STEP],
        "authentication:\n  provider:\n    factors: [knowledge]\n    twoStep: <|>\n    lockout: \n",
      ],
      [
        "with keys of one's own about",
        "x-a: 1\ncontract:\n  x-b: 2\n",
        [LAW],
        "x-a: 1\ncontract:\n  governingLaw: <|>\n  x-b: 2\n",
      ],
      ["what is there already: nothing", "contract: {governingLaw: JP}\n", [LAW], "contract: {governingLaw: JP}\n"],
      ["with nothing behind it already: nothing", "contract:\n  governingLaw:\n", [LAW], "contract:\n  governingLaw:\n"],
    ]));

  describe("in the style of its neighbours", () =>
    table([
      ["brackets", "contract: {governingLaw: JP}\n", [COURT], "contract: {governingLaw: JP, domesticCourt: <|>}\n"],
      [
        "brackets, first",
        "contract: {domesticCourt: designated}\n",
        [LAW],
        "contract: {governingLaw: <|>, domesticCourt: designated}\n",
      ],
      [
        "brackets with a space, first",
        "contract: { domesticCourt: designated }\n",
        [LAW],
        "contract: { governingLaw: <|>, domesticCourt: designated }\n",
      ],
      [
        "brackets with a space, first and last",
        "authentication: { provider: { twoStep: true } }\n",
        ["authentication.provider.factors", "authentication.provider.lockout"],
        "authentication: { provider: { factors: <|>, twoStep: true, lockout:  } }\n",
      ],
      [
        "brackets over several lines, first",
        "contract: {\n  domesticCourt: designated\n}\n",
        [LAW],
        "contract: {\n  governingLaw: <|>, domesticCourt: designated\n}\n",
      ],
      [
        "brackets over several lines, first, above a comment",
        "contract: {\n  # 第21条\n  domesticCourt: designated\n}\n",
        [LAW],
        "contract: {governingLaw: <|>,\n  # 第21条\n  domesticCourt: designated\n}\n",
      ],
      ["empty brackets", "contract: {}\n", [LAW], "contract: {governingLaw: <|>}\n"],
      ["empty brackets with a space", "contract: { }\n", [LAW], "contract: {governingLaw: <|> }\n"],
      ["two into empty brackets", "contract: {}\n", [LAW, COURT], "contract: {governingLaw: <|>, domesticCourt: }\n"],
      [
        "a section within brackets",
        "authentication: {customer: {twoStep: true}}\n",
        [TWO_STEP],
        "authentication: {provider: {twoStep: <|>}, customer: {twoStep: true}}\n",
      ],
      [
        "brackets over several lines",
        "contract: {\n  governingLaw: JP,\n}\n",
        [COURT],
        "contract: {\n  governingLaw: JP, domesticCourt: <|>,\n}\n",
      ],
      [
        "a deeper indentation",
        "authentication:\n    provider:\n        lockout: true\n",
        [TWO_STEP],
        "authentication:\n    provider:\n        twoStep: <|>\n        lockout: true\n",
      ],
      [
        "Windows line ends",
        "contract:\r\n  governingLaw: JP\r\n",
        [COURT],
        "contract:\r\n  governingLaw: JP\r\n  domesticCourt: <|>\r\n",
      ],
      [
        "on the line of a dash",
        "encryption:\n  atRest:\n    - cipher: AES\n      mechanism: database\n",
        ["encryption.atRest.0.role"],
        "encryption:\n  atRest:\n    - role: <|>\n      cipher: AES\n      mechanism: database\n",
      ],
      [
        "below a dash",
        "encryption:\n  atRest:\n    - store: a\n    - store: b\n",
        [ROLE],
        "encryption:\n  atRest:\n    - store: a\n      role: <|>\n    - store: b\n      role: \n",
      ],
      [
        "a dash that is not indented",
        "encryption:\n  atRest:\n  - store: a\n",
        [ROLE],
        "encryption:\n  atRest:\n  - store: a\n    role: <|>\n",
      ],
      ["items in brackets", "encryption: {atRest: [{store: a}]}\n", [ROLE], "encryption: {atRest: [{store: a, role: <|>}]}\n"],
      ["JSON", '{"contract": {"governingLaw": "JP"}}\n', [COURT], '{"contract": {"governingLaw": "JP", domesticCourt: <|>}}\n'],
    ]));

  describe("next to comments", () =>
    table([
      [
        "behind the value before it",
        "contract:\n  governingLaw: JP # 第20条\n",
        [COURT],
        "contract:\n  governingLaw: JP # 第20条\n  domesticCourt: <|>\n",
      ],
      [
        "behind a section's key",
        "contract: # 規約\n  domesticCourt: designated\n",
        [LAW],
        "contract: # 規約\n  governingLaw: <|>\n  domesticCourt: designated\n",
      ],
      [
        "behind a section without content",
        "contract: # 規約\nerasure: {}\n",
        [LAW],
        "contract: # 規約\n  governingLaw: <|>\nerasure: {}\n",
      ],
    ]));

  describe("behind what belongs to the value before", () =>
    table([
      [
        "a comment below the last item",
        "dataLocation:\n  primary:\n    - JP\n    # - US (until 2025)\n",
        ["erasure.standardDeletionAtTermination"],
        "dataLocation:\n  primary:\n    - JP\n    # - US (until 2025)\nerasure:\n  standardDeletionAtTermination: <|>\n",
      ],
      [
        "a comment below the last key",
        "dataLocation:\n  primary: [JP]\n  # backups: [US]   (asked on 11/20)\n",
        ["erasure.standardDeletionAtTermination"],
        "dataLocation:\n  primary: [JP]\n  # backups: [US]   (asked on 11/20)\nerasure:\n  standardDeletionAtTermination: <|>\n",
      ],
      [
        "a comment at the end of the section",
        "contract:\n  governingLaw: JP\n  # 第20条\nerasure: {}\n",
        [COURT],
        "contract:\n  governingLaw: JP\n  # 第20条\n  domesticCourt: <|>\nerasure: {}\n",
      ],
      [
        "not a comment above the next key",
        "authentication:\n  provider:\n    factors: [knowledge]\n    # 5回\n    lockout: true\n",
        [TWO_STEP],
        "authentication:\n  provider:\n    factors: [knowledge]\n    twoStep: <|>\n    # 5回\n    lockout: true\n",
      ],
      [
        "a comment set apart from the next key",
        "authentication:\n  provider:\n    factors: [knowledge]\n    # 生体は無し\n\n    lockout: true\n",
        [TWO_STEP],
        "authentication:\n  provider:\n    factors: [knowledge]\n    # 生体は無し\n\n    twoStep: <|>\n\n    lockout: true\n",
      ],
      [
        "a comment above the first key, which stays there",
        "contract:\n  # 第21条\n  domesticCourt: designated\n",
        [LAW],
        "contract:\n  governingLaw: <|>\n  # 第21条\n  domesticCourt: designated\n",
      ],
      [
        "a comment in a section without content",
        "contract:\n  # 規約\nerasure: {}\n",
        [LAW],
        "contract:\n  # 規約\n  governingLaw: <|>\nerasure: {}\n",
      ],
      [
        "the blank lines that a text keeps",
        "service:\n  description: |+\n    申請\n\nerasure: {}\n",
        [LAW],
        "service:\n  description: |+\n    申請\n\ncontract:\n  governingLaw: <|>\nerasure: {}\n",
      ],
      [
        "the blank lines that a text keeps at the end",
        "vendor:\n  name: &n |+\n    甲\n\n",
        [LAW],
        "vendor:\n  name: &n |+\n    甲\n\ncontract:\n  governingLaw: <|>\n",
      ],
      [
        "a remark within brackets",
        "contract: {\n  governingLaw: JP, # 第20条\n}\n",
        [COURT],
        "contract: {\n  governingLaw: JP, # 第20条\n  domesticCourt: <|>,\n}\n",
      ],
      [
        "a remark within brackets, without a comma",
        "authentication: { provider: {\n  factors: [knowledge] # 端末\n  } }\n",
        [TWO_STEP, "authentication.provider.lockout"],
        "authentication: { provider: {\n  factors: [knowledge], # 端末\n  twoStep: <|>,\n  lockout: \n  } }\n",
      ],
      [
        "a remark behind a bracket",
        "contract: { # 規約\n  domesticCourt: designated }\n",
        [LAW],
        "contract: { # 規約\n  governingLaw: <|>,\n  domesticCourt: designated }\n",
      ],
      [
        "a remark behind a merge key",
        "x-a: &a { x-b: 1 }\ncontract: { <<: *a # 共通\n}\n",
        [LAW],
        "x-a: &a { x-b: 1 }\ncontract: { governingLaw: <|>, <<: *a # 共通\n}\n",
      ],
      [
        "a remark behind the last item in brackets",
        "encryption:\n  atRest: [\n    { store: a } # 旧\n  ]\n",
        [`encryption.atRest.${APPEND}.role`],
        "encryption:\n  atRest: [\n    { store: a }, # 旧\n    {store: <|>, role: }\n  ]\n",
      ],
    ]));

  describe("with the indentation of the file", () =>
    table([
      [
        "four columns",
        "vendor:\n    name: 甲\n",
        [TWO_STEP],
        "vendor:\n    name: 甲\nauthentication:\n    provider:\n        twoStep: <|>\n",
      ],
      [
        "dashes below their key",
        "infrastructure:\n- name: 基盤\n",
        [ROLE],
        "infrastructure:\n- name: 基盤\nencryption:\n  atRest:\n  - store: <|>\n    role: \n",
      ],
      [
        "keys far behind their dash",
        "infrastructure:\n    -   name: 基盤\n",
        [ROLE],
        "infrastructure:\n    -   name: 基盤\nencryption:\n    atRest:\n        -   store: <|>\n            role: \n",
      ],
    ]));

  describe("into a section without a value", () =>
    table([
      ["no value", "contract:\n", [LAW], "contract:\n  governingLaw: <|>\n"],
      ["at the end of the file", "contract:", [LAW], "contract:\n  governingLaw: <|>"],
      ["null", "contract: null\n", [LAW], "contract: \n  governingLaw: <|>\n"],
      ["~ and a comment", "contract: ~ # 規約\n", [LAW], "contract:  # 規約\n  governingLaw: <|>\n"],
      ["in brackets", "{contract: , erasure: {}}\n", [LAW], "{contract: {governingLaw: <|>} , erasure: {}}\n"],
      ["a bare key in brackets", "{contract, erasure: {}}\n", [LAW], "{contract: {governingLaw: <|>}, erasure: {}}\n"],
      ["null in brackets", "{contract: null}\n", [LAW], "{contract: {governingLaw: <|>} }\n"],
    ]));

  describe("into a list", () =>
    table([
      [
        "one more item",
        "encryption:\n  atRest:\n    - store: a\n",
        [`encryption.atRest.${APPEND}.role`],
        "encryption:\n  atRest:\n    - store: a\n    - store: <|>\n      role: \n",
      ],
      [
        "one more in brackets",
        "encryption: {atRest: [{store: a}]}\n",
        [`encryption.atRest.${APPEND}.role`],
        "encryption: {atRest: [{store: a}, {store: <|>, role: }]}\n",
      ],
      [
        "a first item, where one must be",
        "encryption:\n  inTransit: []\n  atRest:\n",
        [ROLE],
        "encryption:\n  inTransit: []\n  atRest:\n    - store: <|>\n      role: \n",
      ],
      [
        "no item, where none says something",
        "erasure: {}\n",
        [`certifications.${ANY}.scheme`],
        "certifications: <|>\nerasure: {}\n",
      ],
      [
        "one of several items",
        "encryption:\n  atRest:\n    - store: a\n    - store: b\n",
        ["encryption.atRest.1.role"],
        "encryption:\n  atRest:\n    - store: a\n    - store: b\n      role: <|>\n",
      ],
    ]));

  describe("not where there is something else", () =>
    table([
      ["a value of another kind", "contract: JP\n", [LAW], "refused"],
      ["a list for a section", "contract: [JP]\n", [LAW], "refused"],
      [
        "an alias",
        "authentication:\n  provider: &p\n    lockout: true\n  customer: *p\n",
        ["authentication.customer.twoStep"],
        "refused",
      ],
      ["an alias in a list", "x-a: &a {store: a}\nencryption:\n  atRest: [*a]\n", [ROLE], "refused"],
      ["an item that is not there", "encryption: {atRest: [{store: a}]}\n", ["encryption.atRest.4.role"], "refused"],
    ]));

  describe("beside a merge", () =>
    table([
      [
        "with keys of its own",
        "x-a: &a {governingLaw: JP}\ncontract:\n  <<: *a\n  x-b: 1\n",
        [COURT],
        "x-a: &a {governingLaw: JP}\ncontract:\n  <<: *a\n  domesticCourt: <|>\n  x-b: 1\n",
      ],
      [
        "a key that is merged in is there",
        "x-a: &a {governingLaw: JP}\ncontract:\n  <<: *a\n",
        [LAW],
        "x-a: &a {governingLaw: JP}\ncontract:\n  <<: *a\n",
      ],
      [
        "what is merged in is not written into",
        "x-a: &a {provider: {lockout: true}}\nauthentication:\n  <<: *a\n  customer: {}\n",
        [TWO_STEP],
        "refused",
      ],
    ]));

  it("writes the given values, with stops for the others", () =>
    assert.equal(
      inserted("contract:\n", [LAW, COURT], { [LAW]: "JP" }),
      "contract:\n  governingLaw: JP\n  domesticCourt: <|>\n",
    ));
});

describe("the line end of a text", () => {
  for (const [text, eol] of [
    ["a", "\n"],
    ["a\nb\r\n", "\n"],
    ["a\r\nb\n", "\r\n"],
    ["a\rb", "\r"],
  ] as const) {
    it(JSON.stringify(text), () => assert.equal(eolOf(text), eol));
  }
});

describe("edits", () => {
  const insert = (offset: number, text: string, stops?: number[]): Edit => ({
    span: { start: offset, end: offset },
    text,
    ...(stops ? { stops } : {}),
  });
  it("are applied in the order of the text; at one offset, in their own order", () =>
    assert.equal(
      applyEdits("abc", [insert(2, "3"), insert(1, "1"), insert(1, "2"), { span: { start: 0, end: 1 }, text: "" }]),
      "12b3c",
    ));
  it("have a first stop, as an offset in the resulting text", () => {
    assert.equal(firstStop([insert(2, "xyz", [1]), insert(0, "12")]), 5);
    assert.equal(firstStop([{ span: { start: 0, end: 2 }, text: "" }, insert(2, "x", [1])]), 1);
    assert.equal(firstStop([insert(0, "x")]), undefined);
  });
  it("overlap if two change the same characters", () => {
    assert.ok(isOverlapping([{ span: { start: 0, end: 2 }, text: "" }, insert(1, "x")]));
    assert.ok(!isOverlapping([{ span: { start: 0, end: 2 }, text: "" }, insert(2, "x"), insert(2, "y")]));
  });
});
