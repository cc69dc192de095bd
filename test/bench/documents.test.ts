import assert from "node:assert/strict";
import { profiles, quiet, register } from "../../bench/documents/profiles.ts";
import { workflows } from "../../bench/documents/workflows.ts";
import { analyzeText } from "../support/analyze.ts";

const errors = (text: string) => analyzeText(text).findings.filter(({ severity }) => severity === "error");

describe("the documents of the bench", () => {
  for (const lines of [100, 115, 1_000, 10_000]) {
    it(`have ${lines} lines`, () => {
      for (const kind of [profiles, workflows]) assert.equal(kind.make(lines).split("\n").length - 1, lines);
    });
  }

  it("have as many lines as a register", () => {
    assert.equal(register(10_000, { oneOf: 10 }).split("\n").length - 1, 10_000);
  });

  it("hold an error, and one more once they are edited", () => {
    const text = profiles.make(115);
    const { right, wrong, range } = profiles.edit(text);
    const { start } = range(right);
    const edited = text.split("\n").map((line, at) => (at === start.line ? line.replace(right, wrong) : line));
    assert.equal(errors(text).length + 1, errors(edited.join("\n")).length);
  });

  it("hold nothing to be found where they are quiet", () => {
    assert.deepEqual(analyzeText(quiet(profiles.make(115))).findings, []);
  });
});
