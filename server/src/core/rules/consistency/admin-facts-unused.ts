import { fieldAt } from "../../schema/format.ts";
import { isUnstated, nodeAt } from "../../yaml/node.ts";
import type { Rule } from "../rule.ts";
import { warning } from "./warning.ts";

/** Facts about a log-in beside the statement that there is nothing to log in to. */
export const adminFactsUnused: Rule = ({ profile, format }) =>
  ["provider", "customer"].flatMap((name) => {
    const path = ["authentication", name];
    if (profile.facts.value([...path, "adminLogin"]) !== "none") return [];
    const group = nodeAt(profile.root, path);
    const other =
      group?.kind === "map"
        ? group.entries.find((entry) => entry.name !== "adminLogin" && !entry.name.startsWith("x-") && !isUnstated(entry.value))
        : undefined;
    if (!other) return [];
    return [
      warning(profile, "consistency.admin-facts-unused", [...path, other.name], {
        group: fieldAt(format, path)?.title ?? { ja: name, en: name },
      }),
    ];
  });
