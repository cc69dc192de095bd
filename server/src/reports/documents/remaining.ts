import { isJudged } from "../../core/standard/standard.ts";
import { type Cell, cell, type ReportBlock } from "../document.ts";
import { awaitsReview, type Remaining, type Report, type ReportRow } from "../report.ts";
import { linesOf, obligationText, type ReportLanguage, STATUS_TONES } from "./parts.ts";
import { reasonTexts, whyTexts } from "./reasons.ts";

/** The risks that remain, or that there are none. */
export function remainingParts(report: Report, words: ReportLanguage): ReportBlock[] {
  const { standard, judgedAs, verdict, remaining } = report;
  const { words: say } = words;
  if (judgedAs === null) return [{ kind: "paragraph", text: say.remainingUnknown, tone: "open" }];
  if (!isJudged(standard, judgedAs)) return [{ kind: "paragraph", text: say.remainingNotAsked, tone: "note" }];
  // of an invalid document nothing is well yet
  if (remaining.length === 0)
    return [{ kind: "paragraph", text: say.nothingRemains, tone: verdict === "invalid" ? "open" : "good" }];
  const { columns } = say;
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
      rows: remaining.map((entry) => entryCells(entry, report, judgedAs, words)),
    },
  ];
}

function entryCells(entry: Remaining, report: Report, judgedAs: string, words: ReportLanguage): Cell[] {
  const { kind, rows, status, risks } = entry;
  const { language, id } = words;
  return [
    linesOf(rows.map(({ row }) => language.page.row(row))),
    cell(obligation(entry, judgedAs, words)),
    cell(statusText(entry, words), kind === "duty" ? STATUS_TONES[status] : "note"),
    linesOf(whys(entry, report, judgedAs, words)),
    linesOf(remedies(entry, words)),
    linesOf(risks.map((risk) => risk[id])),
  ];
}

function statusText({ status, rows: [first] }: Remaining, { words }: ReportLanguage): string {
  return awaitsReview(first?.exception ?? null) ? words.unreviewed : words.statuses[status];
}

function obligation({ kind, rows: [first, second] }: Remaining, judgedAs: string, words: ReportLanguage): string {
  if (kind === "accepted") return words.words.accepted;
  if (second) return words.words.oneRequired;
  return first ? obligationText(first.row, judgedAs, words) : "";
}

/** Of several rows, each on a line. */
function whys({ rows }: Remaining, report: Report, judgedAs: string, words: ReportLanguage): string[] {
  const { words: say, language } = words;
  return rows.flatMap((row) => {
    if (rows.length === 1) return whyTexts(row, report, judgedAs, words);
    const reasons = reasonTexts(row, report.format, words).join(language.explanation.comma);
    return [say.ofRow(row.row.no, [say.statuses[row.status], reasons].join(" — "))];
  });
}

function remedies({ rows }: Remaining, words: ReportLanguage): string[] {
  const { id, words: say } = words;
  const [first, ...others] = rows;
  if (!first) return [];
  if (others.length > 0) return [say.oneOf, ...rows.map(({ row }) => say.ofRow(row.no, row.remedy[id]))];
  return remedyTexts(first, words);
}

/** What would be enough for a row. */
export function remedyTexts(
  { row, exception }: Pick<ReportRow, "row" | "exception">,
  { id, words: say }: ReportLanguage,
): string[] {
  return [row.remedy[id], ...(awaitsReview(exception) ? [say.review] : [])];
}
