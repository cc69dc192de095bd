/** Reads texts as JSON from stdin. Prints as JSON how many milliseconds the whole analysis and a bare parse of each take. */
import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { analyze } from "../../server/src/core/analysis/analyze.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";

export interface Task {
  readonly text: string;
  readonly runs: number;
}

export interface Samples {
  readonly ours: number[];
  readonly bare: number[];
}

function time(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function sample({ text, runs }: Task): Samples {
  const samples: Samples = { ours: [], bare: [] };
  const ours = () => analyze(text, bundled, { today: "2026-11-22" });
  const bare = () => parseDocument(text);
  const warmUp = Math.ceil(runs / 4);
  for (let run = -warmUp; run < runs; run++) {
    // Each goes first equally often, so that neither always pays for the other's garbage.
    const first = run % 2 === 0;
    const early = first ? 0 : time(bare);
    const mine = time(ours);
    const theirs = first ? time(bare) : early;
    if (run < 0) continue;
    samples.ours.push(mine);
    samples.bare.push(theirs);
  }
  return samples;
}

const tasks: Task[] = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(tasks.map(sample)));
