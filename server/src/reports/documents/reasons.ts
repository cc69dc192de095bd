import type { Reason } from "../../core/findings/finding.ts";
import { type Format, fieldAt, vocabularyOf } from "../../core/schema/format.ts";
import { alternativesOf, type Standard } from "../../core/standard/standard.ts";
import { unquoted } from "../../core/text/shorten.ts";
import { messageOf } from "../../messages/render.ts";
import type { Carrier, OpenException, Report, ReportRow } from "../report.ts";
import type { ReportLanguage } from "./language.ts";

/** Further reasons are only counted, to keep a cell readable. */
const MAX_REASONS = 10;

/** The reasons for a row's status, one text each. */
export function reasonTexts(
  { reasons, deciding }: Pick<ReportRow, "reasons" | "deciding">,
  format: Format,
  language: ReportLanguage,
): string[] {
  const { core } = language;
  const more = reasons.length - MAX_REASONS;
  return [
    ...(deciding.length > 0 ? [core.explanation.notApplicable(deciding)] : []),
    ...reasons.slice(0, MAX_REASONS).map((reason) => core.reason(withTitles(reason, format, language))),
    ...(more > 0 ? [core.explanation.more(more)] : []),
  ];
}

/** A reason with titles instead of YAML values, for readers who do not know YAML. */
function withTitles(reason: Reason, format: Format, { id, core, messages }: ReportLanguage): Reason {
  const { path, value, title, note } = reason;
  if (value === undefined) return reason;
  const steps = path.split(/[.[]/).map((step) => (step.endsWith("]") ? Number(step.slice(0, -1)) : step));
  const field = fieldAt(format, steps);
  const vocabulary = vocabularyOf(format, field?.items ?? field);
  const nameOf = (one: string): string =>
    (vocabulary && Object.hasOwn(vocabulary.values, one) ? vocabulary.values[one]?.[id] : undefined) ?? one;
  const { title: _, note: __, ...others } = reason;
  const rest = { ...others, isTitle: true };
  if (value === "[]") return { ...rest, value: note?.[id] ?? messages.none };
  // the remark says what "no" means here
  if (field?.type === "boolean") return { ...rest, value: note?.[id] ?? core.explanation.boolean(value === "true") };
  const named = value
    .split(", ")
    .map((one) => nameOf(unquoted(one)))
    .join(messages.comma);
  return { ...rest, value: named, ...(title && title[id] !== named ? { title } : {}), ...(note ? { note } : {}) };
}

/** Why a row has its status, which row carries it, and its cautions. */
export function whyTexts(
  row: ReportRow,
  { standard, format }: Report,
  judgedAs: string | null,
  language: ReportLanguage,
): string[] {
  return [
    ...(row.carrier && judgedAs !== null ? [carrierText(row, row.carrier, standard, judgedAs, language)] : []),
    ...reasonTexts(row, format, language),
    ...(row.exception ? [exceptionText(row.exception, language)] : []),
    ...row.cautions.map((finding) => language.messages.caution(messageOf(finding, standard, language.core).what)),
  ];
}

/** States which row is met instead. */
function carrierText(
  { row }: ReportRow,
  carrier: Carrier,
  standard: Standard,
  judgedAs: string,
  { messages }: ReportLanguage,
): string {
  const { no } = carrier.row;
  if (carrier.review) return messages.reviewed(no, carrier.review.by, carrier.review.date, carrier.review.reason);
  const isRule = alternativesOf(standard, row.no, judgedAs)?.rows[0] === row.no;
  return isRule ? messages.carried(no) : messages.sufficient(no);
}

/** States why another row does not carry this one yet. */
export function exceptionText({ row, status, isReviewed }: OpenException, { messages: { exception } }: ReportLanguage): string {
  if (status === "unmet") return exception.unmet(row.no);
  if (status !== "met" && isReviewed) return exception.unknown(row.no);
  return exception.unreviewed(row.no);
}
