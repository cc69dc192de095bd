import { spawn } from "node:child_process";
import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { modules } from "../folder.ts";
import type { Checker } from "../peers/checkers.ts";

/**
 * Runs a program over a folder. Resolves with the milliseconds until the program ended and its output was read. Throws if a
 * program that finds errors does not name every file that has one.
 */
export async function runChecker({ title, command, finds }: Checker, folder: string, wrong: readonly string[]): Promise<number> {
  const start = performance.now();
  // Commands name modules that Node resolves from this folder.
  const child = spawn(process.execPath, command(folder), { cwd: modules, stdio: ["ignore", "pipe", "pipe"] });
  const [out, errors, [status]] = await Promise.all([buffer(child.stdout), buffer(child.stderr), once(child, "close")]);
  const time = performance.now() - start;
  const output = `${out}${errors}`;
  const missed = finds ? wrong.filter((file) => !output.includes(file)) : [];
  if (status !== (finds ? 1 : 0) || missed.length > 0) {
    throw new Error(`${title.en} ended with ${status} and did not name ${missed.length} files.\n${output.slice(0, 2_000)}`);
  }
  return time;
}
