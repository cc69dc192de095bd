import type { RuleContext } from "../evaluation/profile.ts";
import { type Decider, deciders, type ListTrace, openDeciders, places, type Trace } from "../evaluation/trace.ts";
import { type Duty, type RowResult, resultOf } from "../evaluation/verdict.ts";
import type { Alternative, AnyFinding, Payloads, Reason, Related } from "../findings/finding.ts";
import { make } from "../findings/make.ts";
import type { Row } from "../standard/standard.ts";
import type { Status } from "../standard/status.ts";
import { type Path, pointer } from "../yaml/node.ts";
import { itemOf, type Placed, placeDecider, related } from "./reason.ts";
import type { Rule } from "./rule.ts";

/** `<row>.unmet` and `<row>.unstated`: the duties of the class that are not met or cannot be judged. */
export const duties: Rule = (context) =>
  context.profile.duties.flatMap((duty) => {
    if (duty.status === "unmet") return duty.alternatives ? [unmetGroup(duty, context)] : unmetRow(duty, context);
    return duty.status === "unknown" ? unstated(duty, context) : [];
  });

/** The places that decide a row's status, in the order of its condition. */
export function placesOf({ trace }: RowResult, status: "unmet" | "unknown", context: RuleContext): Placed[] {
  return decidersOf(trace, status).map((decider) => placeDecider(decider, context));
}

/**
 * The deciding traces, each path once, although a condition may read a fact several times. A list with no item that meets the row
 * is followed by the first failure of each item.
 */
function decidersOf(trace: Trace, status: "unmet" | "unknown"): Decider[] {
  const all = deciders(trace, status).flatMap((decider) => [
    decider,
    ...(decider.kind === "some" && status === "unmet" ? firstFailures(decider) : []),
  ]);
  const paths = new Set<string>();
  return all.filter(({ path }) => !paths.has(pointer(path)) && paths.add(pointer(path)));
}

/** The first reason for each item of a list why it does not meet the row. */
function firstFailures({ children }: ListTrace): Decider[] {
  return children.flatMap((child) => deciders(child, "unmet").slice(0, 1));
}

/** One finding for each failing item of a list, and one for all failures outside of lists. */
function unmetRow({ row }: Duty, context: RuleContext): AnyFinding[] {
  const { trace } = resultOf(context.profile.rows, row.no);
  const lists = places(trace).flatMap((place) => (place.kind === "every" ? [place.path] : []));
  const groups = new Map<string, Decider[]>();
  for (const decider of decidersOf(trace, "unmet")) {
    const group = itemOf(decider.path, lists) ?? "";
    groups.set(group, [...(groups.get(group) ?? []), decider]);
  }
  return [...groups.values()].map((group) => {
    const [first, ...others] = group.map((decider) => placeDecider(decider, context)) as [Placed, ...Placed[]];
    const data = dataOf(context, row, "unmet", first.reason, []);
    return finding(context, "unmet", first, others.map(related), data);
  });
}

/** One finding for the group, at the first failing place of its first row; the first failing place of each alternative is related. */
function unmetGroup({ row, alternatives }: Duty, context: RuleContext): AnyFinding {
  const [first, ...others] = (alternatives?.rows ?? []).map((no) => resultOf(context.profile.rows, no)) as [
    RowResult,
    ...RowResult[],
  ];
  const [place, ...more] = placesOf(first, "unmet", context) as [Placed, ...Placed[]];
  const branches = others.flatMap((other) => {
    const [failing] = placesOf(other, "unmet", context);
    return failing ? [{ ...related(failing), row: other.row }] : [];
  });
  const data = dataOf(context, row, first.status, place.reason, others);
  return finding(context, "unmet", place, [...more.map(related), ...branches], data);
}

function unstated({ row, alternatives }: Duty, context: RuleContext): AnyFinding[] {
  const results = (alternatives?.rows ?? [row.no]).map((no) => resultOf(context.profile.rows, no));
  // the rule for exceptions reports an unmet row that has one
  if (!context.profile.facts.isWhole || (!alternatives && results[0]?.status === "unmet")) return [];
  // a row blocked only by invalid values is reported at those; until they are fixed, it needs no alternative
  if (alternatives && results[0] && isBlocked(results[0])) return [];
  const open = results
    .flatMap((result) => placesOf(result, "unknown", context))
    .filter(({ reason }) => reason.state !== "invalid");
  const [place, ...others] = open;
  if (!place) return [];
  const data = dataOf(context, row, results[0]?.status ?? "unknown", place.reason, results.slice(1));
  return [finding(context, "unstated", place, alternatives ? [] : others.map(related), data)];
}

function dataOf(
  { profile }: RuleContext,
  row: Row,
  status: Status,
  reason: Reason,
  others: readonly RowResult[],
): Payloads["unmet"] {
  return { row, classification: profile.judgedAs as string, status, reason, alternatives: others.map(alternative) };
}

/** Whether a row is unknown only because of invalid values. */
function isBlocked({ trace, status }: RowResult): boolean {
  return status === "unknown" && deciders(trace, "unknown").every(({ reason }) => reason === "invalid");
}

function alternative({ row, status, trace }: RowResult): Alternative {
  const open = openDeciders(trace).filter(({ reason }) => reason !== "invalid");
  return { row, status, open: [...new Set(open.map(({ path }) => dotted(path)))] };
}

function dotted(path: Path): string {
  return path.filter((step) => typeof step === "string").join(".");
}

function finding(
  { profile }: RuleContext,
  kind: "unmet" | "unstated",
  { path, span }: Placed,
  related: readonly Related[],
  data: Payloads["unmet"],
): AnyFinding {
  const severity = kind === "unmet" ? "error" : "warning";
  return make(profile.index, kind, severity, { path, span, related }, data, data.row.no);
}
