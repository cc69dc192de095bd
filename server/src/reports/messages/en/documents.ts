import type { DocumentMessages } from "../documents-messages.ts";

/** Names of files in English. */
export const documents: DocumentMessages = {
  kinds: { report: "report", plan: "plan", comparison: "comparison" },
  onTrial: (classification) => `on-trial-as-class-${classification}`,
};
