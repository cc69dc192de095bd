import type { ChecklistMessages } from "../../../../../protocol/requests.ts";

/** The labels that come from the standard and the report. */
type ReportLabel = "table" | "no" | "requirement" | "obligation" | "status" | "why" | "evidence" | "check" | "risk" | "remedy";

/** The texts of the checklist that reports and plans do not have. */
export interface ChecklistTexts {
  readonly title: (name: string) => string;
  /** For a profile that is evaluated as another class than the stated one. */
  readonly unchanged: string;
  /** For a profile that states no class. */
  readonly choose: string;
  readonly filters: Readonly<Record<"unmet" | "unknown" | "required", string>>;
  /** Which rows each filter leaves. */
  readonly filtered: Readonly<Record<"unmet" | "unknown" | "required", string>>;
  /** How many rows a filter leaves. The verdict's counts differ: it counts duties, and one duty may cover several rows. */
  readonly rows: (count: number) => string;
  readonly view: Omit<ChecklistMessages, ReportLabel>;
}
