import type { Bundle } from "../core/analysis/analyze.ts";
import type { LanguageId } from "../messages/language.ts";
import type { FolderConfig } from "./config.ts";
import type { IO } from "./io.ts";
import type { CliMessages } from "./messages/index.ts";

/** 0 all is well; 1 some profile does not conform; 2 wrong usage or unreadable input; 3 an internal fault. */
export type ExitStatus = 0 | 1 | 2 | 3;

/** A command line that cannot be understood; the message is for the user. */
export class UsageError extends Error {}

/** What stands in the way of a command's work, and is none of our faults; the message is for the user. */
export class Refusal extends Error {}

/** An option of a command. */
export interface Option {
  readonly type: "string" | "boolean";
  readonly short?: string;
  /** Whether it may be given several times. */
  readonly multiple?: boolean;
  /** The values that it may have; any where left out. */
  readonly values?: readonly string[];
  /** The form of its values, where they cannot be listed. */
  readonly form?: { readonly text: string; readonly test: (value: string) => boolean };
  /** Whether it takes the name of a file, for a shell to complete. */
  readonly isFile?: boolean;
}

export type Options = Readonly<Record<string, Option>>;

/** What is given for options: of one that may be given once the last value, of a switch whether it is given. */
export type Values<O extends Options> = {
  readonly [K in keyof O]: O[K]["type"] extends "boolean"
    ? boolean
    : O[K] extends { readonly multiple: true }
      ? readonly string[]
      : string | undefined;
};

/** What stands behind a command besides options: the names of files or rows. */
export interface Operands {
  readonly least: number;
  readonly most: number;
  /** What a shell completes: files, or these words. */
  readonly words?: readonly string[];
}

/** What was asked of a command. */
export interface Arguments<O extends Options = Options> {
  readonly operands: readonly string[];
  readonly values: Values<O>;
  /** The options that take a value, in the order in which they were given. */
  readonly given: readonly { readonly name: string; readonly value: string }[];
}

/** What a command is given besides its arguments. */
export interface CommandContext {
  readonly language: LanguageId;
  readonly messages: CliMessages;
  readonly bundle: Bundle;
  /** What the configuration says; of a command that takes none, and where there is none, nothing. */
  readonly config: FolderConfig;
  readonly io: IO;
  /** All there are. */
  readonly commands: readonly Command[];
}

/** What a command's help says, in one language. */
export interface CommandHelp<Name extends string = string> {
  /** One line. */
  readonly summary: string;
  /** What the operands are called behind the command's name, e.g. [PATH…]; empty where it has none. */
  readonly operands: string;
  /** Paragraphs. */
  readonly description: readonly string[];
  /** Of each option what its value is called, or nothing for a switch, and what it does. */
  readonly options: Readonly<Record<Name, readonly [value: string, text: string]>>;
  /** Further paragraphs under headings of their own. */
  readonly sections?: readonly (readonly [heading: string, ...paragraphs: string[]])[];
  readonly exit: readonly (readonly [status: string, meaning: string])[];
  /** Command lines, and what each does. */
  readonly examples: readonly (readonly [line: string, text: string])[];
}

/** A command's help in both languages. */
export type Help<O extends Options> = Readonly<Record<LanguageId, CommandHelp<Extract<keyof O, string>>>>;

/** One command of the command line. */
export interface Command<O extends Options = Options> {
  readonly name: string;
  readonly operands: Operands;
  readonly options: O;
  readonly help: Help<O>;
  readonly run: (args: Arguments<O>, context: CommandContext) => Promise<ExitStatus>;
}

/** A command, its arguments typed by its options. */
export function command<const O extends Options>(command: Command<O>): Command {
  // what is asked of it has been read by its own options
  return command as unknown as Command;
}
