import type { Row, Standard } from "../../core/standard/standard.ts";
import type { Status } from "../../core/standard/status.ts";
import type { ReportLanguage } from "./language.ts";

/** The standard's name, with its city and id. */
export function standardText(
  { city, title, id: name }: Standard,
  { id, messages }: Pick<ReportLanguage, "id" | "messages">,
): string {
  return messages.standard(city[id], title[id], name);
}

/** The standard's title of a class. */
export function classTitle({ classes }: Standard, classification: string, { id }: ReportLanguage): string {
  return classes[classification]?.title[id] ?? classification;
}

/** A row's obligation for a class, as one term. */
export function obligationText(row: Row, classification: string, { core }: ReportLanguage): string {
  const is = row.obligation[classification]?.is ?? "none";
  if (is === "required" && row.exception?.classes.includes(classification)) return core.explanation.inPrinciple;
  return core.obligations[is];
}

/** A status as a word, without its sign. */
export function statusWord(status: Status, { core, messages }: ReportLanguage): string {
  return status === "unknown" ? messages.notStated : core.explanation.statuses[status];
}
