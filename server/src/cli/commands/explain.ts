import { bundled } from "../../core/analysis/bundled.ts";
import { similarTopic, topicsOf } from "../../messages/explain/topics.ts";
import { coreMessages } from "../../messages/render.ts";
import { topicsJson } from "../../reports/json/topics.ts";
import { command, Refusal } from "../command.ts";
import { overviewText, topicText } from "../explain/markdown.ts";
import { terminalText } from "../explain/terminal.ts";
import { explainHelp } from "../help/explain.ts";
import { explainMessages } from "../messages/explain.ts";

const options = {
  format: { type: "string", short: "f", values: ["pretty", "md", "json"] },
} as const;

/** The words that shells complete: rows and codes; facts are too many. */
const WORDS = [...bundled.standard.rows.map(({ no }) => no), ...Object.keys(coreMessages.ja.kinds)];

/** `vendor-profile explain`: explains a requirement, the code of a finding, or a fact. */
export const explain = command({
  name: "explain",
  operands: { least: 0, most: Number.POSITIVE_INFINITY, words: WORDS },
  options,
  help: explainHelp,
  run: async ({ operands, values }, context) => {
    const { bundle, io } = context;
    const language = coreMessages[context.language];
    const found = operands.map((word) => topicsOf(word, bundle));
    // several words may be one title without quotes
    const whole = found.some((topics) => topics.length === 0) ? topicsOf(operands.join(" "), bundle) : [];
    const unknown = operands[found.findIndex((topics) => topics.length === 0)];
    if (whole.length === 0 && unknown !== undefined) {
      throw new Refusal(explainMessages[language.id].unknown(unknown, similarTopic(unknown, bundle)));
    }
    const topics = whole.length > 0 ? whole : found.flat();
    if (values.format === "json") {
      const rows = bundle.standard.rows.map((row) => ({ kind: "row", row }) as const);
      await io.write(topicsJson(operands.length > 0 ? topics : rows, bundle, language));
      return 0;
    }
    const texts =
      operands.length > 0 ? topics.map((topic) => topicText(topic, bundle, language)) : [overviewText(bundle, language)];
    const text = texts.join("\n");
    await io.write(values.format === "md" ? text : terminalText(text, io.style));
    return 0;
  },
});
