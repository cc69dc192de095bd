import type { Group, ProfilesMessages } from "../profiles-messages.ts";

/** Singular and plural. */
const counted: Readonly<Record<Group, readonly [string, string]>> = {
  nonconforming: ["does not conform", "do not conform"],
  invalid: ["invalid", "invalid"],
  unread: ["cannot be read", "cannot be read"],
  undetermined: ["undetermined", "undetermined"],
  conforming: ["conforms", "conform"],
  "not-applicable": ["not applicable", "not applicable"],
};

/** The list of profiles in English. */
export const profiles: ProfilesMessages = {
  groups: {
    nonconforming: "Does not conform",
    invalid: "Invalid",
    unread: "Cannot be read",
    undetermined: "Undetermined",
    conforming: "Conforms",
    "not-applicable": "Not applicable",
  },
  count: (group, count) => `${count} ${counted[group][count === 1 ? 0 : 1]}`,
  classification: (classification) => `Class ${classification}`,
  noClass: "No class",
  numbered: (file, number) => `${file} (profile ${number})`,
  more: (count) => `${count} more`,
  failing: (count) => `${count} ${count === 1 ? "does" : "do"} not conform, or cannot be judged as written`,
  filtered: (titles, shown, total) => `Filter: ${titles.join(", ")}. ${shown} of ${total} shown, ${total - shown} hidden.`,
};
