import { contextOf } from "../../core/analysis/analyze.ts";
import { carrierOf, exceptionCarrierOf, type RowResult, resultOf } from "../../core/evaluation/verdict.ts";
import { type Alternatives, alternativesOf, isAsked, type Row, riskOf } from "../../core/standard/standard.ts";
import type { Path } from "../../core/yaml/node.ts";
import { whyOf } from "../../messages/explain/why.ts";
import { wordingOf } from "../../messages/wording.ts";
import type { Markup } from "../markup.ts";
import { MARKS } from "../messages/marks.ts";
import type { HoverContext } from "./context.ts";

/** Further reasons are only counted. */
const MAX_REASONS = 3;

/** The status of each row with its reasons, one line a row; reasons about the fact at `at` come first. */
export function statusLines(results: readonly RowResult[], context: HoverContext, at: Path = []): string {
  const { messages, markup } = context;
  const lines = results.map((result) => {
    const { row, status } = result;
    const name = `${MARKS[status]} ${messages.page.row(row)}`;
    return `${markup.bold(name)}${markup.text(`: ${statusText(result, context, at)}`)}`;
  });
  return lines.length === 1 ? (lines[0] as string) : lines.map(markup.item).join("\n");
}

/** The status as text, with the facts that decide it. */
function statusText(result: RowResult, { analysis, profile, messages }: HoverContext, at: Path): string {
  const { explanation, reason } = messages;
  const { places, more, rows } = whyOf(result, contextOf(analysis, profile), MAX_REASONS, at);
  const why = [
    ...(rows.length > 0 ? [explanation.notApplicable(rows)] : []),
    ...places.map((place) => reason(place.reason)),
    ...(more > 0 ? [explanation.more(more)] : []),
  ];
  return [explanation.statuses[result.status], why.join(explanation.comma)].filter((part) => part !== "").join(" — ");
}

/**
 * The details of rows: the state of alternatives, what would be enough, the risk, the obligations; then the full requirements.
 */
export function rowDetails(results: readonly RowResult[], context: HoverContext): string[] {
  const { analysis, messages, markup } = context;
  const { standard } = analysis;
  const { hover, id } = messages;
  const isOne = results.length === 1;
  const openRows = rowsToMeet(results, context);
  const remedies = openRows.map((row) => (openRows.length === 1 ? row.remedy[id] : `${row.no}: ${row.remedy[id]}`));
  // show the text of an inherited risk once
  const risks = new Map<string, Row>();
  for (const { row } of results) {
    const text = wordingOf(riskOf(standard, row), id);
    if (!risks.has(text)) risks.set(text, row);
  }
  return [
    ...groupsOf(results, context).map((group) => markup.text(groupText(group, context))),
    ...results.flatMap((result) => carriedText(result, context)).map(markup.text),
    remedies.length < 2 ? remedies.map(hover.enough).map(markup.text).join("") : listed(hover.enough(""), remedies, markup),
    ...[...risks].map(([text, row]) => markup.text(hover.risk(risks.size === 1 ? undefined : row.no, text))),
    results.map(({ row }) => obligations(row, context, isOne)).join(markup.lineBreak),
    markup.rule,
    ...results.map(({ row }) => markup.text(hover.requirement(isOne ? undefined : row.no, wordingOf(row.requirement, id)))),
  ];
}

/** A row in full: its status, its details, and the original text of the standard if that has corrections. */
export function rowBlocks(result: RowResult, context: HoverContext): string[] {
  const { messages, markup } = context;
  const { hover, id } = messages;
  const { requirement } = result.row;
  const corrections = (requirement.corrections ?? []).map(({ from, to, reason }) =>
    markup.item(markup.text(hover.correction(from, to, reason[id]))),
  );
  return [
    statusLines([result], context),
    ...rowDetails([result], context),
    ...(corrections.length > 0
      ? [markup.text(hover.original(requirement.original)), [markup.text(`${hover.corrections}:`), ...corrections].join("\n")]
      : []),
  ];
}

function isOpen(status: RowResult["status"]): boolean {
  return status === "unmet" || status === "unknown";
}

/** The rows still to be met; of a group without a met row, all undecided and unmet rows. */
function rowsToMeet(results: readonly RowResult[], { analysis: { standard }, profile: { judgedAs, rows } }: HoverContext): Row[] {
  const wantedNumbers = results.flatMap(({ row }): string[] => {
    const group = judgedAs === null ? undefined : alternativesOf(standard, row.no, judgedAs);
    if (group && carrierOf(group, rows) === undefined) return [...group.rows];
    return judgedAs === null || isAsked(row, judgedAs) ? [row.no] : [];
  });
  return standard.rows.filter(({ no }) => wantedNumbers.includes(no) && isOpen(resultOf(rows, no).status));
}

function listed(heading: string, items: readonly string[], markup: Markup): string {
  return [markup.text(heading.trim()), ...items.map((item) => markup.item(markup.text(item)))].join("\n");
}

function groupsOf(results: readonly RowResult[], { analysis, profile: { judgedAs } }: HoverContext): Alternatives[] {
  if (judgedAs === null) return [];
  return [...new Set(results.flatMap(({ row }) => alternativesOf(analysis.standard, row.no, judgedAs) ?? []))];
}

function groupText(group: Alternatives, { profile, messages }: HoverContext): string {
  const duty = profile.duties.find(({ alternatives }) => alternatives === group);
  return messages.explanation.group(group.rows, duty?.status ?? "unknown", carrierOf(group, profile.rows)?.no);
}

function carriedText(result: RowResult, { profile: { judgedAs, rows }, messages }: HoverContext): string[] {
  const carrier = judgedAs === null ? undefined : exceptionCarrierOf(result, judgedAs, rows);
  return carrier ? [messages.explanation.carried(carrier.no)] : [];
}

/** The obligation of each class, the profile's own in bold. */
function obligations(row: Row, { profile, messages, markup }: HoverContext, isOne: boolean): string {
  const { hover, explanation, className, obligations: obligationTexts } = messages;
  const classes = Object.entries(row.obligation).map(([name, { is }]) => {
    const plainText = is === "none" ? explanation.notAsked : obligationTexts[is];
    const text = is === "required" && row.exception?.classes.includes(name) ? explanation.inPrinciple : plainText;
    return (name === profile.judgedAs ? markup.bold : markup.text)(`${className(name)} ${text}`);
  });
  return `${markup.text(isOne ? hover.classes : `${row.no}`)}: ${classes.join(" · ")}`;
}
