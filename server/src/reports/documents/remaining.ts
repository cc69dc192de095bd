import { isJudged } from "../../core/standard/standard.ts";
import { wordingOf } from "../../messages/wording.ts";
import { type Cell, cell, type ReportBlock } from "../document.ts";
import { awaitsReview, type Remaining, type Report, type ReportRow } from "../report.ts";
import { linesOf, STATUS_TONES } from "./cells.ts";
import type { ReportLanguage } from "./language.ts";
import { reasonTexts, whyTexts } from "./reasons.ts";
import { obligationText } from "./terms.ts";

/** The remaining risks as a table, or a sentence if there are none or they cannot be judged. */
export function remainingParts(report: Report, language: ReportLanguage): ReportBlock[] {
  const { standard, judgedAs, verdict, remaining } = report;
  const { messages } = language;
  if (judgedAs === null) return [{ kind: "paragraph", text: messages.remainingUnknown, tone: "open" }];
  if (!isJudged(standard, judgedAs)) return [{ kind: "paragraph", text: messages.remainingNotAsked, tone: "note" }];
  // An invalid document has no verdict yet, so it must not look good.
  if (remaining.length === 0)
    return [{ kind: "paragraph", text: messages.nothingRemains, tone: verdict === "invalid" ? "open" : "good" }];
  const { columns } = messages;
  return [
    {
      kind: "table",
      columns: [
        { title: columns.requirement, width: 30 },
        { title: columns.obligation, width: 18 },
        { title: columns.status, width: 12, align: "center" },
        { title: columns.why, width: 56 },
        { title: columns.remedy, width: 54 },
        { title: columns.risk, width: 58 },
      ],
      rows: remaining.map((entry) => entryCells(entry, report, judgedAs, language)),
    },
  ];
}

function entryCells(entry: Remaining, report: Report, judgedAs: string, language: ReportLanguage): Cell[] {
  const { kind, rows, status, risks } = entry;
  const { core, id } = language;
  return [
    linesOf(rows.map(({ row }) => core.page.row(row))),
    cell(obligation(entry, judgedAs, language)),
    cell(statusText(entry, language), kind === "duty" ? STATUS_TONES[status] : "note"),
    linesOf(whys(entry, report, judgedAs, language)),
    linesOf(remedies(entry, language)),
    linesOf(risks.map((risk) => wordingOf(risk, id))),
  ];
}

function statusText({ status, rows: [first] }: Remaining, { messages }: ReportLanguage): string {
  return awaitsReview(first?.exception ?? null) ? messages.unreviewed : messages.statuses[status];
}

function obligation({ kind, rows: [first, second] }: Remaining, judgedAs: string, language: ReportLanguage): string {
  if (kind === "accepted") return language.messages.accepted;
  if (second) return language.messages.oneRequired;
  return first ? obligationText(first.row, judgedAs, language) : "";
}

/** The reasons; for a group of alternatives one line per row. */
function whys({ rows }: Remaining, report: Report, judgedAs: string, language: ReportLanguage): string[] {
  const { messages, core } = language;
  return rows.flatMap((row) => {
    if (rows.length === 1) return whyTexts(row, report, judgedAs, language);
    const reasons = reasonTexts(row, report.format, language).join(core.explanation.comma);
    return [messages.ofRow(row.row.no, [messages.statuses[row.status], reasons].join(" — "))];
  });
}

function remedies({ rows }: Remaining, language: ReportLanguage): string[] {
  const { id, messages } = language;
  const [first, ...others] = rows;
  if (!first) return [];
  if (others.length > 0) return [messages.oneOf, ...rows.map(({ row }) => messages.ofRow(row.no, row.remedy[id]))];
  return remedyTexts(first, language);
}

/** What would be enough for one row. */
export function remedyTexts(
  { row, exception }: Pick<ReportRow, "row" | "exception">,
  { id, messages }: ReportLanguage,
): string[] {
  return [row.remedy[id], ...(awaitsReview(exception) ? [messages.review] : [])];
}
