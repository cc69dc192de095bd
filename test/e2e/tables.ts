import { read, utils, type WorkSheet } from "@e965/xlsx";

/** The texts of all cells of a workbook. */
export function cellsOf(workbook: Uint8Array): Set<string> {
  const { Sheets } = read(workbook);
  return new Set(Object.values(Sheets).flatMap(textsIn));
}

/** The texts of all cells of comma-separated values. */
export function textsOf(csv: string): string[] {
  const { Sheets } = read(csv.replace("\ufeff", ""), { type: "string", raw: true });
  return Object.values(Sheets).flatMap(textsIn);
}

/** The texts of a sheet's cells, without addresses: a workbook stores them as links behind the texts. */
function textsIn(sheet: WorkSheet): string[] {
  const records = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false });
  return records.flat().map((text) => text.replace(/\s*https?:\S+/g, "").trim());
}
