import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Judging } from "../judge.ts";
import { type BatchResult, batchOf, type Start } from "./batch.ts";
import { type Checked, checker, type Task } from "./task.ts";

/**
 * Checks all inputs of a task, in their order. This thread works like the others, and so it alone does all where no other is of
 * use: what a thread has taken that has died, of too little memory or of anything, is checked here.
 *
 * @param threads how many work, this one counted
 */
export async function* checkAll(task: Task, judging: Judging, threads: number): AsyncGenerator<Checked> {
  const start: Start = { task, next: new Int32Array(new SharedArrayBuffer(4)) };
  const check = checker(task, judging);
  const done = new Map<number, Checked>();
  const others = new Others(threads - 1, start, ({ first, checked }) => {
    for (const [offset, one] of checked.entries()) done.set(first + offset, one);
  });
  try {
    for (const index of task.inputs.keys()) {
      while (!done.has(index)) {
        const batch = batchOf(start);
        for (const number of batch) done.set(number, await check(number));
        if (batch.length > 0) await others.tell();
        else if (!(await others.told())) done.set(index, await check(index));
      }
      yield done.get(index) as Checked;
      done.delete(index);
    }
  } finally {
    others.end();
  }
}

/** The other threads. */
class Others {
  readonly #alive = new Set<Worker>();
  #wake = () => {};

  constructor(count: number, workerData: Start, tell: (told: BatchResult) => void) {
    for (let number = 0; number < count; number++) {
      const worker = new Worker(join(__dirname, "thread.cjs"), { workerData });
      this.#alive.add(worker);
      worker.on("message", (told: BatchResult) => {
        tell(told);
        this.#wake();
      });
      // it ends then, and what it had taken is checked by who waits for it
      worker.on("error", () => {});
      worker.on("exit", () => {
        this.#alive.delete(worker);
        this.#wake();
      });
    }
  }

  /** Lets them tell what they have to tell. */
  async tell(): Promise<void> {
    if (this.#alive.size > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Waits for what one tells; false where none is left to tell anything. */
  async told(): Promise<boolean> {
    if (this.#alive.size === 0) return false;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    return true;
  }

  end(): void {
    for (const worker of this.#alive) worker.terminate();
  }
}
