import { reportJson } from "../../core/report/json.ts";
import { reportPapers } from "../../core/report/papers/report.ts";
import { reportOf } from "../../core/report/report.ts";
import { command } from "../command.ts";
import { reportHelp } from "../help/report.ts";
import { analysisOptions, judgeAll } from "../judge.ts";
import { JUDGING } from "../options.ts";
import { deliverPapers, formatOf, PAPERS, statusOf, tellErrors } from "../papers.ts";

/** `vendor-profile report`: the city's own table, filled in, for every profile found. */
export const report = command({
  name: "report",
  operands: { least: 0, most: Number.POSITIVE_INFINITY },
  options: { ...PAPERS, ...JUDGING },
  help: reportHelp,
  run: async ({ operands, values }, context) => {
    const { language } = context;
    const format = formatOf(values, context) ?? "md";
    const judged = await judgeAll(operands, analysisOptions(values, context), context);
    tellErrors(judged, context);
    const reports = judged.files.flatMap((file) =>
      "analysis" in file ? file.analysis.profiles.map((profile) => reportOf(file.analysis, profile, file.path)) : [],
    );
    if (reports.length > 0) {
      const document = { papers: () => reportPapers(reports, language), json: () => reportJson(reports, language) };
      await deliverPapers(document, format, values, judged, context);
    }
    return statusOf(judged);
  },
});
