import { bundled } from "../core/analysis/bundled.ts";
import { similarTo } from "../core/schema/similar.ts";
import { version } from "../generated/version.ts";
import { fileAmongOptions, languageOf, outlineOf, readArguments } from "./arguments.ts";
import { type CommandContext, type ExitStatus, type Options, Refusal, UsageError } from "./command.ts";
import { commands } from "./commands/index.ts";
import { findConfig } from "./config.ts";
import { helpOf, overview } from "./help/render.ts";
import { type IO, Unwritten } from "./io.ts";
import { cliMessages } from "./messages/index.ts";
import { COMMON } from "./options.ts";

/** Runs a command line (without the program's name). Never throws. */
export async function run(argv: readonly string[], io: IO): Promise<ExitStatus> {
  const { words, switches, config: configPath } = outlineOf(argv, EVERY_OPTION);
  // needed first: its language applies to every message, also to those about its own problems
  const { problems, path: _, ...config } = await findConfig(configPath, bundled.standard);
  const language = languageOf(argv, config.config.language, io.env);
  const context: CommandContext = { language, messages: cliMessages[language], bundle: bundled, config, io, commands };
  const { messages } = context;
  const wantsHelp = switches.has("help") || words[0] === HELP;
  const [name] = words[0] === HELP ? words.slice(1) : words;
  const command = commands.find((command) => command.name === name);
  try {
    const file = fileAmongOptions(argv, EVERY_OPTION);
    if (file !== undefined) throw new UsageError(messages.optionIsFile(file));
    if (switches.has("version")) await io.write(`${version}\n`);
    else if (wantsHelp && name === undefined) await io.write(overview(commands, context, io.style.columns));
    else if (name === undefined) throw new UsageError(messages.noCommand);
    else if (!command) throw new UsageError(messages.badCommand(name, similarTo(name, NAMES), NAMES));
    else if (wantsHelp) await io.write(helpOf(command, context, io.style.columns));
    else {
      const args = readArguments(command, argv, context);
      const configProblems = CONFIG in command.options ? problems(language, messages) : [];
      if (configProblems.length > 0) throw new Refusal(configProblems.join("\n"));
      return await command.run(args, context);
    }
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      io.error(`${error.message}\n${messages.seeHelp(command?.name)}\n`);
      return 2;
    }
    if (error instanceof Refusal) {
      io.error(`${error.message}\n`);
      return 2;
    }
    if (error instanceof Unwritten) {
      io.error(`-: ${messages.unwritten(error.code)}\n`);
      return 2;
    }
    io.error(`${messages.fault(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
    return 3;
  }
}

/** `vendor-profile help check` is `vendor-profile check --help`. */
const HELP = "help";

/** Commands with this option use the configuration; the others also run with a broken one. */
const CONFIG = "config";

const NAMES = commands.map(({ name }) => name);

/** The options of all commands, to parse the arguments before the command is known. */
const EVERY_OPTION: Options = Object.assign({}, ...commands.map(({ options }) => options), COMMON);
