import { createColors } from "picocolors";
import { coreMessages } from "../../messages/render.ts";
import { planOf } from "../../reports/plan/plan.ts";
import { documentOf } from "../../reports/render.ts";
import { command } from "../command.ts";
import { prettyPlan } from "../formats/plan.ts";
import type { Style } from "../formats/style.ts";
import { planHelp } from "../help/plan.ts";
import { analysisOptions, judgeAll } from "../judge.ts";
import { JUDGING } from "../options.ts";
import { deliver } from "../write.ts";
import { deliverReports, entriesOf, formatOf, REPORT_OPTIONS, reportErrors, statusOf } from "../write-reports.ts";

const options = {
  ...REPORT_OPTIONS,
  format: { ...REPORT_OPTIONS.format, values: ["pretty", ...REPORT_OPTIONS.format.values] },
  ...JUDGING,
} as const;

/** A file has no colours and its own width. */
const FILE_STYLE: Style = { columns: 100, colors: createColors(false) };

/** `vendor-profile plan`: shows what would make a profile conform. */
export const plan = command({
  name: "plan",
  operands: { least: 1, most: 1 },
  options,
  help: planHelp,
  run: async ({ operands, values }, context) => {
    const language = coreMessages[context.language];
    const { output = "-" } = values;
    const format = formatOf(values, context) ?? "pretty";
    const judged = await judgeAll(operands, analysisOptions(values, context), context);
    reportErrors(judged, context);
    const entries = entriesOf(judged);
    if (entries.length > 0 && format === "pretty") {
      const style = output === "-" ? context.io.style : FILE_STYLE;
      const texts = entries.map(({ path, analysis, profile }) =>
        prettyPlan(path, planOf(analysis, profile), profile, language, style),
      );
      await deliver(
        texts.join("\n"),
        values,
        context,
        judged.files.map(({ path }) => path),
      );
    } else if (entries.length > 0 && format !== "pretty") {
      await deliverReports(documentOf("plan", entries, context.language), format, values, judged, context);
    }
    return statusOf(judged);
  },
});
