import { evaluationHead, fileJson, summaryJson } from "../../reports/json/evaluation.ts";
import type { OutputFormat } from "./format.ts";
import { around, itemsText, ListWriter } from "./json-list.ts";

/** The result as the JSON document that the core makes of it, a file at a time. */
export const json: OutputFormat<string> = {
  pieceOf: (file, { language }) => itemsText([fileJson(file, language)], 2),
  writer: (run) => {
    const list = new ListWriter(2);
    const document = { ...evaluationHead(run), files: [] };
    return {
      // what comes after the files is not known yet
      start: around(document, "files")[0],
      next: (file) => list.next(file),
      end: ({ tally }) => [list.end(), around({ ...document, summary: summaryJson(tally.verdicts) }, "files")[1]],
    };
  },
};
