import type { LanguageId } from "../../messages/language.ts";
import { languages } from "../../messages/render.ts";
import type { ConfigFaults, ConfigProblem } from "../read.ts";
import { config as en } from "./en.ts";
import { config as ja } from "./ja.ts";

/** What is said of configurations. */
export interface ConfigWords {
  /** What is wrong, and what may stand there. What is wrong with it as YAML is said as it is of profiles. */
  readonly what: { readonly [K in Exclude<keyof ConfigFaults, "yaml">]: (data: ConfigFaults[K]) => string };
  /** Nothing was found where a configuration says what is a profile. */
  readonly nothingFound: (paths: readonly string[], globs: readonly string[]) => string;
}

const words: Readonly<Record<LanguageId, ConfigWords>> = { ja, en };

/** What is said of configurations, in a language. */
export function configWords(language: LanguageId): ConfigWords {
  return words[language];
}

/** A configuration's problem in words, on one line. */
export function configText(problem: ConfigProblem, language: LanguageId): string {
  if (problem.fault === "yaml") {
    const { kind, text } = problem.data;
    return languages[language].what[`yaml.${kind}`](text === undefined ? {} : { text });
  }
  // the union ties each fault to its data; indexing by fault loses the tie
  const say = words[language].what[problem.fault] as (data: unknown) => string;
  return say(problem.data);
}
