import { command, UsageError } from "../command.ts";
import { shells } from "../completions/index.ts";
import { tableOf } from "../completions/table.ts";
import { completionsHelp } from "../help/completions.ts";
import { completionsMessages } from "../messages/completions.ts";

const SHELLS = Object.keys(shells);

/** `vendor-profile completions`: prints the completion script of a shell. */
export const completions = command({
  name: "completions",
  operands: { least: 1, most: 1, words: SHELLS },
  options: {},
  help: completionsHelp,
  run: async ({ operands: [shell = ""] }, { commands, io, language, messages }) => {
    const write = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
    if (!write) throw new UsageError(messages.badValue("completions", shell, SHELLS.join(" | ")));
    await io.write(write(tableOf(commands, language), completionsMessages[language]));
    return 0;
  },
});
