/** Tests that every production of YAML 1.2 is read correctly, and that invalid YAML is reported. */
import assert from "node:assert/strict";
import { plain } from "../../../server/src/core/yaml/node.ts";
import { analyzeText } from "../../support/analyze.ts";
import { type SuiteCase, suiteCases } from "../../support/yaml-suite.ts";

/** What is YAML and refused all the same, for a profile has no use for it. */
const REFUSED: Record<string, string> = {
  // keys that are no plain words: collections, aliases, nothing at all
  "yaml.key": "26DV 4FJ6 6BFJ 6PBE 9MMW E76Z KK5P LX3P M2N8/0 M2N8/1 M5DY Q9WF RZP5 SBG9 V9D5 X38W XW4D",
  // two keys that are nothing
  "yaml.duplicate-key": "2JQS",
  // tags of one's own, and those for what JSON cannot say
  "yaml.tag": "2XXW 565N 5TYM 6CK3 6WLZ 7FWL 9WXW C4HZ CC74 CUP7 J7PZ M5C3 P76L UGM3 Z67P Z9M4",
};
/** What is no YAML and yet states what it seems to: a directive without a document, and the same directive twice. */
const FORGIVEN = ["9MMA", "SF5V"];

const kindsIn = (text: string) =>
  new Set(analyzeText(text).findings.flatMap(({ kind }) => (kind.startsWith("yaml.") ? [kind as string] : [])));

/** The documents' values; of a document that states nothing, none. */
function valuesIn(text: string): unknown[] {
  return analyzeText(text).source.documents.flatMap(({ root }) => (root ? [plain(root)] : []));
}

const cases = suiteCases();
const isRefused = ({ id }: SuiteCase) => Object.values(REFUSED).some((ids) => ids.split(" ").includes(id));

describe("the public suite for YAML", () => {
  it("valid YAML has no yaml finding, except what is refused", () => {
    const refused: Record<string, string[]> = {};
    for (const { id, yaml, fails } of cases) {
      if (!fails) for (const kind of kindsIn(yaml)) refused[kind] = [...(refused[kind] ?? []), id];
    }
    const expected = Object.entries(REFUSED).map(([kind, ids]) => [kind, ids.split(" ")]);
    assert.deepEqual(refused, Object.fromEntries(expected));
  });

  it("what is no YAML has a fault", () => {
    const forgiven = cases.filter(({ yaml, fails }) => fails && kindsIn(yaml).size === 0).map(({ id }) => id);
    assert.deepEqual(forgiven, FORGIVEN);
  });

  it("values that JSON can express are read as the suite's JSON", () => {
    const whole = cases.filter((one) => !one.fails && one.json !== undefined && !isRefused(one));
    let count = 0;
    for (const { id, yaml, json = "" } of whole) {
      // several documents stand one after the other, and have no end that could be told from a value's
      const expected = one(json);
      if (expected === undefined) continue;
      assert.deepEqual(valuesIn(yaml), expected === null ? [] : [expected], id);
      count++;
    }
    assert.ok(count > 200, `${count}`);
  });
});

/** The value of a JSON text; undefined where there is none, or more than one. */
function one(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
