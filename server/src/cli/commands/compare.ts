import { comparisonOf } from "../../core/report/comparison.ts";
import { comparisonJson } from "../../core/report/json.ts";
import { comparisonPaper } from "../../core/report/papers/comparison.ts";
import { command } from "../command.ts";
import { compareHelp } from "../help/compare.ts";
import { analysisOptions, judgeAll } from "../judge.ts";
import { JUDGING_ALL } from "../options.ts";
import { deliverPapers, formatOf, PAPERS, statusOf, tellErrors } from "../papers.ts";

/** `vendor-profile compare`: services side by side. */
export const compare = command({
  name: "compare",
  operands: { least: 1, most: Number.POSITIVE_INFINITY },
  options: { ...PAPERS, ...JUDGING_ALL },
  help: compareHelp,
  run: async ({ operands, values }, context) => {
    const { language } = context;
    const format = formatOf(values, context) ?? "md";
    const judged = await judgeAll(operands, analysisOptions(values, context), context);
    tellErrors(judged, context);
    const entries = judged.files.flatMap((file) =>
      "analysis" in file ? file.analysis.profiles.map((profile) => ({ analysis: file.analysis, profile, path: file.path })) : [],
    );
    if (entries.length > 0) {
      const comparison = comparisonOf(entries);
      const document = {
        papers: () => [comparisonPaper(comparison, language)],
        json: () => comparisonJson(comparison, language),
      };
      await deliverPapers(document, format, values, judged, context);
    }
    return statusOf(judged);
  },
});
