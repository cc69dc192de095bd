import type { DocumentMessages } from "../documents-messages.ts";

export const documents: DocumentMessages = {
  kinds: { report: "report", plan: "plan", comparison: "comparison" },
  onTrial: (classification) => `on-trial-as-class-${classification}`,
};
