import { lstatSync } from "node:fs";
import { parseArgs } from "node:util";
import { chooseLanguage } from "../messages/choose-language.ts";
import type { LanguageId } from "../messages/language.ts";
import { type Arguments, type Command, type CommandContext, type Option, type Options, UsageError } from "./command.ts";
import type { CliMessages } from "./messages/index.ts";
import { COMMON } from "./options.ts";

/** The language of the output: --lang, else the configuration, else the locale; `en*` is English, all else Japanese. */
export function languageOf(argv: readonly string[], configured: LanguageId | undefined, env: NodeJS.ProcessEnv): LanguageId {
  const { values } = parseArgs({ args: [...argv], options: COMMON, strict: false });
  const isValid = typeof values.lang === "string" && COMMON.lang.values.some((value) => value === values.lang);
  return chooseLanguage(isValid ? values.lang : configured, [localeOf(env)]);
}

function localeOf(env: NodeJS.ProcessEnv): string {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return /^en/i.test(locale) ? locale : "ja";
}

/** A first, lenient look at the command line: its words (the first names the command), switches and --config. */
export function outlineOf(argv: readonly string[], options: Options) {
  const { tokens, positionals, values } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const switches = tokens.flatMap((token) => (token.kind === "option" && token.value === undefined ? [token.name] : []));
  const config = typeof values.config === "string" ? values.config : undefined;
  return { words: positionals, switches: new Set(switches), config };
}

/** The first option that is also the name of a file here: a folder may hold it to have it read as an option (`check *.yaml`). */
export function fileAmongOptions(argv: readonly string[], options: Options): string | undefined {
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const given = tokens.flatMap(({ kind, index }) => (kind === "option" ? (argv[index] ?? []) : []));
  return given.find((argument) => lstatSync(argument, { throwIfNoEntry: false }) !== undefined);
}

/** Parses the arguments of a command. Throws a UsageError that names the option and its allowed values. */
export function readArguments(
  { options, operands, help }: Command,
  argv: readonly string[],
  { language, messages }: Pick<CommandContext, "language" | "messages">,
): Arguments {
  const allOptions: Options = { ...options, ...COMMON };
  // not strict: the errors of a strict parse are English only
  const { tokens } = parseArgs({ args: [...argv], options: allOptions, strict: false, tokens: true });
  const words: string[] = [];
  const given: { name: string; value: string }[] = [];
  const switches = new Set<string>();
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    const option = Object.hasOwn(allOptions, name) ? allOptions[name] : undefined;
    if (!option) throw new UsageError(messages.badOption(rawName));
    if (option.type === "boolean") {
      if (value !== undefined) throw new UsageError(messages.needlessValue(rawName));
      switches.add(name);
      continue;
    }
    // "-" alone names standard input or output
    if (!value || (!inlineValue && /^-./.test(value))) throw new UsageError(messages.noValue(rawName));
    given.push({ name, value: checkedValue(name, value, option, messages) });
  }
  // the first word names the command
  const named = words.slice(1);
  if (named.length < operands.least) throw new UsageError(messages.fewOperands(help[language].operands));
  if (named.length > operands.most) throw new UsageError(messages.manyOperands(named[operands.most] as string));
  const values = Object.entries(allOptions).map(([name, { type, multiple }]) => {
    const all = given.flatMap((option) => (option.name === name ? [option.value] : []));
    return [name, type === "boolean" ? switches.has(name) : multiple ? all : all.at(-1)];
  });
  return { operands: named, values: Object.fromEntries(values) as Arguments["values"], given };
}

/** A value that an option allows; compatibility characters are normalised (`Ⅰ` is `I`). */
function checkedValue(name: string, value: string, { values, form }: Option, messages: CliMessages): string {
  if (form && !form.test(value)) throw new UsageError(messages.badValue(`--${name}`, value, form.text));
  if (!values) return value;
  const plain = value.normalize("NFKC");
  if (!values.includes(plain)) throw new UsageError(messages.badValue(`--${name}`, value, values.join(" | ")));
  return plain;
}
