/** Runs command lines that the main thread posts, one after the other, and answers each with what it printed. */
import { Readable, Writable } from "node:stream";
import { workerData } from "node:worker_threads";
import { processIO } from "../../server/src/cli/io.ts";
import { run } from "../../server/src/cli/run.ts";
import type { CommandLine, Start } from "./command-line.ts";

const { port, done } = workerData as Start;

/** A stream of a process, kept in memory. */
function sink() {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, callback) {
      chunks.push(chunk);
      callback();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString() };
}

port.on("message", async ({ args, env, input }: CommandLine) => {
  const [stdout, stderr] = [sink(), sink()];
  const streams = { stdin: Readable.from([Buffer.from(input)]), stdout: stdout.stream, stderr: stderr.stream, env };
  const status = await run(args, processIO(streams as unknown as NodeJS.Process));
  port.postMessage({ status, signal: null, stdout: stdout.text(), stderr: stderr.text() });
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});
