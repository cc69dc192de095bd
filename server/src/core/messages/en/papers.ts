import type { PaperWords } from "../papers.ts";

/** Names of files in English. */
export const papers: PaperWords = {
  kinds: { report: "report", plan: "plan", comparison: "comparison" },
  onTrial: (classification) => `on-trial-as-class-${classification}`,
};
