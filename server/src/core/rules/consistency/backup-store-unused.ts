import type { Rule } from "../rule.ts";
import { itemPaths, warning } from "./warning.ts";

/** A backup store in a profile that states that there are no backups. */
export const backupStoreUnused: Rule = ({ profile }) => {
  const backups = profile.facts.at(["dataLocation", "backups"]);
  if (backups.state !== "stated" || backups.node.kind !== "list" || backups.node.items.length > 0) return [];
  return itemPaths(profile, ["encryption", "atRest"])
    .map((item) => [...item, "role"])
    .filter((role) => profile.facts.value(role) === "backup")
    .map((role) => warning(profile, "consistency.backup-store-unused", role, {}));
};
