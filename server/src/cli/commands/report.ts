import { command } from "../command.ts";
import { reportHelp } from "../help/report.ts";
import { JUDGING } from "../options.ts";
import { REPORT_OPTIONS, writeReport } from "../write-reports.ts";

/** `vendor-profile report`: fills in the city's table for every profile. */
export const report = command({
  name: "report",
  operands: { least: 0, most: Number.POSITIVE_INFINITY },
  options: { ...REPORT_OPTIONS, ...JUDGING },
  help: reportHelp,
  run: ({ operands, values }, context) => writeReport("report", operands, values, context),
});
