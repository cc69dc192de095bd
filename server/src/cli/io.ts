import { createColors, isColorSupported } from "picocolors";
import type { Style } from "./formats/pretty.ts";

/** What the command line reads and writes. */
export interface IO {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Writes the result; resolves when it is written. */
  readonly write: (text: string) => Promise<void>;
  readonly error: (text: string) => void;
  /** Shows how far a long run is; nothing unless a person watches. */
  readonly progress: (text: string, done: number, all: number) => void;
  readonly style: Style;
  readonly env: NodeJS.ProcessEnv;
}

/** Fewer files than these are judged before a person could read the progress. */
const MANY = 50;

/** The streams of a process. */
export function processIO({ stdin, stdout, stderr, env }: NodeJS.Process): IO {
  const clear = "\r\x1b[K";
  return {
    stdin,
    // a reader that has gone, as `head` goes, takes nothing away from the result
    write: (text) =>
      new Promise((resolve, reject) => {
        stdout.write(text, (error) => (error && !("code" in error && error.code === "EPIPE") ? reject(error) : resolve()));
      }),
    error: (text) => stderr.write(text),
    progress: (text, done, all) => {
      if (!stderr.isTTY || all < MANY) return;
      if (done === all) stderr.write(clear);
      else if (done % 10 === 0) stderr.write(`${clear}${text}`);
    },
    style: {
      columns: Math.max(40, Math.min(stdout.columns || 100, 120)),
      colors: createColors(isColorSupported && stdout.isTTY === true),
    },
    env,
  };
}
