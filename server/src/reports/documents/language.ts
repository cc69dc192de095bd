import type { CoreMessages, LanguageId } from "../../messages/language.ts";
import { coreMessages } from "../../messages/render.ts";
import { reportMessages } from "../messages/report.ts";
import type { ReportMessages } from "../messages/report-messages.ts";

/** A language with the messages that documents use. */
export interface ReportLanguage {
  readonly id: LanguageId;
  readonly core: CoreMessages;
  /** The messages of reports and comparisons. */
  readonly messages: ReportMessages;
}

export function reportLanguage(id: LanguageId): ReportLanguage {
  return { id, core: coreMessages[id], messages: reportMessages[id] };
}
