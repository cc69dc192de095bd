import type { JsonAnswer, RequirementParams } from "../../../../protocol/requests.ts";
import { topicsOf } from "../../messages/explain/topics.ts";
import { coreMessages } from "../../messages/render.ts";
import { topicsJson } from "../../reports/json/topics.ts";
import type { ViewContext } from "./context.ts";

/** What `explain --format json` prints for a term; null if it is unknown. */
export async function requirementAnswer({ word }: RequirementParams, { bundle, language }: ViewContext): Promise<JsonAnswer> {
  const topics = topicsOf(word, bundle);
  return topics.length === 0 ? null : { json: topicsJson(topics, bundle, coreMessages[language()]) };
}
