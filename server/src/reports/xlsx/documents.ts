import { writeXlsx } from "hucre/xlsx";
import type { ReportDocument } from "../document.ts";
import { sheetNames } from "./names.ts";
import { sectionsOf } from "./sections.ts";
import { sheetOf } from "./sheet.ts";
import { FONTS } from "./style.ts";
import { plain } from "./text.ts";

/** A fixed date, so that equal documents give equal bytes. The earliest date that a zip file can hold. */
const DATE = new Date(Date.UTC(1980, 0, 1));

/** Writes documents as an Excel workbook with a sheet per table. Needs at least one document, because a workbook needs a sheet. */
export async function writeDocuments(documents: readonly ReportDocument[]): Promise<Uint8Array> {
  const sections = documents.flatMap(sectionsOf);
  const names = sheetNames(sections.map(({ name }) => name));
  const sheets = sections.map((section, index) => sheetOf(section, names[index] ?? section.name));
  return writeXlsx({
    sheets: sheets.map(({ sheet }) => sheet),
    defaultFont: FONTS[documents[0]?.language ?? "ja"].font,
    properties: { title: plain(documents[0]?.title ?? ""), created: DATE, modified: DATE },
    // The library would write the sheet's name without quotes.
    namedRanges: sheets.flatMap(({ sheet: { name }, titles }) =>
      titles ? [{ name: "_xlnm.Print_Titles", range: `'${name.replaceAll("'", "''")}'!${titles}`, scope: name }] : [],
    ),
  });
}
