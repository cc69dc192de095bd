import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { folderOf } from "../cli/run.ts";
import { built, environment } from "../protocol/built.ts";

const FILLED =
  'mount -t tmpfs -o size=64k disk disk && cd disk && cp -a ../files/. . && { cat /dev/zero > fill 2> ../full; "$@"; }';

/** Mounts and fills a small disk if the system allows it; else a file size limit has the same effect. */
const WAYS = [
  ["unshare", "-m", "sh", "-c", FILLED],
  ["unshare", "-Urm", "sh", "-c", FILLED],
  ["sh", "-c", 'cp -a files/. disk && cd disk && ulimit -f 0 && "$@"'],
] as const;

let found: readonly string[] | undefined;

/** Runs the command line on a full disk with files. Returns its output, and the remaining files by name. */
export function runOnFullDisk(files: Readonly<Record<string, string>>, args: readonly string[]) {
  found ??= WAYS.find((way) => shell(way, { a: "" }, "! echo x 2> /dev/null > b || test ! -s b", []).status === 0);
  assert.ok(found, "no way to fill a disk");
  // ignores the signal of the limit, which a full disk does not send
  const deaf = join(folderOf({ "deaf.cjs": 'process.on("SIGXFSZ", () => {});' }), "deaf.cjs");
  const script = '"$@" 2>&1; echo "=$?"; rm -f fill; for file in *; do echo "<$file>"; cat "$file"; done';
  const { stdout, stderr } = shell(found, files, script, [process.execPath, "--require", deaf, built("cli.cjs"), ...args]);
  const [, said = "", status, left = ""] = /^(.*?)=(\d+)\n(.*)$/s.exec(stdout) ?? assert.fail(stdout + stderr);
  return { said, status: Number(status), left };
}

function shell(
  [program = "", ...way]: readonly string[],
  files: Readonly<Record<string, string>>,
  script: string,
  args: readonly string[],
) {
  const cwd = folderOf(Object.fromEntries(Object.entries(files).map(([name, text]) => [`files/${name}`, text])));
  mkdirSync(join(cwd, "disk"));
  const all = [...way, "sh", "sh", "-c", script, "sh", ...args];
  return spawnSync(program, all, { cwd, env: environment(), encoding: "utf8", timeout: 60_000 });
}
