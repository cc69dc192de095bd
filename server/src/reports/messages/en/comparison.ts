import type { ComparisonMessages } from "../comparison-messages.ts";

export const comparison: ComparisonMessages = {
  verdict: (classification, verdict) => (classification === null ? verdict : `Class ${classification}: ${verdict}`),
  byClass: "Verdict by class",
  ofClass: (classTitle, verdict) => `${classTitle}: ${verdict}`,
  view: {
    differences: "Differences only",
    nothingDiffers: "Nothing differs.",
    open: "Open the profile",
    remove: "Remove from the comparison",
  },
};
