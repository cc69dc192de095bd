import { createColors } from "picocolors";
import { type CommandContext, Refusal } from "../command.ts";
import { Unwritten } from "../io.ts";
import type { Task } from "../workers/task.ts";
import { writeOutput } from "../write.ts";
import type { Writer } from "./format.ts";
import { FOR_PERSONS, formats } from "./index.ts";
import type { Output } from "./outputs.ts";
import type { Ending, Run } from "./run.ts";
import type { Style } from "./style.ts";
import { notes } from "./total.ts";

/** The style of files, which have no terminal. */
const PLAIN: Style = { columns: 100, colors: createColors(false) };

interface FileOutput {
  readonly number: number;
  readonly file: string;
  readonly writer: Writer<unknown>;
  readonly content: string[];
}

/** Writes outputs: to standard output as early as possible, to files at the end. */
export class Outputs {
  readonly #context: CommandContext;
  readonly #run: Omit<Run, "style">;
  /** The style of each output, as plain data. */
  readonly looks: Task["outputs"];
  readonly #files: readonly FileOutput[];
  readonly #printed: { readonly number: number; readonly isForPersons: boolean; readonly writer: Writer<unknown> } | undefined;
  readonly #inputs: string[] = [];
  #unwritten: Unwritten | undefined;

  constructor(outputs: readonly Output[], run: Omit<Run, "style">, context: CommandContext) {
    this.#context = context;
    this.#run = run;
    const all = outputs.map(({ format, file }, number) => {
      const style = file === undefined ? context.io.style : PLAIN;
      return { format, file, number, style, writer: formats[format].writer({ ...run, style }) };
    });
    this.looks = all.map(({ format, style: { columns, colors } }) => ({ format, columns, hasColors: colors.isColorSupported }));
    this.#files = all.flatMap(({ number, file, writer }) =>
      file === undefined ? [] : [{ number, file, writer, content: [writer.start] }],
    );
    const printed = all.find(({ file }) => file === undefined);
    this.#printed = printed && { ...printed, isForPersons: FOR_PERSONS.has(printed.format) };
  }

  /** Whether the findings appear on a terminal as they are found. */
  get isOnTerminal(): boolean {
    return this.#printed !== undefined && this.#context.io.isTerminal;
  }

  /** Takes the pieces of the next input, one for each output. */
  async next(path: string, pieces: readonly unknown[]): Promise<void> {
    if (this.#inputs.push(path) === 1) await this.#print(this.#printed?.writer.start ?? "");
    for (const { number, writer, content } of this.#files) content.push(writer.next(pieces[number]));
    if (this.#printed) await this.#print(this.#printed.writer.next(pieces[this.#printed.number]));
  }

  /**
   * Writes the files, then the rest of standard output. Reports a file that cannot be written, and writes the others. Returns
   * whether all files are written. Throws an Unwritten if standard output failed.
   */
  async end(ending: Ending): Promise<boolean> {
    const isWritten = await this.#writeFiles(ending);
    // a failed write decides the exit status instead
    const actual = isWritten ? ending : { ...ending, decided: null };
    // people already know that nothing was found; programs expect a document
    const hasNoInput = this.#inputs.length === 0 && (this.#run.shard?.inputs ?? 0) === 0;
    if (this.#printed && !(this.#printed.isForPersons && hasNoInput)) {
      if (this.#inputs.length === 0) await this.#print(this.#printed.writer.start);
      for (const text of this.#printed.writer.end(actual)) await this.#print(text);
    }
    if (this.#unwritten) throw this.#unwritten;
    if (!this.#printed?.isForPersons) for (const note of notes(this.#run, actual)) this.#context.io.error(`${note}\n`);
    return isWritten;
  }

  async #writeFiles(ending: Ending): Promise<boolean> {
    const { io, messages } = this.#context;
    let isWritten = true;
    for (const { file, writer, content } of this.#files) {
      try {
        await writeOutput(file, [...content, ...writer.end(ending)], "plain", messages, this.#inputs);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        isWritten = false;
        io.error(`${error.message}\n`);
      }
    }
    return isWritten;
  }

  /** Keeps an error of standard output until the end, so that the files are still written. */
  async #print(text: string): Promise<void> {
    if (text === "" || this.#unwritten) return;
    await this.#context.io.write(text).catch((error: unknown) => {
      if (!(error instanceof Unwritten)) throw error;
      this.#unwritten = error;
    });
  }
}
