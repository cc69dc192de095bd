import { type DataValidation, rangeRef } from "hucre/xlsx";
import type { WorkbookMessages } from "../messages/workbook.ts";
import type { WrittenCell } from "./links.ts";
import { head, plain } from "./text.ts";

/** Excel's limits for a validation, in UTF-16 units. The list includes its commas. */
const MAX_LENGTHS = { list: 255, message: 255, title: 32 };

/** Drop-down lists for cells that a person fills in. Excel accepts other values after a warning. */
export function choices(cells: readonly WrittenCell[], messages: WorkbookMessages): DataValidation[] {
  return cells.flatMap(({ choice, ...place }): DataValidation[] => {
    if (!choice) return [];
    // A comma separates the values of a list.
    const values = choice.values.map((value) => plain(value).replaceAll(",", "，").replaceAll('"', '""'));
    if (values.length === 0 || values.join(",").length > MAX_LENGTHS.list) return [];
    const title = head(plain(choice.title), MAX_LENGTHS.title);
    return [
      {
        type: "list",
        range: rangeRef(place.top, place.left, place.bottom, place.right),
        values,
        allowBlank: true,
        showInputMessage: true,
        inputTitle: title,
        inputMessage: head(messages.choose(choice.values), MAX_LENGTHS.message),
        showErrorMessage: true,
        errorStyle: "warning",
        errorTitle: title,
        errorMessage: messages.notListed,
      },
    ];
  });
}
