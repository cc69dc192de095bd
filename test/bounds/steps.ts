/**
 * How much work something does: counted and not timed, so the same on every machine, however busy. A test imports this before all
 * else, and in a process of its own: what the engine compiled before the counting began is not counted.
 */
import assert from "node:assert/strict";
import { type Profiler, Session } from "node:inspector";

const session = new Session();
session.connect();
session.post("Profiler.enable");
session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

/**
 * The steps that a run takes: how often functions were called and their blocks entered, so that a loop counts its rounds. What the
 * engine does within one call of its own, as a regular expression does, is not counted.
 */
export async function stepsOf(run: () => unknown): Promise<number> {
  stepsSince();
  await run();
  return stepsSince();
}

/** Asserts that work grows with its input: four times as much takes four times the steps, and little more. */
export async function assertLinear(runFor: (size: number) => () => unknown, size: number): Promise<void> {
  const [small, large] = [await stepsOf(runFor(size)), await stepsOf(runFor(4 * size))];
  assert.ok(large < 6 * small, `${small} steps for ${size}, and ${large} for four times as much`);
}

/** The steps since it was last asked. */
function stepsSince(): number {
  let steps = 0;
  session.post("Profiler.takePreciseCoverage", (_error, { result }: Profiler.TakePreciseCoverageReturnType) => {
    for (const { functions } of result) {
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    }
  });
  return steps;
}
