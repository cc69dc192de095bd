import type { Bundle } from "../core/analysis/analyze.ts";
import type { LanguageId } from "../messages/language.ts";
import type { FolderConfig } from "./config.ts";
import type { IO } from "./io.ts";
import type { CliMessages } from "./messages/index.ts";

/** 0 success; 1 some profile does not conform; 2 wrong usage or unreadable input; 3 internal error. */
export type ExitStatus = 0 | 1 | 2 | 3;

/** A wrong command line; the message is for the user. */
export class UsageError extends Error {}

/** A command cannot do its work, through no bug of ours; the message is for the user. */
export class Refusal extends Error {}

/** An option of a command. */
export interface Option {
  readonly type: "string" | "boolean";
  readonly short?: string;
  /** Whether it may be repeated. */
  readonly multiple?: boolean;
  /** The allowed values; any if left out. */
  readonly values?: readonly string[];
  /** The form of its values, if they cannot be listed. */
  readonly form?: { readonly text: string; readonly test: (value: string) => boolean };
  /** Whether shells complete file names for it. */
  readonly isFile?: boolean;
}

export type Options = Readonly<Record<string, Option>>;

/** The values of options: a switch is true if given, and of a repeated option that is not `multiple` the last value counts. */
export type Values<O extends Options> = {
  readonly [K in keyof O]: O[K]["type"] extends "boolean"
    ? boolean
    : O[K] extends { readonly multiple: true }
      ? readonly string[]
      : string | undefined;
};

/** The arguments of a command that are not options: names of files or rows. */
export interface Operands {
  readonly least: number;
  readonly most: number;
  /** The words that shells complete; file names if left out. */
  readonly words?: readonly string[];
}

/** The parsed arguments of a command. */
export interface Arguments<O extends Options = Options> {
  readonly operands: readonly string[];
  readonly values: Values<O>;
  /** The options that take a value, in the order of the command line. */
  readonly given: readonly { readonly name: string; readonly value: string }[];
}

/** What a command gets besides its arguments. */
export interface CommandContext {
  readonly language: LanguageId;
  readonly messages: CliMessages;
  readonly bundle: Bundle;
  /** The configuration; the empty one if none was found. */
  readonly config: FolderConfig;
  readonly io: IO;
  /** All commands. */
  readonly commands: readonly Command[];
}

/** The help of a command in one language. */
export interface CommandHelp<Name extends string = string> {
  /** One line. */
  readonly summary: string;
  /** The operands in the usage line, e.g. [PATH…]; empty if it has none. */
  readonly operands: string;
  /** Paragraphs. */
  readonly description: readonly string[];
  /** For each option the name of its value (empty for a switch), and what it does. */
  readonly options: Readonly<Record<Name, readonly [value: string, text: string]>>;
  /** More paragraphs under their own headings. */
  readonly sections?: readonly (readonly [heading: string, ...paragraphs: string[]])[];
  readonly exit: readonly (readonly [status: string, meaning: string])[];
  /** Command lines, and what each does. */
  readonly examples: readonly (readonly [line: string, text: string])[];
}

/** The help of a command in both languages. */
export type Help<O extends Options> = Readonly<Record<LanguageId, CommandHelp<Extract<keyof O, string>>>>;

/** One command. */
export interface Command<O extends Options = Options> {
  readonly name: string;
  readonly operands: Operands;
  readonly options: O;
  readonly help: Help<O>;
  readonly run: (args: Arguments<O>, context: CommandContext) => Promise<ExitStatus>;
}

/** Defines a command; its options give the types of its arguments. */
export function command<const O extends Options>(command: Command<O>): Command {
  // safe: readArguments reads the arguments by these very options
  return command as unknown as Command;
}
