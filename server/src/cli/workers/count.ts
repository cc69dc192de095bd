import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { InputPath } from "../judge.ts";
import { BATCH } from "./batch.ts";

/** How many threads can be asked for. */
export const THREADS = { text: "1-64", test: (text: string) => /^[1-9]\d?$/.test(text) && Number(text) <= 64 };

/** A thread more takes as long to start as so many bytes to check. */
const PAYS = 512 * 1024;

/** More tell faster than one can write. */
const MAX_COUNT = 8;

/**
 * How many threads check inputs: as many as were asked for; else as many as the machine has cores for, and no more than pay.
 *
 * @param isBound whether all must be done by one: what is read from standard input, and what writes
 */
export function threadsFor(inputs: readonly InputPath[], asked: string | undefined, isBound: boolean): number {
  const useful = Math.ceil(inputs.length / BATCH);
  if (isBound || useful < 2 || inputs.includes("-")) return 1;
  if (asked !== undefined) return Math.min(Number(asked), useful);
  const bytes = inputs.reduce((sum, input) => sum + (typeof input === "string" ? sizeOf(input) : 0), 0);
  return Math.min(useful, MAX_COUNT, availableParallelism(), 1 + Math.floor(bytes / PAYS));
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
