import pc from "picocolors";
import { codeOf } from "../host/node/write-file-atomic.ts";
import type { Style } from "./formats/style.ts";
import { visible } from "./terminal.ts";

/** What the command line reads and writes. */
export interface IO {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Writes the result; resolves when it is written, and rejects with an Unwritten where it cannot be. */
  readonly write: (content: string | Uint8Array) => Promise<void>;
  readonly error: (text: string) => void;
  /** Shows how far a long run is; nothing unless a person watches. */
  readonly progress: (text: string, done: number, all: number) => void;
  readonly style: Style;
  /** Whether the result is written to a terminal. */
  readonly isTerminal: boolean;
  /** Whether a person can be asked: what is read and what is written are a terminal. */
  readonly isInteractive: boolean;
  readonly env: NodeJS.ProcessEnv;
}

/** The result could not be written: a full disk, for example. */
export class Unwritten extends Error {
  /** What the system calls it. */
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Fewer files than these are judged before a person could read the progress. */
const MANY = 50;

/** The streams of a process. */
export function processIO({ stdin, stdout, stderr, env }: NodeJS.Process): IO {
  const clear = "\r\x1b[K";
  return {
    stdin,
    // a reader that has gone, as `head` goes, takes nothing away from the result
    write: (content) =>
      new Promise((resolve, reject) => {
        stdout.write(content, (error) => {
          if (!error || codeOf(error) === "EPIPE") resolve();
          else reject(new Unwritten(codeOf(error)));
        });
      }),
    // what it names has come from files
    error: (text) => stderr.write(text.split("\n").map(visible).join("\n")),
    progress: (text, done, all) => {
      if (!stderr.isTTY || all < MANY) return;
      if (done === all) stderr.write(clear);
      else if (done % 10 === 0) stderr.write(`${clear}${text}`);
    },
    style: {
      columns: Math.max(40, Math.min(stdout.columns || 100, 120)),
      colors: pc.createColors(pc.isColorSupported && stdout.isTTY === true),
    },
    isTerminal: stdout.isTTY === true,
    isInteractive: stdin.isTTY === true && stdout.isTTY === true,
    env,
  };
}
