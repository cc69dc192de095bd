import { extname } from "node:path";
import { parseSource } from "../../core/yaml/parse.ts";
import { filledFrom } from "../../questionnaire/document.ts";
import { BLANK, type Filled } from "../../questionnaire/fill.ts";
import { formOf } from "../../questionnaire/form.ts";
import { type CommandContext, command, Refusal, UsageError } from "../command.ts";
import { questionnaireHelp } from "../help/questionnaire.ts";
import { readInput } from "../inputs.ts";
import { questionnaireCommandMessages } from "../messages/questionnaire.ts";
import { JUDGING, WRITING } from "../options.ts";
import { deliver } from "../write.ts";

const options = {
  class: JUDGING.class,
  profile: { type: "string", form: { text: "1, 2, 3 …", test: (text: string) => /^[1-9]\d{0,8}$/.test(text) } },
  ...WRITING,
} as const;

/** `vendor-profile questionnaire`: makes an Excel questionnaire, empty or filled in from a profile. */
export const questionnaire = command({
  name: "questionnaire",
  operands: { least: 0, most: 1 },
  options,
  help: questionnaireHelp,
  run: async ({ operands: [path], values }, context) => {
    const { bundle, io, language, messages } = context;
    const { class: classification, profile, output } = values;
    const ownMessages = questionnaireCommandMessages[language];
    if (path === undefined && profile !== undefined) throw new UsageError(ownMessages.needsProfile("--profile"));
    if (output !== undefined && !/^$|^\.xlsx$/i.test(extname(output))) throw new UsageError(ownMessages.onlyWorkbook(output));
    if (io.isTerminal && (output === undefined || output === "-")) throw new UsageError(messages.needsOutput);
    const filled = path === undefined ? BLANK : await filledOf(path, profile, context);
    const { writeForm } = await import("../../spreadsheet/index.ts");
    await deliver(
      await writeForm(formOf(bundle, language, filled, classification)),
      values,
      context,
      path === undefined ? [] : [path],
    );
    const apart = filled.rest.map(({ pointer }) => pointer);
    if (apart.length > 0) io.error(`${ownMessages.apart(apart)}\n`);
    return 0;
  },
});

/** The cells of a questionnaire, filled in from a profile of a file. Throws a Refusal. */
async function filledOf(
  path: string,
  number: string | undefined,
  { bundle, io, language, messages }: CommandContext,
): Promise<Filled> {
  const ownMessages = questionnaireCommandMessages[language];
  const refuse = (reason: string) => new Refusal(`${path}: ${reason}`);
  const input = await readInput(path, io.stdin, messages);
  if ("error" in input) throw refuse(input.error);
  const { documents } = parseSource(input.text);
  if (number === undefined && documents.length > 1) throw refuse(ownMessages.several(documents.length));
  const document = documents[Number(number ?? "1") - 1];
  if (!document) throw refuse(ownMessages.noSuchProfile(number ?? "1", documents.length));
  const filled = filledFrom(document, bundle.format, language);
  if (typeof filled === "string") throw refuse(ownMessages[filled]);
  return filled;
}
