import type { LanguageId } from "../../messages/language.ts";
import { report as en } from "./en/report.ts";
import { report as ja } from "./ja/report.ts";
import type { ReportMessages } from "./report-messages.ts";

export const reportMessages: Readonly<Record<LanguageId, ReportMessages>> = { ja, en };
