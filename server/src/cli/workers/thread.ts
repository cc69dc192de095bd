/** A thread of `check`: takes batches of inputs until none is left, and posts their results. */
import { parentPort, workerData } from "node:worker_threads";
import { bundled } from "../../core/analysis/bundled.ts";
import { cliMessages } from "../messages/index.ts";
import { type BatchResult, batchOf, type Start } from "./batch.ts";
import { type Checked, checker } from "./task.ts";

async function work(start: Start): Promise<void> {
  const { task } = start;
  // threads never read standard input
  const check = checker(task, { stdin: process.stdin, messages: cliMessages[task.language], bundle: bundled });
  for (let batch = batchOf(start); batch.length > 0; batch = batchOf(start)) {
    const checked: Checked[] = [];
    for (const index of batch) checked.push(await check(index));
    parentPort?.postMessage({ first: batch[0] as number, checked } satisfies BatchResult);
  }
}

work(workerData);
