import type { PaperWords } from "../documents-messages.ts";

/** Names of files in English. */
export const papers: PaperWords = {
  kinds: { report: "report", plan: "plan", comparison: "comparison" },
  onTrial: (classification) => `on-trial-as-class-${classification}`,
};
