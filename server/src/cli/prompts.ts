import type { Readable, Writable } from "node:stream";
import { cancel, intro, isCancel, note, select, text } from "@clack/prompts";
import { isBlank, trimBlanks } from "../core/text/white-space.ts";
import type { NewMessages } from "./messages/new.ts";

/** The answers that make a new profile. */
export interface Answers {
  readonly classification: string;
  readonly vendor: string;
  readonly service: string;
  readonly output: string;
}

/** What to ask: everything that is not given. */
export interface PromptForm {
  readonly given: Partial<Answers>;
  readonly classes: readonly { readonly value: string; readonly title: string; readonly definition: string }[];
  /** The suggested file name. */
  readonly fileFor: (service: string) => string;
  readonly isTaken: (file: string) => boolean;
  readonly messages: NewMessages;
}

/** The streams of a terminal; those of the process if left out. */
export interface Terminal {
  readonly input?: Readable;
  readonly output?: Writable;
}

/** Asks the user; undefined if they cancel. */
export async function ask(
  { given, classes, fileFor, isTaken, messages }: PromptForm,
  terminal: Terminal = {},
): Promise<Answers | undefined> {
  const line = (message: string, initial = "", fault?: (answer: string) => string | undefined) => {
    const validate = (answer = "") => (isBlank(answer) ? messages.empty : fault?.(trimBlanks(answer)));
    return text({ message, initialValue: initial, validate, ...terminal });
  };
  const choice = () => {
    note(classes.map(({ title, definition }) => `${title}\n${definition}`).join("\n\n"), messages.classes, terminal);
    const options = classes.map(({ value, title }) => ({ value, label: title }));
    // the package's instructions are English only; ours are in the question
    return select<string>({ message: messages.askClass, options, showInstructions: false, ...terminal });
  };
  const cancelled = (): undefined => {
    cancel(messages.cancelled, terminal);
  };

  intro(messages.intro, terminal);
  const classification = given.classification ?? (await choice());
  if (isCancel(classification)) return cancelled();
  const vendor = given.vendor ?? (await line(messages.askVendor));
  if (isCancel(vendor)) return cancelled();
  const service = given.service ?? (await line(messages.askService));
  if (isCancel(service)) return cancelled();
  const taken = (file: string) => (isTaken(file) ? messages.alreadyThere : undefined);
  const output = given.output ?? (await line(messages.askFile, fileFor(trimBlanks(service)), taken));
  if (isCancel(output)) return cancelled();
  return { classification, vendor: trimBlanks(vendor), service: trimBlanks(service), output: trimBlanks(output) };
}
