import { type Field, vocabularyOf } from "../../core/schema/format.ts";
import type { LanguageId } from "../../messages/language.ts";
import { kindOf } from "../answer.ts";
import type { Asked, AskedMessages } from "../messages/questionnaire-messages.ts";
import { EACH, type Question } from "../outline.ts";
import type { FormContext } from "./context.ts";

/** In characters, for all choices of a question together. */
const MAX_MEANINGS_LENGTH = 330;

/** The question for a fact: its own wording if it has one, or else the field's title and description. */
export function askedOf({ messages: { asked }, language }: FormContext, path: readonly string[], field: Field): AskedMessages {
  const names = [path, ...path.map((_, index) => path.map((step, at) => (at === index ? EACH : step)))];
  const key = names.map((name) => name.join(".")).find((name): name is Asked => Object.hasOwn(asked, name));
  return key === undefined ? titled(field, language) : asked[key];
}

/** The question for a fact by the field's title and description. */
export function titled({ title, description }: Field, language: LanguageId): AskedMessages {
  const explanation = description?.[language];
  return explanation === undefined ? [title[language]] : [title[language], explanation];
}

/** Explains a question: the explanation, how to answer, and what the choices mean. */
export function explained(context: FormContext, question: Question, explanation = ""): string {
  const { messages } = context;
  const { field, one, isList } = question;
  const { format } = context.bundle;
  const canBeEmpty = isList && !field.minItems && vocabularyOf(format, one) !== undefined;
  const how = messages.how(kindOf(format, one), isList, canBeEmpty && !explanation.includes(messages.none));
  return [explanation, how, ...meaningsOf(context, one)].filter((text) => text !== "").join("\n");
}

/** What the choices mean; empty if that is too long. */
function meaningsOf({ bundle: { format }, language, messages }: FormContext, field: Field): string[] {
  const values = Object.values(vocabularyOf(format, field)?.values ?? {});
  const lines = values.flatMap(({ description, ...title }) =>
    description ? [messages.meaning(title[language], description[language])] : [],
  );
  return lines.join("").length > MAX_MEANINGS_LENGTH ? [] : lines;
}
