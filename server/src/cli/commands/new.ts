import { existsSync, statSync } from "node:fs";
import { isBlank, trimBlanks } from "../../core/text/white-space.ts";
import { wrap } from "../../core/text/wrap.ts";
import { fileNameOf } from "../../language-service/edits/file-name.ts";
import { commentedProfile } from "../../language-service/edits/new-profile.ts";
import { editorMessages } from "../../language-service/messages/index.ts";
import { type CommandContext, command, Refusal, UsageError, type Values } from "../command.ts";
import { newHelp } from "../help/new.ts";
import { newMessages } from "../messages/new.ts";
import { JUDGING, WRITING } from "../options.ts";
import type { Answers } from "../prompts.ts";
import { shellWord } from "../shell.ts";
import { deliverProfile } from "../write.ts";

const options = {
  class: JUDGING.class,
  vendor: { type: "string" },
  service: { type: "string" },
  force: WRITING.force,
} as const;

const STANDARD_OUTPUT = "-";

/** `vendor-profile new`: makes a profile to fill in. */
export const newCommand = command({
  name: "new",
  operands: { least: 0, most: 1 },
  options,
  help: newHelp,
  run: async ({ operands: [file], values }, context) => {
    const { bundle, io, language, messages } = context;
    const newText = newMessages[language];
    const { force } = values;
    // before any question is asked
    if (file !== undefined && isTaken(file, force)) {
      throw new Refusal(`${file}: ${statSync(file).isDirectory() ? messages.isFolder : messages.alreadyThere}`);
    }
    const given = { ...answersIn(values, context), ...(file === undefined ? {} : { output: file }) };
    const answers = io.isInteractive ? await askMissing(given, force, context) : given;
    if (!answers) return 2;
    const { classification, vendor, service, output } = answers;
    if (classification === undefined || vendor === undefined || service === undefined) {
      const missing = Object.entries({ class: classification, vendor, service }).filter(([, value]) => value === undefined);
      throw new UsageError(newText.missing(missing.map(([name]) => `--${name}`)));
    }
    await deliverProfile(
      commentedProfile(bundle, { classification, vendor, service }, language, wrap),
      { output, force },
      context,
    );
    if (output !== undefined && output !== STANDARD_OUTPUT) io.error(`${newText.next(shellWord(output))}\n`);
    return 0;
  },
});

/** Whether a path exists and must not be replaced; a folder never may be. */
function isTaken(file: string, force: boolean): boolean {
  return file !== STANDARD_OUTPUT && existsSync(file) && (!force || statSync(file).isDirectory());
}

/** The answers on the command line. */
function answersIn(values: Values<typeof options>, { language }: CommandContext): Partial<Answers> {
  const { class: classification } = values;
  for (const name of ["vendor", "service"] as const) {
    if (isBlank(values[name] ?? name)) throw new UsageError(newMessages[language].emptyOption(`--${name}`));
  }
  const vendor = values.vendor && trimBlanks(values.vendor);
  const service = values.service && trimBlanks(values.service);
  return {
    ...(classification === undefined ? {} : { classification }),
    ...(vendor === undefined ? {} : { vendor }),
    ...(service === undefined ? {} : { service }),
  };
}

/** Asks for the answers that are not given; undefined if the user cancels. */
async function askMissing(given: Partial<Answers>, force: boolean, context: CommandContext): Promise<Answers | undefined> {
  const { bundle, io, language } = context;
  const { hover } = editorMessages[language];
  // the frame takes six columns
  const framed = (text: string) => text.split("\n").flatMap((line) => wrap(line, io.style.columns - 6));
  const { ask } = await import("../prompts.ts");
  return ask({
    given,
    classes: Object.entries(bundle.standard.classes).map(([value, { title, definition, examples }]) => ({
      value,
      title: title[language],
      definition: framed(`${definition[language]}\n${hover.examples(examples[language])}`).join("\n"),
    })),
    fileFor: fileNameOf,
    isTaken: (file) => isTaken(file, force),
    messages: newMessages[language],
  });
}
