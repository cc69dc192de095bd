import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Judging } from "../judge.ts";
import { type BatchResult, batchOf, type Start } from "./batch.ts";
import { type Checked, checker, type Task } from "./task.ts";

/**
 * Checks all inputs of a task and yields the results in order. This thread takes batches like the others, and takes over the batch
 * of a thread that died, for example of too little memory.
 *
 * @param threads how many threads work, including this one
 */
export async function* checkAll(task: Task, judging: Judging, threads: number): AsyncGenerator<Checked> {
  const start: Start = { task, next: new Int32Array(new SharedArrayBuffer(4)) };
  const check = checker(task, judging);
  const done = new Map<number, Checked>();
  const others = new Others(threads - 1, start, ({ first, checked }) => {
    for (const [offset, result] of checked.entries()) done.set(first + offset, result);
  });
  try {
    for (const index of task.inputs.keys()) {
      while (!done.has(index)) {
        const batch = batchOf(start);
        for (const number of batch) done.set(number, await check(number));
        if (batch.length > 0) await others.receive();
        else if (!(await others.next())) done.set(index, await check(index));
      }
      yield done.get(index) as Checked;
      done.delete(index);
    }
  } finally {
    others.stop();
  }
}

/** The worker threads besides this one. */
class Others {
  readonly #alive = new Set<Worker>();
  #wake = () => {};

  constructor(count: number, workerData: Start, onResult: (result: BatchResult) => void) {
    for (let number = 0; number < count; number++) {
      const worker = new Worker(join(__dirname, "thread.cjs"), { workerData });
      this.#alive.add(worker);
      worker.on("message", (result: BatchResult) => {
        onResult(result);
        this.#wake();
      });
      // the thread exits then, and the main thread checks its batch
      worker.on("error", () => {});
      worker.on("exit", () => {
        this.#alive.delete(worker);
        this.#wake();
      });
    }
  }

  /** Handles the results that have arrived. */
  async receive(): Promise<void> {
    if (this.#alive.size > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Waits for a result or an exit; false if no thread is left. */
  async next(): Promise<boolean> {
    if (this.#alive.size === 0) return false;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    return true;
  }

  stop(): void {
    for (const worker of this.#alive) worker.terminate();
  }
}
