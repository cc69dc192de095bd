import type { FormMessages } from "../forms-messages.ts";

/** Of questionnaires, in English. */
export const forms: FormMessages = {
  kind: "questionnaire",
  gone: "The file is gone, or cannot be read.",
  broken: "Some of it cannot be read as YAML. See “Problems”, and mend it first.",
  noProfile: "It has nothing of a profile (keys with values).",
  apart: (places) => `Moved to the sheet “Other”, for it fits no cell of the questionnaire: ${places.join(", ")}`,
};
