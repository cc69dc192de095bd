import { fieldAt } from "../../schema/format.ts";
import type { Rule } from "../rule.ts";
import { warning } from "./warning.ts";

/** Facts about a cryptographic erase where another method is stated. */
export const erasureFlagsUnused: Rule = ({ profile, format }) =>
  ["atTermination", "atDisposal"].flatMap((when) => {
    const method = profile.facts.value(["erasure", when, "method"]);
    if (typeof method !== "string" || method === "cryptographic-erase") return [];
    return ["encryptedSinceFirstWrite", "allKeyCopiesDestroyed"].flatMap((flag) => {
      const path = ["erasure", when, flag];
      const fact = fieldAt(format, path)?.title ?? { ja: flag, en: flag };
      return profile.facts.at(path).state !== "stated"
        ? []
        : [warning(profile, "consistency.erasure-flags-unused", path, { fact, method })];
    });
  });
