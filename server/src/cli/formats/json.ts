import { evaluationHead, fileJson, summaryJson } from "../../reports/json/evaluation.ts";
import type { OutputFormat } from "./format.ts";
import { itemsText, ListWriter, textAroundList } from "./json-list.ts";

/** The result as a JSON document, written a file at a time. */
export const json: OutputFormat<string> = {
  pieceOf: (file, { language }) => itemsText([fileJson(file, language)], 2),
  writer: (run) => {
    const list = new ListWriter(2);
    const document = { ...evaluationHead(run), files: [] };
    return {
      // the summary after the files is not known yet
      start: textAroundList(document, "files")[0],
      next: (file) => list.next(file),
      end: ({ tally }) => [list.end(), textAroundList({ ...document, summary: summaryJson(tally.verdicts) }, "files")[1]],
    };
  },
};
