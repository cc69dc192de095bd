import { resolvePath } from "../../evaluation/facts.ts";
import { passes } from "../../evaluation/predicate.ts";
import type { Rule } from "../rule.ts";
import { itemPaths, warning } from "./warning.ts";

/** A pending renewal of a certificate that a renewal does not keep valid; the standard's data lists those that it does. */
export const renewalNotIsmap: Rule = ({ profile: { facts }, profile, standard, today }) =>
  standard.rows.flatMap(({ expiry }) => {
    const renewable = expiry?.renewable;
    if (!renewable) return [];
    return itemPaths(profile, ["certifications"]).flatMap((item) => {
      const schemePath = resolvePath(renewable.fact, item);
      const scheme = facts.at(schemePath);
      const path = [...item, "renewalPending"];
      if (scheme.state !== "stated" || facts.at(path).state !== "stated") return [];
      if (passes(renewable.is, scheme.node, schemePath, facts, today)) return [];
      return [
        warning(profile, "consistency.renewal-not-ismap", path, {
          scheme: String(facts.value(schemePath)),
          renewable: renewable.is.enum ?? [],
        }),
      ];
    });
  });
