import type { JsonAnswer, RequirementParams } from "../../../protocol/desk.ts";
import { topicsOf } from "../core/explain/topics.ts";
import { topicsJson } from "../core/json/topics.ts";
import { languages } from "../core/messages/render.ts";
import type { Desk } from "./desk.ts";

/** What `explain --format json` prints of a word. */
export async function requirementAnswer({ word }: RequirementParams, { bundle, language }: Desk): Promise<JsonAnswer> {
  const topics = topicsOf(word, bundle);
  return topics.length === 0 ? null : { json: topicsJson(topics, bundle, languages[language()]) };
}
