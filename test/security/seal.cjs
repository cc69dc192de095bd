/**
 * Loaded before a program (`node --require`). Logs every attempt to leave the process to the file $SEAL_LOG and makes it throw; what
 * $SEAL_OPEN lists is only logged. Also logs every opened file, and at exit the properties added to the prototypes of all objects.
 *
 * Node's async hooks report every resource that a program waits for: sockets, look-ups, processes, threads. A type that is not known
 * to stay inside the process counts as a way out, so that a new type of resource does too.
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

/** The types of resources inside the process: files, file watchers, compression, timers, the standard streams. */
const WITHIN =
  /^(?:FS\w+|FILEHANDLE\w*|DIRHANDLE|STATWATCHER|PROMISE|Timeout|Immediate|TickObject|Microtask|TTYWRAP|PIPEWRAP|SIGNALWRAP|WRITEWRAP|SHUTDOWNWRAP|STREAM\w*|ZLIB|MESSAGEPORT|BLOBREADER|RANDOMBYTESREQUEST|HASHREQUEST|SIGINTWATCHDOG|RANDOM\w*|AbortSignal|bound-anonymous-fn)$/;

createHook({
  init(_id, type) {
    if (!WITHIN.test(type)) out(type);
  },
}).enable();

// Synchronous calls, which async hooks do not report.
for (const name of ["spawnSync", "execSync", "execFileSync"]) {
  childProcess[name] = () => out(name);
}
process.dlopen = () => out("dlopen");

for (const holder of [fs, fs.promises]) {
  for (const name of ["open", "openSync", "readFile", "readFileSync", "opendir", "opendirSync"]) {
    const original = holder[name];
    if (!original) continue;
    holder[name] = function (path, ...rest) {
      note("opened", path);
      return original.call(this, path, ...rest);
    };
  }
}

require("node:module").syncBuiltinESMExports();

const initialKeys = [Object.prototype, Array.prototype, Function.prototype, String.prototype].map((object) => [
  object,
  new Set(Reflect.ownKeys(object)),
]);
process.on("exit", () => {
  for (const [object, keys] of initialKeys) {
    for (const key of Reflect.ownKeys(object)) if (!keys.has(key)) note("polluted", key);
  }
});
