import { documentOf } from "../../reports/render.ts";
import { command } from "../command.ts";
import { reportHelp } from "../help/report.ts";
import { analysisOptions, judgeAll } from "../judge.ts";
import { JUDGING } from "../options.ts";
import { deliverReports, entriesOf, formatOf, REPORT_OPTIONS, statusOf, tellErrors } from "../write-reports.ts";

/** `vendor-profile report`: fills in the city's table for every profile. */
export const report = command({
  name: "report",
  operands: { least: 0, most: Number.POSITIVE_INFINITY },
  options: { ...REPORT_OPTIONS, ...JUDGING },
  help: reportHelp,
  run: async ({ operands, values }, context) => {
    const format = formatOf(values, context) ?? "md";
    const judged = await judgeAll(operands, analysisOptions(values, context), context);
    tellErrors(judged, context);
    const entries = entriesOf(judged);
    if (entries.length > 0) {
      await deliverReports(documentOf("report", entries, context.language), format, values, judged, context);
    }
    return statusOf(judged);
  },
});
