import type { Rule } from "../rule.ts";
import { itemPaths, warning } from "./warning.ts";

/** A pending renewal of a certificate that does not stay valid by one. */
export const renewalNotIsmap: Rule = ({ profile }) =>
  itemPaths(profile, ["certifications"]).flatMap((item) => {
    const scheme = profile.facts.value([...item, "scheme"]);
    const path = [...item, "renewalPending"];
    if (typeof scheme !== "string" || scheme.startsWith("ISMAP") || profile.facts.at(path).state === "unstated") return [];
    return [warning(profile, "consistency.renewal-not-ismap", path, { scheme })];
  });
