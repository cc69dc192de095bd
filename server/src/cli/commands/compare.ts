import { command } from "../command.ts";
import { compareHelp } from "../help/compare.ts";
import { JUDGING_ALL } from "../options.ts";
import { REPORT_OPTIONS, writeReport } from "../write-reports.ts";

/** `vendor-profile compare`: shows services side by side. */
export const compare = command({
  name: "compare",
  operands: { least: 1, most: Number.POSITIVE_INFINITY },
  options: { ...REPORT_OPTIONS, ...JUDGING_ALL },
  help: compareHelp,
  run: ({ operands, values }, context) => writeReport("comparison", operands, values, context),
});
