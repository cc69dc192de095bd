import assert from "node:assert/strict";
import { judge, type Row, spread } from "../../bench/report/figures.ts";
import { markdown } from "../../bench/report/table.ts";
import { lines, name } from "../../bench/report/text.ts";

const row = (ours: number, other: number, rest: Pick<Row, "unit" | "by" | "goal" | "tail">): Row => ({
  what: lines(1_000),
  peer: name("Peer 1.0"),
  ours: spread([ours]),
  other: spread([other]),
  ...rest,
});

describe("the figures of the bench", () => {
  for (const { title, figures, ratio, met } of [
    { title: "a time that costs half", figures: row(1, 2, { unit: "ms", by: "cost", goal: 0.5 }), ratio: 0.5, met: true },
    { title: "a time that costs too much", figures: row(3, 2, { unit: "ms", by: "cost", goal: 1.2 }), ratio: 1.5, met: false },
    { title: "a time four times as good", figures: row(1, 4, { unit: "ms", by: "gain", goal: 5 }), ratio: 4, met: false },
    { title: "a rate four times as good", figures: row(4, 1, { unit: "profiles/s", by: "gain", goal: 4 }), ratio: 4, met: true },
    { title: "a rate at twice the cost", figures: row(1, 2, { unit: "profiles/s", by: "cost" }), ratio: 2, met: undefined },
  ]) {
    it(`takes ${title} for what it is`, () => {
      const judged = judge(figures);
      assert.equal(judged.ratio, ratio);
      assert.equal(judged.met, met);
    });
  }

  it("are not good if the slowest are not", () => {
    const slow = { ...row(1, 2, { unit: "ms", by: "gain", goal: 1, tail: { below: 3 } }), ours: spread([1, 1, 1, 5]) };
    assert.equal(judge({ ...slow, other: spread([2, 2, 2, 2]) }).met, false);
    assert.equal(judge({ ...slow, other: spread([2, 2, 2, 50]) }).met, false);
    assert.equal(judge({ ...slow, ours: spread([1, 1, 1, 1]) }).met, true);
  });

  it("are shown in both languages", () => {
    const table = { title: name("T"), rows: [row(1_200, 100, { unit: "profiles/s", by: "gain", goal: 30 })] };
    assert.match(
      markdown(table, "en"),
      /\| 1,000 lines \| Peer 1\.0 \| 1,200 profiles\/s \| 100 profiles\/s \| 12\.0× \| ≥ 30× ✗ \|/,
    );
    assert.match(markdown(table, "ja"), /\| 1,000行 \| Peer 1\.0 \| 1,200 件\/秒 \| 100 件\/秒 \| 12\.0× \| ≥ 30× ✗ \|/);
  });
});
