import { resolvePath } from "../evaluation/facts.ts";
import { passes } from "../evaluation/predicate.ts";
import { places } from "../evaluation/trace.ts";
import { resultOf } from "../evaluation/verdict.ts";
import { make } from "../findings/make.ts";
import { isJudged } from "../standard/standard.ts";
import { nodeAt } from "../yaml/node.ts";
import { subjectOf } from "./reason.ts";
import type { Rule } from "./rule.ts";

/** `<row>.legacy`: an item that meets the row also has outdated values. */
export const legacy: Rule = (context) => {
  const { profile, standard, today } = context;
  const { judgedAs: classification, facts, root } = profile;
  if (classification === null || !isJudged(standard, classification)) return [];
  return standard.rows.flatMap((row) => {
    const declared = row.legacy;
    if (!declared) return [];
    const listPath = resolvePath(declared.list, []);
    const list = places(resultOf(profile.rows, row.no).trace).find(
      (place) => place.kind === "every" && place.path.join() === listPath.join(),
    );
    if (list?.kind !== "every") return [];
    return list.children.flatMap((child, index) => {
      const valuesPath = resolvePath(declared.fact, [...listPath, index]);
      const values = nodeAt(root, valuesPath);
      if (child.status !== "met" || values?.kind !== "list") return [];
      const outdated = values.items.flatMap((item, index) => {
        const path = [...valuesPath, index];
        return passes(declared.values, item, path, facts, today) && !facts.isInvalid(path) ? [{ item, path }] : [];
      });
      const [first] = outdated;
      if (!first) return [];
      const { path } = first;
      const reason = { ...subjectOf(path, context), state: "other" as const };
      const data = {
        row,
        classification,
        reason,
        values: outdated.map(({ item }) => (item.kind === "scalar" ? String(item.value) : "")),
      };
      return [make(profile.index, "legacy", "warning", { path, span: first.item.span }, data, row.no)];
    });
  });
};
