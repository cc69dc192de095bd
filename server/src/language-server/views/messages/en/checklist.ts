import type { ChecklistTexts } from "../checklist-messages.ts";

/** The checklist in English. */
export const checklist: ChecklistTexts = {
  title: (name) => `Checklist: ${name}`,
  unchanged: "The file is not changed.",
  choose: "Choose a class to try. The file is not changed.",
  filters: { unmet: "Not met", unknown: "Not stated", required: "Required" },
  filtered: {
    unmet: "Show only requirements that are not met, and not replaced by another",
    unknown: "Show only requirements that cannot be judged because facts are not stated",
    required: "Show only what is required",
  },
  rows: (count) => `${count} ${count === 1 ? "row" : "rows"}`,
  view: {
    filter: "Filter",
    nothingFiltered: "No requirement to show.",
    assume: "Class to judge as",
    assumeStated: "Back to the class stated",
    profile: "Profile",
    export: "Export",
    copy: "Copy",
    print: "Print",
    details: "The standard’s words",
    goToFacts: "Go to the facts",
    atCursor: "Requirement at the cursor",
  },
};
