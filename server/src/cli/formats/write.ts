import { createColors } from "picocolors";
import { codeOf, targetOf, writeWhole } from "../../host/node/write-file-atomic.ts";
import { type CommandContext, Refusal } from "../command.ts";
import { Unwritten } from "../io.ts";
import type { Task } from "../workers/task.ts";
import type { Writer } from "./format.ts";
import { FOR_PERSONS, formats } from "./index.ts";
import type { Output } from "./outputs.ts";
import type { Ending, Run } from "./run.ts";
import type { Style } from "./style.ts";
import { notes } from "./total.ts";

/** How what goes to a file looks: nobody's terminal. */
const PLAIN: Style = { columns: 100, colors: createColors(false) };

interface ToFile {
  readonly number: number;
  readonly file: string;
  readonly writer: Writer<unknown>;
  readonly content: string[];
}

/** Writes outputs: to standard output what can be written already, to files all at the end. */
export class Outputs {
  readonly #context: CommandContext;
  readonly #run: Omit<Run, "style">;
  /** How each output looks, as plain data. */
  readonly looks: Task["outputs"];
  readonly #files: readonly ToFile[];
  readonly #shown: { readonly number: number; readonly isForPersons: boolean; readonly writer: Writer<unknown> } | undefined;
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
    const shown = all.find(({ file }) => file === undefined);
    this.#shown = shown && { ...shown, isForPersons: FOR_PERSONS.has(shown.format) };
  }

  /** Whether a person sees the findings as they are found. */
  get isOnTerminal(): boolean {
    return this.#shown !== undefined && this.#context.io.isTerminal;
  }

  /** Takes what each output says of the next input. */
  async next(path: string, pieces: readonly unknown[]): Promise<void> {
    if (this.#inputs.push(path) === 1) await this.#show(this.#shown?.writer.start ?? "");
    for (const { number, writer, content } of this.#files) content.push(writer.next(pieces[number]));
    if (this.#shown) await this.#show(this.#shown.writer.next(pieces[this.#shown.number]));
  }

  /**
   * Writes the files, then what is left for standard output; a file that cannot be written is told, and takes nothing away from the
   * others. Whether all could be.
   */
  async end(ending: Ending): Promise<boolean> {
    const isWritten = await this.#writeFiles(ending);
    // that decides instead
    const told = isWritten ? ending : { ...ending, decided: null };
    // a person has been told that there is nothing; a program expects its document
    const isNothing = this.#inputs.length === 0 && (this.#run.shard?.inputs ?? 0) === 0;
    if (this.#shown && !(this.#shown.isForPersons && isNothing)) {
      if (this.#inputs.length === 0) await this.#show(this.#shown.writer.start);
      for (const text of this.#shown.writer.end(told)) await this.#show(text);
    }
    if (this.#unwritten) throw this.#unwritten;
    if (!this.#shown?.isForPersons) for (const note of notes(this.#run, told)) this.#context.io.error(`${note}\n`);
    return isWritten;
  }

  async #writeFiles(ending: Ending): Promise<boolean> {
    const { io, messages } = this.#context;
    const inputs = new Set(this.#files.length === 0 ? [] : await Promise.all(this.#inputs.map(targetOf)));
    let isWritten = true;
    for (const { file, writer, content } of this.#files) {
      try {
        if (inputs.has(await targetOf(file))) throw new Refusal(messages.outputIsInput(file));
        await writeWhole(file, [...content, ...writer.end(ending)]);
      } catch (error) {
        isWritten = false;
        io.error(`${error instanceof Refusal ? error.message : `${file}: ${messages.unwritten(codeOf(error))}`}\n`);
      }
    }
    return isWritten;
  }

  /** What standard output does not take is told at the end: the files are written all the same. */
  async #show(text: string): Promise<void> {
    if (text === "" || this.#unwritten) return;
    await this.#context.io.write(text).catch((error: unknown) => {
      if (!(error instanceof Unwritten)) throw error;
      this.#unwritten = error;
    });
  }
}
