import { parseArgs } from "node:util";
import type { LanguageId } from "../core/messages/language.ts";
import { isDate } from "../core/schema/formats.ts";
import { chooseLanguage } from "../language.ts";
import type { FixMode } from "./fix.ts";
import type { Prose } from "./prose.ts";

/** The output formats. */
export const FORMATS = ["pretty", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** What `check` was asked to do. */
export interface CheckArguments {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly classification: string | undefined;
  readonly asOf: string | undefined;
  readonly fix: FixMode | undefined;
}

/** A command line that cannot be understood; the message is for the user. */
export class UsageError extends Error {}

/** Every option, for all commands. */
export const OPTIONS = {
  format: { type: "string", short: "f" },
  class: { type: "string", short: "c" },
  "as-of": { type: "string" },
  lang: { type: "string" },
  fix: { type: "boolean" },
  "fix-dry-run": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" },
} as const;

/** The language of the output: --lang, else the locale; `en*` is English, all else Japanese. Looked at before anything else. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): LanguageId {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS, strict: false });
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return chooseLanguage(values.lang, [/^en/i.test(locale) ? locale : "ja"]);
}

/** Reads the command line: the command and its positional arguments, and the options. Throws a UsageError. */
export function parse(argv: readonly string[], prose: Prose) {
  // not strict, for the errors of a strict parse speak one language
  const { tokens } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, tokens: true });
  const positionals: string[] = [];
  const values: Partial<Record<keyof typeof OPTIONS, string>> = {};
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (!isOption(name)) throw new UsageError(prose.badOption(rawName));
    const takesValue = OPTIONS[name].type === "string";
    if (takesValue && (value === undefined || (!token.inlineValue && value.startsWith("-"))))
      throw new UsageError(prose.noValue(rawName));
    if (!takesValue && value !== undefined) throw new UsageError(prose.needlessValue(rawName));
    values[name] = value ?? "";
  }
  return { positionals, values };
}

function isOption(name: string): name is keyof typeof OPTIONS {
  return Object.hasOwn(OPTIONS, name);
}

/** The arguments of `check`. Throws a UsageError that names the option and what it may be. */
export function checkArguments(
  { positionals, values }: ReturnType<typeof parse>,
  classes: readonly string[],
  prose: Prose,
): CheckArguments {
  const { format = "pretty", class: classification, "as-of": asOf, lang } = values;
  const oneOf = <T extends string>(option: string, value: string, allowed: readonly T[]): T => {
    if (!allowed.includes(value as T)) throw new UsageError(prose.badValue(option, value, allowed.join(" | ")));
    return value as T;
  };
  if (lang !== undefined) oneOf("--lang", lang, ["ja", "en"]);
  if (asOf !== undefined && !isDate(asOf)) throw new UsageError(prose.badValue("--as-of", asOf, "YYYY-MM-DD"));
  return {
    paths: positionals,
    format: oneOf("--format", format, FORMATS),
    classification: classification === undefined ? undefined : oneOf("--class", classification, classes),
    asOf,
    fix: fixMode({ positionals, values }, prose),
  };
}

function fixMode({ positionals, values }: ReturnType<typeof parse>, prose: Prose): FixMode | undefined {
  const { fix, "fix-dry-run": dryRun, format = "pretty" } = values;
  if (fix !== undefined && dryRun !== undefined) throw new UsageError(prose.notTogether("--fix", "--fix-dry-run"));
  if (fix !== undefined && positionals.includes("-")) throw new UsageError(prose.fixStandardInput);
  if (dryRun !== undefined && format !== "pretty") throw new UsageError(prose.notTogether("--fix-dry-run", `--format ${format}`));
  if (fix !== undefined) return "write";
  return dryRun === undefined ? undefined : "diff";
}
