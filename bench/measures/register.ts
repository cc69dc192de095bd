import { profile, register as registerOf } from "../documents/profiles.ts";
import { type Edited, makeEdits, openEdited } from "../driving/edited.ts";
import type { Row } from "../report/figures.ts";
import { count, joined, lines } from "../report/text.ts";
import { compare, type Measure } from "./measure.ts";

const SIZE = 10_000;

/** The time from a changed value to its diagnostics in a register of many profiles, against a file of one. */
export const register: Measure = async ({ peers, runs }) => {
  const { ours } = peers.servers;
  const file = profile(100);
  const rows: Row[] = [];
  for (const oneOf of [10, 1]) {
    const text = registerOf(SIZE, { oneOf });
    const opened = new Map<string, Edited>();
    for (const each of [text, file]) opened.set(each, await openEdited(ours, each));
    const samples = await makeEdits(opened, { runs: runs(100), warmUp: runs(100) });
    const shown = count(opened.get(text)?.session.diagnostics(opened.get(text)?.uri ?? "").length ?? 0);
    rows.push({
      what: joined(lines(SIZE), { en: `${shown} diagnostics`, ja: `診断${shown}件` }),
      peer: { en: "the same, 100 lines", ja: "同じ操作、100行" },
      unit: "ms",
      ...compare(samples, text, file),
      by: "cost",
      goal: 2,
    });
    await Promise.all([...opened.values()].map(({ session }) => session.stop()));
  }
  return {
    title: { en: "A keystroke in a register of many profiles", ja: "多数のプロファイルを収めた台帳での打鍵" },
    rows,
  };
};
