import type { LanguageId } from "../../messages/language.ts";
import type { Command, Options } from "../command.ts";
import { completionsMessages } from "../messages/completions.ts";
import { cliMessages } from "../messages/index.ts";
import { COMMON } from "../options.ts";

/** The name of the program. */
export const PROGRAM = "vendor-profile";

/** Everything that completion scripts offer, with descriptions. */
export interface Table {
  /** In the order of the help, which itself comes last. */
  readonly commands: readonly Entry[];
  /** The options before a command. */
  readonly options: readonly Flag[];
}

/** A command. */
export interface Entry {
  readonly name: string;
  readonly text: string;
  readonly options: readonly Flag[];
  /** What follows it besides options. */
  readonly operands: Completed;
}

/** An option. */
export interface Flag {
  readonly name: string;
  readonly short: string | undefined;
  readonly text: string;
  /** Whether it may be repeated. */
  readonly isMultiple: boolean;
  /** Its value; undefined for a switch. */
  readonly value: Completed | undefined;
}

/** What to complete: these words, file names, or nothing that a shell can know. */
export type Completed =
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "files" }
  | { readonly kind: "nothing" };

/** The table of the command line, in one language. */
export function tableOf(commands: readonly Command[], language: LanguageId): Table {
  const common = flags(COMMON, cliMessages[language].common);
  const entries = commands.map(({ name, operands, options, help }): Entry => {
    const { summary, options: texts } = help[language];
    return { name, text: summary, options: [...flags(options, texts), ...common], operands: completedOperands(operands) };
  });
  const words = entries.map(({ name }) => name);
  const help: Entry = {
    name: "help",
    text: completionsMessages[language].help,
    options: common,
    operands: { kind: "words", words },
  };
  return { commands: [...entries, help], options: common };
}

function flags(options: Options, texts: Readonly<Record<string, readonly [string, string]>>): Flag[] {
  return Object.entries(options).map(([name, { type, short, multiple, values, isFile }]) => ({
    name,
    short,
    text: (texts[name]?.[1] ?? "").replace(/\s+/g, " "),
    isMultiple: multiple === true,
    value: type === "boolean" ? undefined : completed(values, isFile === true),
  }));
}

function completedOperands({ most, words }: Command["operands"]): Completed {
  return completed(words, most > 0);
}

function completed(words: readonly string[] | undefined, isFile: boolean): Completed {
  if (words) return { kind: "words", words };
  return isFile ? { kind: "files" } : { kind: "nothing" };
}

/** The spellings of an option: short, if it has one, and long. */
export function spellings({ name, short }: Flag): string[] {
  return [...(short === undefined ? [] : [`-${short}`]), `--${name}`];
}
