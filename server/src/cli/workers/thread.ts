/** A thread of `check`: takes inputs as long as there are some, and tells what has come of them. */
import { parentPort, workerData } from "node:worker_threads";
import { bundled } from "../../core/analysis/bundled.ts";
import { cliMessages } from "../messages/index.ts";
import { type BatchResult, batchOf, type Start } from "./batch.ts";
import { type Checked, checker } from "./task.ts";

async function work(start: Start): Promise<void> {
  const { task } = start;
  // standard input is not read by threads
  const check = checker(task, { stdin: process.stdin, messages: cliMessages[task.language], bundle: bundled });
  for (let batch = batchOf(start); batch.length > 0; batch = batchOf(start)) {
    const checked: Checked[] = [];
    for (const number of batch) checked.push(await check(number));
    parentPort?.postMessage({ first: batch[0] as number, checked } satisfies BatchResult);
  }
}

work(workerData);
