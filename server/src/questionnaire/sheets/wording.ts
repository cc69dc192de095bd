import { type Field, vocabularyOf } from "../../core/schema/format.ts";
import type { LanguageId } from "../../messages/language.ts";
import { kindOf } from "../answer.ts";
import type { Asked, AskedMessages } from "../messages/questionnaire-messages.ts";
import { EACH, type Question } from "../outline.ts";
import type { FormContext } from "./context.ts";

/** What explains a choice may be this long altogether. */
const MAX_MEANINGS_LENGTH = 330;

/** A fact as it is asked: in words of its own, or by its title. */
export function askedOf({ words: { asked }, language }: FormContext, path: readonly string[], field: Field): AskedMessages {
  const names = [path, ...path.map((_, index) => path.map((step, at) => (at === index ? EACH : step)))];
  const known = names.map((name) => name.join(".")).find((name): name is Asked => Object.hasOwn(asked, name));
  return known === undefined ? titled(field, language) : asked[known];
}

/** A fact by its title and description. */
export function titled({ title, description }: Field, language: LanguageId): AskedMessages {
  const explanation = description?.[language];
  return explanation === undefined ? [title[language]] : [title[language], explanation];
}

/** What helps to answer a question: what explains it, how to answer, and what the choices mean. */
export function explained(context: FormContext, question: Question, explanation = ""): string {
  const { words } = context;
  const { field, one, isList } = question;
  const { format } = context.bundle;
  const canBeEmpty = isList && !field.minItems && vocabularyOf(format, one) !== undefined;
  const how = words.how(kindOf(format, one), isList, canBeEmpty && !explanation.includes(words.none));
  return [explanation, how, ...meaningsOf(context, one)].filter((text) => text !== "").join("\n");
}

/** What the choices mean, where that is short. */
function meaningsOf({ bundle: { format }, language, words }: FormContext, field: Field): string[] {
  const values = Object.values(vocabularyOf(format, field)?.values ?? {});
  const lines = values.flatMap(({ description, ...title }) =>
    description ? [words.meaning(title[language], description[language])] : [],
  );
  return lines.join("").length > MAX_MEANINGS_LENGTH ? [] : lines;
}
