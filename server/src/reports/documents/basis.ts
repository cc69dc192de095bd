import type { Format } from "../../core/schema/format.ts";
import type { Standard } from "../../core/standard/standard.ts";
import { version } from "../../generated/version.ts";
import { cell, type FactList } from "../document.ts";
import { listsOf } from "../sources.ts";
import type { ReportLanguage } from "./language.ts";
import { standardText } from "./terms.ts";

/** What the result is based on: the standard, the lists it refers to, and the tool's version. */
export function basisOf(standard: Standard, format: Format, { id, core, messages }: ReportLanguage): FactList["entries"] {
  const { facts } = messages;
  const lists = listsOf(format).map(({ title, edition, asOf }) => core.explanation.list(title[id], edition ?? undefined, asOf));
  return [
    { name: facts.standard, value: cell(standardText(standard, { id, messages })) },
    { name: facts.edition, value: cell(messages.noEdition) },
    { name: facts.lists, value: cell(lists.join(messages.comma)) },
    { name: facts.tool, value: cell(`vendor-profile ${version}`) },
  ];
}
