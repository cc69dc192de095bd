import { resolvePath } from "../../evaluation/facts.ts";
import { passes } from "../../evaluation/predicate.ts";
import type { Rule } from "../rule.ts";
import { itemPaths, warning } from "./warning.ts";

/** A pending renewal of a certificate that does not stay valid by one; which do, the standard's data says. */
export const renewalNotIsmap: Rule = ({ profile: { facts }, profile, standard, today }) =>
  standard.rows.flatMap(({ expiry }) => {
    const renewable = expiry?.renewable;
    if (!renewable) return [];
    return itemPaths(profile, ["certifications"]).flatMap((item) => {
      const at = resolvePath(renewable.fact, item);
      const scheme = facts.at(at);
      const path = [...item, "renewalPending"];
      if (scheme.state !== "stated" || facts.at(path).state !== "stated" || passes(renewable.is, scheme.node, at, facts, today))
        return [];
      return [
        warning(profile, "consistency.renewal-not-ismap", path, {
          scheme: String(facts.value(at)),
          renewable: renewable.is.enum ?? [],
        }),
      ];
    });
  });
