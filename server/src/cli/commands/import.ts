import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { analyze } from "../../core/analysis/analyze.ts";
import { codeOf } from "../../host/node/error-code.ts";
import { coreMessages, summaryOf } from "../../messages/render.ts";
import { questionnaireMessages } from "../../questionnaire/messages/questionnaire.ts";
import { profileFrom } from "../../questionnaire/profile.ts";
import { type CommandContext, command, Refusal } from "../command.ts";
import { importHelp } from "../help/import.ts";
import { analysisOptions } from "../judge.ts";
import { questionnaireCommandMessages } from "../messages/questionnaire.ts";
import { WRITING } from "../options.ts";
import { shellWord } from "../shell.ts";
import { visible } from "../terminal.ts";
import { deliverProfile } from "../write.ts";

/** A larger file is no questionnaire; one byte more is enough to see that. */
const MAX_BYTES = 10 * 1024 * 1024 + 1;

/** `vendor-profile import`: makes a profile from a filled-in questionnaire. */
export const importCommand = command({
  name: "import",
  operands: { least: 1, most: 1 },
  options: WRITING,
  help: importHelp,
  run: async ({ operands: [path = ""], values }, context) => {
    const { bundle, io, language } = context;
    const formMessages = questionnaireMessages[language];
    const messages = questionnaireCommandMessages[language];
    const bytes = await readBytes(path, context);
    const { readWorkbook } = await import("../../spreadsheet/index.ts");
    const workbook = await readWorkbook(bytes);
    if ("kind" in workbook) throw new Refusal(`${path}: ${formMessages.importError(workbook)}`);
    const made = profileFrom(bundle, workbook.grids, language, path === "-" ? "" : basename(path));
    if ("kind" in made) throw new Refusal(`${path}: ${formMessages.importError(made)}`);
    const { text, problems } = made;
    await deliverProfile(text, values, context, [path]);
    for (const { place, message } of problems) io.error(`${visible(`${place}: ${message}`)}\n`);
    if (workbook.hasPictures) io.error(`${formMessages.pictures}\n`);
    if (problems.length > 0) io.error(`${messages.unread(problems.length)}\n`);
    const [profile] = analyze(text, bundle, analysisOptions({ "as-of": undefined }, context)).profiles;
    const { output = "-" } = values;
    const file = output === "-" ? undefined : shellWord(output);
    if (profile) io.error(`${messages.next(coreMessages[language].summary(summaryOf(profile)), file)}\n`);
    return problems.length > 0 ? 1 : 0;
  },
});

/** The bytes of a file or of standard input, up to just over the limit. Throws a Refusal. */
async function readBytes(path: string, { io, messages }: CommandContext): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of path === "-" ? io.stdin : createReadStream(path)) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MAX_BYTES) break;
    }
  } catch (error) {
    throw new Refusal(
      `${path}: ${codeOf(error) === "ENOENT" ? messages.unread.missing : messages.unread.unreadable(codeOf(error))}`,
    );
  }
  return Buffer.concat(chunks);
}
