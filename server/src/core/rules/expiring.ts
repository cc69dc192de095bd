import { evaluate } from "../evaluation/evaluate.ts";
import { resolvePath } from "../evaluation/facts.ts";
import { places } from "../evaluation/trace.ts";
import { resultOf } from "../evaluation/verdict.ts";
import { make } from "../findings/make.ts";
import { obligationOf } from "../standard/standard.ts";
import { placeOf } from "../yaml/location.ts";
import type { Path } from "../yaml/node.ts";
import { subjectOf } from "./reason.ts";
import type { Rule } from "./rule.ts";

/** `<row>.expiring`: every list item that meets the row expires soon. */
export const expiring: Rule = (context) => {
  const { profile, standard, today } = context;
  const { judgedAs: classification, facts, root } = profile;
  if (classification === null) return [];
  return standard.rows.flatMap((row) => {
    const { status, trace } = resultOf(profile.rows, row.no);
    const { expiry } = row;
    if (!expiry || status !== "met" || !["required", "recommended"].includes(obligationOf(row, classification))) return [];
    const list = places(trace).find((place) => place.kind === "some");
    if (list?.kind !== "some") return [];
    const items = list.children.flatMap((child, index) => (child.status === "met" ? [[...list.path, index]] : []));
    const limit = addDays(today, expiry.days);
    const dates = items.map((item) => resolvePath(expiry.fact, item)).map((path) => ({ path, date: facts.value(path) }));
    // the row stays met until the last of these dates
    const [first, ...others] = dates.sort((a, b) => (String(a.date) < String(b.date) ? 1 : -1));
    if (!first || dates.some(({ date }) => typeof date !== "string" || date > limit)) return [];
    const evaluation = { facts, today, rowStatus: (no: string) => resultOf(profile.rows, no).status };
    const { unless } = expiry;
    if (unless && items.some((item) => evaluate(unless, evaluation, item).status === "met")) return [];
    const spanOf = (path: Path) => placeOf(root, path, profile.anchor);
    const related = others.map(({ path, date }) => ({
      path,
      span: spanOf(path),
      reason: { ...subjectOf(path, context), state: "other" as const, value: String(date) },
    }));
    return [
      make(
        profile.index,
        "expiring",
        "warning",
        { path: first.path, span: spanOf(first.path), related },
        { row, classification, date: String(first.date) },
        row.no,
      ),
    ];
  });
};

/** The date so many days later, YYYY-MM-DD. */
function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
