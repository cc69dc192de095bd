import { bundled } from "../core/bundled.ts";
import { version } from "../generated/version.ts";
import { checkArguments, languageOf, parse, UsageError } from "./arguments.ts";
import { check } from "./check.ts";
import type { IO } from "./io.ts";
import { prose } from "./prose.ts";

/** 0 all conform; 1 some do not; 2 wrong usage or unreadable input; 3 an internal fault. */
export type ExitStatus = 0 | 1 | 2 | 3;

/** Runs a command line (without the program's name). Never throws. */
export async function run(argv: readonly string[], io: IO): Promise<ExitStatus> {
  const language = languageOf(argv, io.env);
  const say = prose[language];
  try {
    const parsed = parse(argv, say);
    const [command, ...positionals] = parsed.positionals;
    if (parsed.values.version !== undefined) {
      await io.write(`${version}\n`);
      return 0;
    }
    if (parsed.values.help !== undefined) {
      await io.write(say.usage);
      return 0;
    }
    if (command === undefined) throw new UsageError(say.usage.split("\n", 1)[0]);
    if (command !== "check") throw new UsageError(say.badCommand(command));
    const args = checkArguments({ ...parsed, positionals }, Object.keys(bundled.standard.classes), say);
    return await check(args, language, bundled, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.error(`${error.message}\n${say.seeHelp}\n`);
      return 2;
    }
    io.error(`${say.fault(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
    return 3;
  }
}
