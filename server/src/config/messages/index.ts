import type { LanguageId } from "../../messages/language.ts";
import { coreMessages } from "../../messages/render.ts";
import type { ConfigProblem } from "../problem.ts";
import { config as en } from "./en.ts";
import { config as ja } from "./ja.ts";
import type { ConfigMessages } from "./types.ts";

const MESSAGES: Readonly<Record<LanguageId, ConfigMessages>> = { ja, en };

export function configMessages(language: LanguageId): ConfigMessages {
  return MESSAGES[language];
}

/** The message for a configuration's problem, on one line. */
export function configText(problem: ConfigProblem, language: LanguageId): string {
  if (problem.fault === "yaml") {
    const { kind, text } = problem.data;
    return coreMessages[language].what[`yaml.${kind}`](text === undefined ? {} : { text });
  }
  // The union ties each fault to its data, but indexing by fault loses that tie.
  const message = MESSAGES[language].what[problem.fault] as (data: unknown) => string;
  return message(problem.data);
}
