import type { CompletionWords } from "../../../messages/language.ts";

const boolean = (value: boolean) => (value ? "yes" : "no");

/** Completion in English. */
export const completion: CompletionWords = {
  boolean,
  answer: (fact, value) => `${fact}: ${boolean(value)}`,
  today: "today",
  profile: (classification) => `Profile (class ${classification})`,
  anchor: (line) => `line ${line}`,
  decides: (rows) => `Requirements decided by this fact: ${rows.join(", ")}`,
};
