import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync } from "node:fs";
import { join } from "node:path";
import { folderOf, type Surroundings } from "../cli/run.ts";
import { built, environment } from "../protocol/built.ts";
import type { Ended } from "../support/command-line.ts";

/** A safety net: a program that takes so long hangs. Mocha cannot interrupt the wait for it. In milliseconds. */
const PATIENCE = 60_000;

/** Runs the built program as a user's shell does, to its end. */
export function run(args: readonly string[], { cwd, env, input = "" }: Surroundings = {}): Ended {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [built("cli.cjs"), ...args], {
    cwd,
    env: environment(env),
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: PATIENCE,
  });
  return { status, signal, stdout, stderr };
}

/** Runs the program as an unprivileged user; undefined if the machine cannot switch users. */
export function runBound(args: readonly string[], cwd: string): Ended | undefined {
  if (process.platform === "win32") return undefined;
  const isRoot = process.getuid?.() === 0;
  const folder = folderOf({});
  const program = join(folder, "cli.cjs");
  for (const name of ["cli.cjs", "commands.cjs"] as const) copyFileSync(built(name), join(folder, name));
  if (isRoot) chmodSync(folder, 0o755);
  const { status, signal, stdout, stderr, error } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    env: environment(),
    encoding: "utf8",
    timeout: PATIENCE,
    ...(isRoot && { uid: 65534, gid: 65534 }),
  });
  // in a sandbox even root may not become another user
  if (error && "code" in error && error.code === "EPERM") return undefined;
  assert.notEqual(status, null, `ended by ${signal}: ${error}`);
  return { status, signal, stdout, stderr };
}
