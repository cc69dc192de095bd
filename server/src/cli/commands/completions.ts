import { command, UsageError } from "../command.ts";
import { shells } from "../completions/index.ts";
import { tableOf } from "../completions/table.ts";
import { completionsHelp } from "../help/completions.ts";
import { completionsProse } from "../messages/completions.ts";
// a circle, but one that is closed only when the command runs: its script tells of every command, itself included
import { commands } from "./index.ts";

const SHELLS = Object.keys(shells);

/** `vendor-profile completions`: prints what makes a shell complete command lines. */
export const completions = command({
  name: "completions",
  operands: { least: 1, most: 1, words: SHELLS },
  options: {},
  help: completionsHelp,
  run: async ({ operands: [shell = ""] }, { io, language, say }) => {
    const write = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
    if (!write) throw new UsageError(say.badValue("completions", shell, SHELLS.join(" | ")));
    await io.write(write(tableOf(commands, language), completionsProse[language]));
    return 0;
  },
});
