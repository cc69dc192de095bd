/**
 * What a hostile folder could do to the files of whoever writes in it: links under the name of what is written, links under every
 * name that is about to be made, and a file or its folder exchanged for a link at every moment of the writing.
 */
import assert from "node:assert/strict";
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { fix } from "../../server/src/cli/fix.ts";
import { cliMessages } from "../../server/src/cli/messages/index.ts";
import { writeOutput } from "../../server/src/cli/write.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { placeBehind } from "../../server/src/host/node/place.ts";
import { writeWhole } from "../../server/src/host/node/write-whole.ts";
import { folderOf, profileText, removeFolders } from "../cli/run.ts";
import { run } from "../processes/run.ts";
import { AS_OF } from "../support/analyze.ts";

const BROKEN = profileText("Ⅲ");
const NAME = "a.vendor.yaml";
const MINE = "mine alone\n";

/** Every file below a folder with its content, mode and kind. */
function contentsOf(folder: string): unknown[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => {
      const { mode, uid } = lstatSync(join(folder, name));
      return [name, mode, uid, statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name), "utf8") : ""];
    });
}

/** A folder to write in, and one of the user's with a file of the same name as each that is written. */
function scene(files: Readonly<Record<string, string>>) {
  const around = folderOf({ "user/.bashrc": MINE, [`user/${NAME}`]: MINE, "user/out.md": MINE, "user/new.md": MINE });
  // below the current folder, as a checked-out repository is
  process.chdir(around);
  const given = "given";
  mkdirSync(given);
  for (const [name, text] of Object.entries(files)) {
    const made = folderOf({ [name]: text });
    renameSync(join(made, name), join(given, name));
  }
  return { given, user: join(around, "user") };
}

/** Runs something while `strike` happens before its call number `moment` of the file system. Returns whether it made so many calls. */
async function struck(act: () => Promise<unknown>, moment: number, strike: () => void): Promise<boolean> {
  const own = { ...fs };
  const handle = await fs.open(import.meta.filename);
  const methods: Record<string, unknown> = Object.getPrototypeOf(handle);
  await handle.close();
  const ownMethods = Object.fromEntries(
    ["stat", "write", "truncate", "sync", "chmod", "readFile"].map((name) => [name, methods[name]]),
  );
  let calls = 0;
  const armed = (real: unknown) =>
    function (this: unknown, ...args: unknown[]) {
      if (calls++ === moment) strike();
      return Reflect.apply(real as (...args: unknown[]) => unknown, this, args);
    };
  for (const name of ["open", "stat", "lstat", "readFile", "realpath", "readlink", "link", "rename", "unlink"] as const)
    Object.assign(fs, { [name]: armed(own[name]) });
  for (const [name, real] of Object.entries(ownMethods)) methods[name] = armed(real);
  syncBuiltinESMExports();
  try {
    // refusing is as good as writing what was meant
    await act().catch(() => {});
  } finally {
    Object.assign(fs, own);
    Object.assign(methods, ownMethods);
    syncBuiltinESMExports();
  }
  return calls > moment;
}

(process.platform === "win32" ? describe.skip : describe)("writing in a hostile folder", () => {
  const cwd = process.cwd();

  afterEach(() => {
    process.chdir(cwd);
    removeFolders();
  });

  const messages = cliMessages.en;
  const options = { today: AS_OF };
  const writes: Readonly<Record<string, (given: string) => Promise<() => Promise<unknown>>>> = {
    "a fix": async (given) => () => fix({ path: join(given, NAME), text: BROKEN }, "write", bundled, options, messages),
    "a new output": async (given) => () => writeOutput(join(given, "new.md"), "theirs", "new", messages, []),
    "a first output of check": async (given) => () => writeOutput(join(given, "new.md"), ["theirs"], "plain", messages, []),
    "a later output of check": async (given) => () => writeOutput(join(given, "out.md"), ["theirs"], "plain", messages, []),
    // what is forced goes where the path leads at first, and nowhere else
    "an output by force": async (given) => {
      const place = await placeBehind(join(given, "out.md"));
      return () => writeWhole(place, "theirs");
    },
  };
  for (const [what, prepare] of Object.entries(writes)) {
    const strikes: Readonly<Record<string, (place: ReturnType<typeof scene>) => void>> = {
      "its file is exchanged for a link": ({ given, user }) => {
        for (const name of [NAME, "out.md", "new.md"]) {
          rmSync(join(given, name), { force: true });
          symlinkSync(join(user, ".bashrc"), join(given, name));
        }
      },
      "its folder is exchanged for a link": ({ given, user }) => {
        renameSync(given, "moved");
        symlinkSync(user, given);
      },
    };
    for (const [when, strike] of Object.entries(strikes)) {
      it(`${what} touches no file of the user if ${when}, at any moment`, async () => {
        let moment = 0;
        for (let isStruck = true; isStruck; moment++) {
          const place = scene({ [NAME]: BROKEN, "out.md": "of an earlier run" });
          const before = contentsOf(place.user);
          const act = await prepare(place.given);
          isStruck = await struck(act, moment, () => strike(place));
          assert.deepEqual(contentsOf(place.user), before, `moment ${moment}`);
        }
        assert.ok(moment > 5, "nothing was struck");
      });
    }
  }

  /** Puts a link under the name of every file that is about to be made. */
  const GUESS = `
    const fs = require("node:fs");
    const guess = (path) => { try { fs.symlinkSync(process.env.VICTIM, path); } catch {} };
    const isMade = (flags) => (typeof flags === "number" ? (flags & fs.constants.O_CREAT) !== 0 : /[wa]/.test(flags));
    const wrap = (owner) => {
      const { open, writeFile } = owner;
      owner.open = (path, flags, ...rest) => (isMade(flags) && guess(path), open(path, flags, ...rest));
      owner.writeFile = (path, ...rest) => (typeof path === "string" && guess(path), writeFile(path, ...rest));
    };
    wrap(fs);
    wrap(fs.promises);
  `;
  const commands: readonly (readonly string[])[] = [
    ["check", "--fix"],
    ["check", "-f", "json", "-o", "new.json"],
    ["check", "-f", "json", "-o", "old.json"],
    ["report", NAME, "-o", "new.md"],
    ["report", NAME, "-o", "old.json", "--force"],
    ["questionnaire", "-o", "new.xlsx"],
    ["new", "--class", "I", "--vendor", "甲", "--service", "乙", "new.vendor.yaml"],
    ["schema", "-o", "new.json"],
  ];
  for (const command of commands) {
    it(`vendor-profile ${command.join(" ")} follows no link, even if every name is guessed`, () => {
      const { given, user } = scene({ [NAME]: BROKEN, "old.json": "{}" });
      const before = contentsOf(user);
      const preload = join(folderOf({ "guess.cjs": GUESS }), "guess.cjs");
      const env = { NODE_OPTIONS: `--require ${JSON.stringify(preload)}`, VICTIM: join(user, ".bashrc") };
      const { status, stderr } = run(command, { cwd: given, env });
      assert.deepEqual(contentsOf(user), before);
      assert.match(stderr, /EEXIST/);
      assert.equal(status, 2);
      assert.ok(lstatSync(join(given, NAME)).isFile());
      assert.equal(readFileSync(join(given, NAME), "utf8"), BROKEN);
    });
  }
});
