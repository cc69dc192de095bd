import { spawn } from "node:child_process";
import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { modules } from "../folder.ts";
import type { Checker } from "../peers/checkers.ts";

/**
 * Runs a program over a folder; resolves with the milliseconds until it has ended and all that it said was read. It must have
 * named each file in which there is something to find.
 */
export async function runChecker({ title, command, finds }: Checker, folder: string, wrong: readonly string[]): Promise<number> {
  const from = performance.now();
  // where modules are found that a command names
  const child = spawn(process.execPath, command(folder), { cwd: modules, stdio: ["ignore", "pipe", "pipe"] });
  const [out, errors, [status]] = await Promise.all([buffer(child.stdout), buffer(child.stderr), once(child, "close")]);
  const time = performance.now() - from;
  const said = `${out}${errors}`;
  const missed = finds ? wrong.filter((file) => !said.includes(file)) : [];
  if (status !== (finds ? 1 : 0) || missed.length > 0) {
    throw new Error(`${title.en} ended with ${status} and did not name ${missed.length} files.\n${said.slice(0, 2_000)}`);
  }
  return time;
}
