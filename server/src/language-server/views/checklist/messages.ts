import type { ChecklistMessages } from "../../../../../protocol/requests.ts";
import type { Standard } from "../../../core/standard/standard.ts";
import type { ReportLanguage } from "../../../reports/documents/language.ts";
import { checklistMessages } from "../messages/checklist.ts";

/** The labels of the view: the standard's or the report's own, where they have one. */
export function labelsFor({ columns }: Standard, { id, messages }: ReportLanguage): ChecklistMessages {
  const { status, why, evidence, requirement, obligation, remedy, risk } = messages.columns;
  return {
    ...checklistMessages[id].view,
    table: messages.headings.table,
    no: columns.no?.[id] ?? "",
    requirement,
    obligation,
    status,
    why,
    evidence,
    check: columns.check?.[id] ?? "",
    risk,
    remedy,
  };
}
