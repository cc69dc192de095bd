import type { FormMessages } from "../forms-messages.ts";

/** Messages about making questionnaires, in English. */
export const forms: FormMessages = {
  kind: "questionnaire",
  gone: "The file is gone or cannot be read.",
  broken: "Parts of it are not valid YAML. See “Problems” and fix them first.",
  noProfile: "It contains no profile (keys with values).",
  apart: (places) => `Moved to the sheet “Other” because the questionnaire has no cell for it: ${places.join(", ")}`,
};
