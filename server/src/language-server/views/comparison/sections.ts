import type { ComparedRow, ComparedSection, Toned } from "../../../../../protocol/requests.ts";
import type { Comparison } from "../../../reports/comparison.ts";
import type { Cell } from "../../../reports/document.ts";
import { carriedTexts, isCrowded, statusCell, verdictCell } from "../../../reports/documents/comparison.ts";
import type { ReportLanguage } from "../../../reports/documents/language.ts";
import { statusWord } from "../../../reports/documents/terms.ts";
import { comparisonMessages } from "../../../reports/messages/comparison.ts";

/** What each class says, then how each requirement stands, by the standard's categories. */
export function sectionsOf(comparison: Comparison, words: ReportLanguage): ComparedSection[] {
  const sections = [{ title: comparisonMessages[words.id].byClass, rows: verdictRows(comparison, words) }];
  for (const compared of comparison.rows) {
    const title = compared.row.category[words.id];
    if (sections.at(-1)?.title !== title) sections.push({ title, rows: [] });
    sections.at(-1)?.rows.push(requirementRow(compared, isCrowded(comparison), words));
  }
  return sections;
}

function verdictRows(comparison: Comparison, words: ReportLanguage): ComparedRow[] {
  const { classes, services } = comparison;
  return classes.map((name, index) => {
    const verdicts = services.flatMap(({ outcomes }) => outcomes[index]?.verdict ?? []);
    return {
      label: words.messages.verdictFor(name),
      detail: null,
      differs: new Set(verdicts).size > 1,
      cells: verdicts.map((verdict) => ({
        ...tonedOf(verdictCell(verdict, isCrowded(comparison), words)),
        spoken: words.core.verdicts[verdict],
      })),
    };
  });
}

function requirementRow(
  { row, differs, cells }: Comparison["rows"][number],
  isShort: boolean,
  words: ReportLanguage,
): ComparedRow {
  const { id, core, messages } = words;
  return {
    label: core.page.row(row),
    detail: row.requirement[id],
    differs,
    cells: cells.map((compared) => ({
      ...tonedOf(statusCell(compared, isShort, words)),
      spoken: [statusWord(compared.status, words), ...carriedTexts(compared.carriers, messages)].join(core.explanation.comma),
    })),
  };
}

function tonedOf({ lines, tone }: Cell): Toned {
  return { text: lines.map(({ text }) => text).join("\n"), tone: tone ?? null };
}
