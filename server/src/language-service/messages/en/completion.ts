import { explanation } from "../../../messages/en/explanation.ts";
import type { CompletionMessages } from "../types.ts";

/** Completion in English. */
export const completion: CompletionMessages = {
  answer: (fact, value) => `${fact}: ${explanation.boolean(value)}`,
  today: "today",
  profile: (classification) => `Profile (class ${classification})`,
  anchor: (line) => `line ${line}`,
  decides: (rows) => `Requirements decided by this fact: ${rows.join(", ")}`,
};
