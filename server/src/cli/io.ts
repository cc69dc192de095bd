import pc from "picocolors";
import { codeOf } from "../host/node/error-code.ts";
import type { Style } from "./formats/style.ts";
import { visible } from "./terminal.ts";

/** What the command line reads and writes. */
export interface IO {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Writes the result; resolves once written, rejects with an Unwritten if it cannot be. */
  readonly write: (content: string | Uint8Array) => Promise<void>;
  readonly error: (text: string) => void;
  /** Shows the progress of a long run on a terminal. */
  readonly progress: (text: string, done: number, all: number) => void;
  readonly style: Style;
  /** Whether the result goes to a terminal. */
  readonly isTerminal: boolean;
  /** Whether prompts work: input and output are both a terminal. */
  readonly isInteractive: boolean;
  readonly env: NodeJS.ProcessEnv;
}

/** The result could not be written, for example because the disk is full. */
export class Unwritten extends Error {
  /** The error code of the system. */
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Fewer files are judged before anyone could read the progress. */
const MIN_FOR_PROGRESS = 50;

/** The streams of a process. */
export function processIO({ stdin, stdout, stderr, env }: NodeJS.Process): IO {
  const clear = "\r\x1b[K";
  return {
    stdin,
    // a reader that stops early, like `head`, is no error
    write: (content) =>
      new Promise((resolve, reject) => {
        stdout.write(content, (error) => {
          if (!error || codeOf(error) === "EPIPE") resolve();
          else reject(new Unwritten(codeOf(error)));
        });
      }),
    // file contents may hold control characters
    error: (text) => stderr.write(text.split("\n").map(visible).join("\n")),
    progress: (text, done, all) => {
      if (!stderr.isTTY || all < MIN_FOR_PROGRESS) return;
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
