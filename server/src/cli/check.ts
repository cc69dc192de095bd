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
export async function check(args: CheckArguments, language: LanguageId, bundle: Bundle, io: IO): Promise<0 | 1 | 2 | 3> {
  const say = prose[language];
  const { inputs: paths, empty } = await findInputs(args.paths);
  if (empty.length > 0) io.error(`${say.nothingFound(empty)}\n`);
  const asOf = args.asOf ?? today(bundle.standard.timeZone.utcOffset);
  const files: FileResult[] = [];
  let isFaulty = false;
  for (const path of paths) {
    const input = await readInput(path, io.stdin, say);
    try {
      files.push(await judge(input, asOf, args.classification, bundle));
    } catch (error) {
      // a fault of ours costs one file, and is told
      isFaulty = true;
      files.push({ path, error: say.fault(error instanceof Error ? error.message : String(error)) });
    }
    io.progress(say.progress(files.length, paths.length), files.length, paths.length);
  }
  const result: CheckResult = { asOf, language, files };
  // a person has been told that there is nothing; a program expects its document
  if (args.format === "json") await io.write(json(result));
  else if (files.length > 0) await io.write(pretty(result, io.style));
  if (isFaulty) return 3;
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
