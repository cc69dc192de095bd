import { analyze, type Bundle, type Options } from "../core/analyze.ts";
import type { LanguageId } from "../core/messages/language.ts";
import { missingBeside } from "../node/runtime.ts";
import { today } from "../runtime.ts";
import type { CheckArguments } from "./arguments.ts";
import { type Fixed, fix } from "./fix.ts";
import { json } from "./formats/json.ts";
import { pretty } from "./formats/pretty.ts";
import { findInputs, type Input, readInput } from "./inputs.ts";
import type { IO } from "./io.ts";
import { prose } from "./prose.ts";
import { type CheckResult, exitStatus, type FileResult } from "./result.ts";

/** `vendor-profile check`: judges profiles and prints the result. Returns the exit status. */
export async function check(args: CheckArguments, language: LanguageId, bundle: Bundle, io: IO): Promise<0 | 1 | 2 | 3> {
  const say = prose[language];
  const { inputs: paths, empty } = await findInputs(args.paths);
  if (empty.length > 0) io.error(`${say.nothingFound(empty)}\n`);
  const asOf = args.asOf ?? today(bundle.standard.timeZone.utcOffset);
  const options = { today: asOf, ...(args.classification === undefined ? {} : { classification: args.classification }) };
  const files: FileResult[] = [];
  const fixed: Fixed[] = [];
  let isFaulty = false;
  for (const path of paths) {
    const input = await readInput(path, io.stdin, say);
    try {
      const fixes = args.fix && "text" in input ? await fix(input, args.fix, bundle, options, say) : undefined;
      if (fixes) fixed.push(fixes);
      files.push(await judge(fixes ?? input, options, bundle));
    } catch (error) {
      // a fault of ours costs one file, and is told
      isFaulty = true;
      files.push({ path, error: say.fault(error instanceof Error ? error.message : String(error)) });
    }
    io.progress(say.progress(files.length, paths.length), files.length, paths.length);
  }
  await report(args, { asOf, language, files }, fixed, io);
  if (isFaulty) return 3;
  return empty.length > 0 || fixed.some(({ failure }) => failure !== null) ? 2 : exitStatus(files);
}

async function judge(input: Input, options: Options, bundle: Bundle): Promise<FileResult> {
  if ("error" in input) return input;
  const analysis = analyze(input.text, bundle, options);
  // what is read from standard input lies in the current folder
  const missingFiles = await missingBeside(input.path, analysis.evidenceFiles);
  return {
    path: input.path,
    analysis: missingFiles.size === 0 ? analysis : analyze(input.text, bundle, { ...options, missingFiles }),
  };
}

/** Prints the result, and what has come of fixes. */
async function report(args: CheckArguments, result: CheckResult, fixed: readonly Fixed[], io: IO): Promise<void> {
  const say = prose[result.language];
  const made = fixed.filter(({ failure }) => failure === null);
  const count = made.reduce((sum, { count }) => sum + count, 0);
  for (const { path, failure } of fixed) if (failure !== null) io.error(`${path}: ${failure}\n`);
  if (args.fix === "diff") {
    // beside a diff there is no place for them
    for (const file of result.files) if ("error" in file) io.error(`${file.path}: ${file.error}\n`);
    await io.write(made.map(({ diff }) => diff).join(""));
    if (result.files.length > 0) io.error(`${say.fixable(count, made.length)}\n`);
    return;
  }
  // a person has been told that there is nothing; a program expects its document
  if (args.format === "json") return io.write(json(result));
  if (result.files.length === 0) return;
  await io.write(pretty(result, io.style) + (args.fix ? `${say.fixed(count, made.length)}\n` : ""));
}
