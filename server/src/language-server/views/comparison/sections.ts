import type { ComparedRow, ComparedSection, Toned } from "../../../../../protocol/requests.ts";
import { wordingOf } from "../../../messages/wording.ts";
import type { Comparison } from "../../../reports/comparison.ts";
import type { Cell } from "../../../reports/document.ts";
import { carriedTexts, isCrowded, statusCell, verdictCell } from "../../../reports/documents/comparison.ts";
import type { ReportLanguage } from "../../../reports/documents/language.ts";
import { statusWord } from "../../../reports/documents/terms.ts";
import { comparisonMessages } from "../../../reports/messages/comparison.ts";

/** The verdicts by class, then the status of each requirement, by the standard's categories. */
export function sectionsOf(comparison: Comparison, language: ReportLanguage): ComparedSection[] {
  const sections = [{ title: comparisonMessages[language.id].byClass, rows: verdictRows(comparison, language) }];
  for (const compared of comparison.rows) {
    const title = compared.row.category[language.id];
    if (sections.at(-1)?.title !== title) sections.push({ title, rows: [] });
    sections.at(-1)?.rows.push(requirementRow(compared, isCrowded(comparison), language));
  }
  return sections;
}

function verdictRows(comparison: Comparison, language: ReportLanguage): ComparedRow[] {
  const { classes, services } = comparison;
  return classes.map((name, index) => {
    const verdicts = services.flatMap(({ outcomes }) => outcomes[index]?.verdict ?? []);
    return {
      label: language.messages.verdictFor(name),
      detail: null,
      differs: new Set(verdicts).size > 1,
      cells: verdicts.map((verdict) => ({
        ...tonedOf(verdictCell(verdict, isCrowded(comparison), language)),
        spoken: language.core.verdicts[verdict],
      })),
    };
  });
}

function requirementRow(
  { row, differs, cells }: Comparison["rows"][number],
  isShort: boolean,
  language: ReportLanguage,
): ComparedRow {
  const { id, core, messages: reportMessages } = language;
  return {
    label: core.page.row(row),
    detail: wordingOf(row.requirement, id),
    differs,
    cells: cells.map((compared) => ({
      ...tonedOf(statusCell(compared, isShort, language)),
      spoken: [statusWord(compared.status, language), ...carriedTexts(compared.carriers, reportMessages)].join(
        core.explanation.comma,
      ),
    })),
  };
}

function tonedOf({ lines, tone }: Cell): Toned {
  return { text: lines.map(({ text }) => text).join("\n"), tone: tone ?? null };
}
