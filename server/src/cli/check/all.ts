import type { Judging } from "../judge.ts";
import { type Checked, checker, type Task } from "./task.ts";

/** Checks all inputs of a task, in their order. */
export async function* checkAll(task: Task, judging: Judging): AsyncGenerator<Checked> {
  const check = checker(task, judging);
  for (const index of task.inputs.keys()) yield await check(index);
}
