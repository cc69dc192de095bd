import { createColors } from "picocolors";
import { languages } from "../../core/messages/render.ts";
import { planData } from "../../core/plan/json.ts";
import { planOf } from "../../core/plan/plan.ts";
import { planPaper } from "../../core/report/papers/plan.ts";
import { command } from "../command.ts";
import { prettyPlan } from "../formats/plan.ts";
import type { Style } from "../formats/pretty.ts";
import { planHelp } from "../help/plan.ts";
import { analysisOptions, judgeAll } from "../judge.ts";
import { JUDGING } from "../options.ts";
import { deliverPapers, formatOf, PAPERS, statusOf, tellErrors } from "../papers.ts";
import { deliver } from "../write.ts";

const options = {
  ...PAPERS,
  format: { ...PAPERS.format, values: ["pretty", ...PAPERS.format.values] },
  ...JUDGING,
} as const;

/** A file has no colours, and not the terminal's width. */
const IN_A_FILE: Style = { columns: 100, colors: createColors(false) };

/** `vendor-profile plan`: what would be enough for a profile to conform. */
export const plan = command({
  name: "plan",
  operands: { least: 1, most: 1 },
  options,
  help: planHelp,
  run: async ({ operands, values }, context) => {
    const language = languages[context.language];
    const { output = "-" } = values;
    const format = formatOf(values, context) ?? "pretty";
    const terms = analysisOptions(values, context);
    const judged = await judgeAll(operands, terms, context);
    tellErrors(judged, context);
    const planned = judged.files.flatMap((file) =>
      "analysis" in file
        ? file.analysis.profiles.map((profile) => ({ ...file, profile, plan: planOf(file.analysis, profile) }))
        : [],
    );
    if (planned.length > 0 && format === "pretty") {
      const style = output === "-" ? context.io.style : IN_A_FILE;
      const texts = planned.map(({ path, plan, profile }) => prettyPlan(path, plan, profile, language, style));
      await deliver(
        texts.join("\n"),
        values,
        context,
        judged.files.map(({ path }) => path),
      );
    } else if (planned.length > 0 && format !== "pretty") {
      const document = {
        papers: () => planned.map(({ plan, profile, analysis }) => planPaper(plan, profile, analysis, language)),
        json: () => {
          const plans = planned.map(({ path, plan, profile }) => ({ path, ...planData(plan, profile, language) }));
          return `${JSON.stringify({ version: 1, asOf: terms.today, plans }, null, 2)}\n`;
        },
      };
      await deliverPapers(document, format, values, judged, context);
    }
    return statusOf(judged);
  },
});
