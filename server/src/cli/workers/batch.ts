import type { Checked, Task } from "./task.ts";

/** What a thread starts with. */
export interface Start {
  readonly task: Task;
  /** Shared by all threads: the index of the next free input. */
  readonly next: Int32Array;
}

/** The results of a batch. */
export interface BatchResult {
  /** The index of its first input. */
  readonly first: number;
  readonly checked: readonly Checked[];
}

/** Inputs per batch. Smaller batches cost more messages; larger ones leave threads idle at the end. */
export const BATCH = 8;

/** Takes the indices of the next inputs; empty once all are taken. */
export function batchOf({ task, next }: Start): readonly number[] {
  const first = Atomics.add(next, 0, BATCH);
  const count = Math.max(0, Math.min(BATCH, task.inputs.length - first));
  return Array.from({ length: count }, (_, offset) => first + offset);
}
