import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { InputPath } from "../judge.ts";
import { BATCH } from "./batch.ts";

/** The allowed values of --threads. */
export const THREADS = { text: "1-64", test: (text: string) => /^[1-9]\d?$/.test(text) && Number(text) <= 64 };

/** Bytes that take as long to check as a thread takes to start. */
const BYTES_PER_THREAD = 512 * 1024;

/** Beyond 8 threads the writer is the bottleneck. */
const MAX_THREADS = 8;

/**
 * How many threads check inputs: the value of --threads, else as many as the cores allow and the size of the inputs repays.
 *
 * @param isSingle whether one thread must do everything, because it also changes the inputs
 */
export function threadsFor(inputs: readonly InputPath[], asked: string | undefined, isSingle: boolean): number {
  const useful = Math.ceil(inputs.length / BATCH);
  if (isSingle || useful < 2 || inputs.includes("-")) return 1;
  if (asked !== undefined) return Math.min(Number(asked), useful);
  const bytes = inputs.reduce((sum, input) => sum + (typeof input === "string" ? sizeOf(input) : 0), 0);
  return Math.min(useful, MAX_THREADS, availableParallelism(), 1 + Math.floor(bytes / BYTES_PER_THREAD));
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
