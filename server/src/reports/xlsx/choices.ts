import { type DataValidation, rangeRef } from "hucre/xlsx";
import type { WrittenCell } from "./links.ts";
import type { WorkbookMessages } from "./messages.ts";
import { head, plain } from "./text.ts";

/** What Excel takes, in UTF-16 units: a list with its commas, a message, its title. */
const MAX_LENGTH = { list: 255, message: 255, title: 32 };

/** Lists to choose from for the cells that are left for a person. Something else can be entered, after a question. */
export function choices(cells: readonly WrittenCell[], messages: WorkbookMessages): DataValidation[] {
  return cells.flatMap(({ choice, ...place }): DataValidation[] => {
    if (!choice) return [];
    // in a list a comma is what parts its values
    const values = choice.values.map((value) => plain(value).replaceAll(",", "，").replaceAll('"', '""'));
    if (values.length === 0 || values.join(",").length > MAX_LENGTH.list) return [];
    const title = head(plain(choice.title), MAX_LENGTH.title);
    return [
      {
        type: "list",
        range: rangeRef(place.top, place.left, place.bottom, place.right),
        values,
        allowBlank: true,
        showInputMessage: true,
        inputTitle: title,
        inputMessage: head(messages.choose(choice.values), MAX_LENGTH.message),
        showErrorMessage: true,
        errorStyle: "warning",
        errorTitle: title,
        errorMessage: messages.notListed,
      },
    ];
  });
}
