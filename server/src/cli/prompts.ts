import type { Readable, Writable } from "node:stream";
import { cancel, intro, isCancel, note, select, text } from "@clack/prompts";
import type { NewMessages } from "./messages/new.ts";

/** What a new profile begins with, and its file. */
export interface Answers {
  readonly classification: string;
  readonly vendor: string;
  readonly service: string;
  readonly output: string;
}

/** What is to be asked: all that is not given. */
export interface PromptForm {
  readonly given: Partial<Answers>;
  readonly classes: readonly { readonly value: string; readonly title: string; readonly definition: string }[];
  /** The file's name to begin with. */
  readonly fileFor: (service: string) => string;
  readonly isTaken: (file: string) => boolean;
  readonly words: NewMessages;
}

/** The streams of a terminal; the process's where they are left out. */
export interface Terminal {
  readonly input?: Readable;
  readonly output?: Writable;
}

/** Asks a person; nothing once they cancel. */
export async function ask(
  { given, classes, fileFor, isTaken, words }: PromptForm,
  terminal: Terminal = {},
): Promise<Answers | undefined> {
  const line = (message: string, initial = "", fault?: (answer: string) => string | undefined) => {
    const validate = (answer = "") => (answer.trim() === "" ? words.empty : fault?.(answer.trim()));
    return text({ message, initialValue: initial, validate, ...terminal });
  };
  const choice = () => {
    note(classes.map(({ title, definition }) => `${title}\n${definition}`).join("\n\n"), words.classes, terminal);
    const options = classes.map(({ value, title }) => ({ value, label: title }));
    // the package's own instructions are English alone; ours are in the question
    return select<string>({ message: words.askClass, options, showInstructions: false, ...terminal });
  };
  const cancelled = (): undefined => {
    cancel(words.cancelled, terminal);
  };

  intro(words.intro, terminal);
  const classification = given.classification ?? (await choice());
  if (isCancel(classification)) return cancelled();
  const vendor = given.vendor ?? (await line(words.askVendor));
  if (isCancel(vendor)) return cancelled();
  const service = given.service ?? (await line(words.askService));
  if (isCancel(service)) return cancelled();
  const taken = (file: string) => (isTaken(file) ? words.alreadyThere : undefined);
  const output = given.output ?? (await line(words.askFile, fileFor(service.trim()), taken));
  if (isCancel(output)) return cancelled();
  return { classification, vendor: vendor.trim(), service: service.trim(), output: output.trim() };
}
