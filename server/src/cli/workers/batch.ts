import type { Checked, Task } from "./task.ts";

/** What a thread begins with. */
export interface Start {
  readonly task: Task;
  /** Shared by all threads: the number of the next input that nobody has taken. */
  readonly next: Int32Array;
}

/** What a thread tells of a batch. */
export interface BatchResult {
  /** The number of its first input. */
  readonly first: number;
  readonly checked: readonly Checked[];
}

/** How many inputs a thread takes at once: fewer, and telling costs more; more, and the others wait for the last. */
export const BATCH = 8;

/** Takes the numbers of the next inputs; none where all are taken. */
export function batchOf({ task, next }: Start): readonly number[] {
  const first = Atomics.add(next, 0, BATCH);
  const count = Math.max(0, Math.min(BATCH, task.inputs.length - first));
  return Array.from({ length: count }, (_, offset) => first + offset);
}
