import { fieldAt } from "../../schema/format.ts";
import type { Path } from "../../yaml/node.ts";
import type { Rule } from "../rule.ts";
import { itemPaths, warning } from "./warning.ts";

/** A date in the future on which something is stated to have been done. */
export const dateInFuture: Rule = ({ profile, standard, format, today }) => {
  const ofRow = ({ no }: { no: string }): Path[] => [
    ...itemPaths(profile, ["assessment", no, "evidence"]).map((item) => [...item, "collected"]),
    ["assessment", no, "date"],
    ["assessment", no, "exception", "date"],
  ];
  return [["prepared", "date"], ...standard.rows.flatMap(ofRow)].flatMap((path) => {
    const date = profile.facts.value(path);
    if (typeof date !== "string" || date <= today) return [];
    return [
      warning(profile, "consistency.date-in-future", path, {
        fact: fieldAt(format, path)?.title ?? { ja: "日付", en: "date" },
        date,
      }),
    ];
  });
};
