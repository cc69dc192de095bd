import { type InlayHint, type Range, uinteger } from "vscode-languageserver";
import { contextOf } from "../core/analysis/analyze.ts";
import type { RuleContext } from "../core/evaluation/profile.ts";
import type { RowResult } from "../core/evaluation/verdict.ts";
import type { Reason } from "../core/findings/finding.ts";
import { shorten } from "../core/text/shorten.ts";
import { hintsOf, type RowHint } from "../messages/explain/hints.ts";
import { placeOf } from "../messages/explain/why.ts";
import { content, type Markup, markupFor } from "./markup.ts";
import { editorMessages } from "./messages/index.ts";
import { MARKS } from "./messages/marks.ts";
import type { EditorMessages } from "./messages/types.ts";
import type { View } from "./view.ts";

/** Further reasons are only counted. */
const MAX_REASONS = 3;

/**
 * Hints after the facts of a range: the rows they decide and their status, e.g. 「← 4 ✗ 運用監視暗号リスト」, with the reasons as tooltip.
 */
export function inlayHints({ analysis, language, capabilities }: View, range: Range): InlayHint[] {
  const messages = editorMessages[language];
  const { lines } = analysis.source;
  const markup = markupFor(capabilities);
  const start = lines.start(range.start.line);
  const end = lines.offset({ line: range.end.line, character: uinteger.MAX_VALUE });
  return analysis.profiles.flatMap((profile) => {
    const context = contextOf(analysis, profile);
    return hintsOf(analysis, profile)
      .filter(({ offset }) => start <= offset && offset <= end)
      .map(({ offset, rows }) => {
        const decidedRows = rows.map((hint) => decidedRow(hint, context));
        return {
          position: lines.position(offset),
          label: labelOf(decidedRows, messages),
          paddingLeft: true,
          tooltip: content(
            markup,
            decidedRows.map((row) => tooltipOf(row, messages, markup)),
          ),
        };
      });
  });
}

/** A row of a hint with its first reasons, and the count of the others. */
interface DecidedRow {
  readonly result: RowResult;
  readonly reasons: readonly Reason[];
  readonly furtherCount: number;
}

function decidedRow({ result, deciders }: RowHint, context: RuleContext): DecidedRow {
  const reasons = deciders.slice(0, MAX_REASONS).map((decider) => placeOf(decider, context).reason);
  return { result, reasons, furtherCount: deciders.length - reasons.length };
}

function labelOf(rows: readonly DecidedRow[], { id }: EditorMessages): string {
  const [first] = rows;
  // a single row leaves room for the reason
  const isAlone = rows.length === 1 && first?.result.status !== "met";
  const note = isAlone ? first?.reasons.map(({ note, title }) => note ?? title).find((text) => text) : undefined;
  const marks = rows.map(({ result: { row, status } }) => `${row.no} ${MARKS[status]}`).join(" · ");
  return `← ${marks}${note ? ` ${shorten(note[id])}` : ""}`;
}

function tooltipOf(
  { result: { row, status }, reasons, furtherCount }: DecidedRow,
  { explanation, page, reason }: EditorMessages,
  markup: Markup,
): string {
  const reasonTexts = [...reasons.map(reason), ...(furtherCount > 0 ? [explanation.more(furtherCount)] : [])];
  const why = [explanation.statuses[status], reasonTexts.join(explanation.comma)].join(" — ");
  return `${markup.bold(`${MARKS[status]} ${page.row(row)}`)}${markup.text(`: ${why}`)}`;
}
