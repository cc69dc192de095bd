import { spawn } from "node:child_process";
import { once } from "node:events";
import { text as read } from "node:stream/consumers";
import { profiles } from "../documents/profiles.ts";
import type { Samples, Task } from "../entries/analysis.ts";
import { type Row, spread, type Text } from "../report/figures.ts";
import { joined, lines, name } from "../report/text.ts";
import type { Measure } from "./measure.ts";

const SIZES = [
  { size: 100, runs: 600 },
  { size: 1_000, runs: 200 },
  { size: 10_000, runs: 40 },
];

const UNCLOSED: Text = { en: "a quotation mark not closed", ja: "閉じていない引用符あり" };

/** A text, its title, and the highest ratio allowed for its analysis. */
interface Subject extends Task {
  readonly what: Text;
  readonly goal?: number;
}

/** The whole analysis of a text against its bare parse, in one process. */
export const analysis: Measure = async ({ peers, runs }) => {
  const subjects = SIZES.flatMap(({ size, runs: full }): Subject[] => {
    const text = profiles.make(size);
    return [
      { what: lines(size), text, runs: runs(full), goal: 0.3 },
      { what: joined(lines(size), UNCLOSED), text: unclosed(text), runs: runs(Math.ceil(full / 4)) },
    ];
  });
  const child = spawn(process.execPath, [peers.analysis], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  child.stdin.end(JSON.stringify(subjects satisfies Task[]));
  const output = await read(child.stdout);
  const [code] = await ended;
  if (code !== 0) throw new Error(`The analysis ended with ${code}.`);
  const samples: Samples[] = JSON.parse(output);
  const rows = subjects.map(({ what, goal }, index): Row => {
    const { ours = [], bare = [] } = samples[index] ?? {};
    return {
      what,
      peer: name("yaml parseDocument"),
      unit: "ms",
      ours: spread(ours),
      other: spread(bare),
      by: "cost",
      ...(goal !== undefined && { goal }),
    };
  });
  return {
    title: { en: "The whole analysis of a text against a bare parse of it", ja: "文面の分析の全体と、その構文の解析だけ" },
    rows,
  };
};

/** The text with a quotation mark near the middle that is not closed, as while typing. */
function unclosed(text: string): string {
  const { right, range } = profiles.edit(text);
  const { line, character } = range(right).start;
  const lines = text.split("\n");
  lines[line] = `${lines[line]?.slice(0, character)}"${right}`;
  return lines.join("\n");
}
