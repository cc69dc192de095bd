/**
 * Loaded before a program (`node --require`): notes in the file $SEAL_LOG whatever would lead out of its process, and ends it there;
 * what $SEAL_OPEN names is only noted. It also notes every file that is opened, and what all objects have afterwards that they had
 * not before.
 *
 * Node itself tells of everything that a program waits for: sockets, look-ups, processes, threads. What is not known to stay within
 * the process is out, so that a way out that is new is one too.
 */
const { createHook } = require("node:async_hooks");
const childProcess = require("node:child_process");
const fs = require("node:fs");

const log = fs.openSync(process.env.SEAL_LOG, "a");
const allowed = (process.env.SEAL_OPEN ?? "").split(",");

function note(kind, what) {
  fs.writeSync(log, `${JSON.stringify({ kind, what: String(what) })}\n`);
}

function out(what) {
  note("out", what);
  if (!allowed.includes(what)) throw new Error(`sealed: ${what}`);
}

/** What stays within: files and their watching, compression, time, streams that the process was started with. */
const WITHIN =
  /^(?:FS\w+|FILEHANDLE\w*|DIRHANDLE|STATWATCHER|PROMISE|Timeout|Immediate|TickObject|Microtask|TTYWRAP|PIPEWRAP|SIGNALWRAP|WRITEWRAP|SHUTDOWNWRAP|STREAM\w*|ZLIB|MESSAGEPORT|BLOBREADER|RANDOMBYTESREQUEST|HASHREQUEST|SIGINTWATCHDOG|RANDOM\w*|AbortSignal|bound-anonymous-fn)$/;

createHook({
  init(_id, type) {
    if (!WITHIN.test(type)) out(type);
  },
}).enable();

/** What is done at once, and waits for nothing. */
for (const name of ["spawnSync", "execSync", "execFileSync"]) {
  childProcess[name] = () => out(name);
}
process.dlopen = () => out("dlopen");

for (const holder of [fs, fs.promises]) {
  for (const name of ["open", "openSync", "readFile", "readFileSync", "opendir", "opendirSync"]) {
    const opens = holder[name];
    if (!opens) continue;
    holder[name] = function (path, ...rest) {
      note("opened", path);
      return opens.call(this, path, ...rest);
    };
  }
}

require("node:module").syncBuiltinESMExports();

const origin = [Object.prototype, Array.prototype, Function.prototype, String.prototype].map((object) => [
  object,
  new Set(Reflect.ownKeys(object)),
]);
process.on("exit", () => {
  for (const [object, keys] of origin) {
    for (const key of Reflect.ownKeys(object)) if (!keys.has(key)) note("polluted", key);
  }
});
