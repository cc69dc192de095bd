import { analyze, type Bundle } from "../core/analyze.ts";
import type { LanguageId } from "../core/messages/language.ts";
import { missingBeside } from "../node/runtime.ts";
import { today } from "../runtime.ts";
import type { CheckArguments } from "./arguments.ts";
import { json } from "./formats/json.ts";
import { pretty } from "./formats/pretty.ts";
import { findInputs, type Input, readInput } from "./inputs.ts";
import type { IO } from "./io.ts";
import { prose } from "./prose.ts";
import { type CheckResult, exitStatus, type FileResult } from "./result.ts";

/** `vendor-profile check`: judges profiles and prints the result. Returns the exit status. */
export async function check(args: CheckArguments, language: LanguageId, bundle: Bundle, io: IO): Promise<0 | 1 | 2> {
  const say = prose[language];
  const { inputs: paths, empty } = await findInputs(args.paths);
  if (empty.length > 0) io.error(`${say.nothingFound(empty)}\n`);
  if (paths.length === 0) return 2;
  const asOf = args.asOf ?? today(bundle.standard.timeZone.utcOffset);
  const files: FileResult[] = [];
  for (const path of paths) {
    files.push(await judge(await readInput(path, io.stdin, say), asOf, args.classification, bundle));
    io.progress(say.progress(files.length, paths.length), files.length, paths.length);
  }
  const result: CheckResult = { asOf, language, files };
  await io.write(args.format === "json" ? json(result) : pretty(result, io.style));
  return empty.length > 0 ? 2 : exitStatus(files);
}

async function judge(input: Input, today: string, classification: string | undefined, bundle: Bundle): Promise<FileResult> {
  if ("error" in input) return input;
  const options = { today, ...(classification === undefined ? {} : { classification }) };
  const analysis = analyze(input.text, bundle, options);
  // what is read from standard input lies in the current folder
  const missingFiles = await missingBeside(input.path, analysis.evidenceFiles);
  return {
    path: input.path,
    analysis: missingFiles.size === 0 ? analysis : analyze(input.text, bundle, { ...options, missingFiles }),
  };
}
