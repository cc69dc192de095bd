/**
 * The command line within this process, in a thread of its own: a test waits for it as for a program, and without the program's
 * start. What only a program shows, its signals, pipes and terminals, is tested in test/processes.
 */
import { fileURLToPath } from "node:url";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { buildSync } from "esbuild";

export interface CommandLine {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly input: string | Uint8Array;
}

/** What the thread begins with. */
export interface Start {
  readonly port: MessagePort;
  /** Shared: 1 once the answer is on the port. */
  readonly done: Int32Array;
}

/** What a run came to; a run that was ended has a signal instead of a status, as a process has. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A safety net: a command line that takes so long hangs. In milliseconds. */
const PATIENCE = 60_000;

let thread: Thread | undefined;

/** Runs a command line in a folder, to its end. */
export function runInProcess(line: CommandLine, cwd = process.cwd()): Ended {
  thread ??= new Thread();
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const ended = thread.run(line);
    if (ended) return ended;
    thread.end();
    thread = undefined;
    return { status: null, signal: "SIGTERM", stdout: "", stderr: "" };
  } finally {
    process.chdir(before);
  }
}

class Thread {
  readonly #done = new Int32Array(new SharedArrayBuffer(4));
  readonly #port: MessagePort;
  readonly #worker: Worker;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const workerData: Start = { port: port2, done: this.#done };
    this.#worker = new Worker(bundled(), { eval: true, execArgv: [], workerData, transferList: [port2] });
    this.#worker.unref();
  }

  /** Waits for the answer, without an event loop; undefined if there is none in time. */
  run(line: CommandLine): Ended | undefined {
    Atomics.store(this.#done, 0, 0);
    this.#port.postMessage(line);
    // the notice of the run before may come late and wake this one
    while (Atomics.load(this.#done, 0) === 0) if (Atomics.wait(this.#done, 0, 0, PATIENCE) === "timed-out") return undefined;
    return receiveMessageOnPort(this.#port)?.message;
  }

  end(): void {
    void this.#worker.terminate();
  }
}

/** The thread's program in one text: a loader of TypeScript would wait for the thread that waits for it. */
function bundled(): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL("command-line-thread.ts", import.meta.url))],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    // as the product is built: what serves editors in browsers is part of it
    conditions: ["module", "browser"],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}
