import { documentOf } from "../../reports/render.ts";
import { command } from "../command.ts";
import { compareHelp } from "../help/compare.ts";
import { analysisOptions, judgeAll } from "../judge.ts";
import { JUDGING_ALL } from "../options.ts";
import { deliverReports, entriesOf, formatOf, REPORT_OPTIONS, statusOf, tellErrors } from "../write-reports.ts";

/** `vendor-profile compare`: shows services side by side. */
export const compare = command({
  name: "compare",
  operands: { least: 1, most: Number.POSITIVE_INFINITY },
  options: { ...REPORT_OPTIONS, ...JUDGING_ALL },
  help: compareHelp,
  run: async ({ operands, values }, context) => {
    const format = formatOf(values, context) ?? "md";
    const judged = await judgeAll(operands, analysisOptions(values, context), context);
    tellErrors(judged, context);
    const entries = entriesOf(judged);
    if (entries.length > 0) {
      await deliverReports(documentOf("comparison", entries, context.language), format, values, judged, context);
    }
    return statusOf(judged);
  },
});
