import { judgedClasses, type Standard } from "../standard/standard.ts";
import { dutiesOf, type RowResults } from "./verdict.ts";

/** What a service may be used for, whatever class its profile names: each class that has requirements is in one of three lists. */
export interface Usability {
  /** The classes whose duties are all met, strictest first. */
  readonly eligible: readonly string[];
  /** The classes of which that cannot be said yet: no duty is unmet, but something is not known. */
  readonly open: readonly string[];
  /** The classes that have an unmet duty. */
  readonly excluded: readonly string[];
}

/**
 * @param isInvalid whether the document breaks the schema or YAML. Then nothing is eligible, but what can be read may already
 * exclude a class.
 */
export function usabilityOf(standard: Standard, rows: RowResults, isInvalid: boolean): Usability {
  const lists = { eligible: [] as string[], open: [] as string[], excluded: [] as string[] };
  for (const name of judgedClasses(standard)) {
    const statuses = dutiesOf(standard, name, rows).map(({ status }) => status);
    const isOpen = isInvalid || statuses.includes("unknown");
    lists[statuses.includes("unmet") ? "excluded" : isOpen ? "open" : "eligible"].push(name);
  }
  return lists;
}
