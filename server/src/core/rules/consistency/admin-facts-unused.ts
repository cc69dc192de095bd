import { fieldAt } from "../../schema/format.ts";
import { isUnstated, nodeAt } from "../../yaml/node.ts";
import type { Rule } from "../rule.ts";
import { warning } from "./warning.ts";

/** Facts about an administrator's log-in in a profile that states that there is none. */
export const adminFactsUnused: Rule = ({ profile, format }) =>
  ["provider", "customer"].flatMap((name) => {
    const path = ["authentication", name];
    if (profile.facts.value([...path, "adminLogin"]) !== "none") return [];
    const group = nodeAt(profile.root, path);
    const unused =
      group?.kind === "map"
        ? group.entries.find((entry) => entry.name !== "adminLogin" && !entry.name.startsWith("x-") && !isUnstated(entry.value))
        : undefined;
    if (!unused) return [];
    return [
      warning(profile, "consistency.admin-facts-unused", [...path, unused.name], {
        group: fieldAt(format, path)?.title ?? { ja: name, en: name },
      }),
    ];
  });
