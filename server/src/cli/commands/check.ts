import { dirname, join, resolve } from "node:path";
import { spellingsOf } from "../../../../protocol/file-system.ts";
import { shownPath } from "../../core/text/shown-path.ts";
import { codeOf } from "../../host/node/error-code.ts";
import { isAmong } from "../../host/node/place.ts";
import { type CheckedFile, checkInputs, endingOf } from "../check-inputs.ts";
import { type Arguments, type CommandContext, command, type ExitStatus, Refusal, UsageError } from "../command.ts";
import { findConfig } from "../config.ts";
import { FAIL_ON } from "../fail-on.ts";
import { type Fixed, type FixMode, fix } from "../fix.ts";
import { FORMATS, type Output, outputsOf } from "../formats/outputs.ts";
import { notes } from "../formats/total.ts";
import { checkHelp } from "../help/check.ts";
import { analysisOptions } from "../judge.ts";
import { checkMessages } from "../messages/check.ts";
import { JUDGING } from "../options.ts";
import { SHARD_NUMBER } from "../sharding/shard.ts";
import { THREADS } from "../workers/count.ts";

const options = {
  format: { type: "string", short: "f", multiple: true, values: FORMATS },
  output: { type: "string", short: "o", multiple: true, isFile: true },
  ...JUDGING,
  "fail-on": { type: "string", values: FAIL_ON },
  baseline: { type: "string", isFile: true },
  shard: { type: "string", form: SHARD_NUMBER },
  threads: { type: "string", form: THREADS },
  watch: { type: "boolean", short: "w" },
  fix: { type: "boolean" },
  "fix-dry-run": { type: "boolean" },
} as const;

type CheckArguments = Arguments<typeof options>;

/** `vendor-profile check`: judges profiles and prints the result. */
export const check = command({
  name: "check",
  operands: { least: 0, most: Number.POSITIVE_INFINITY },
  options,
  help: checkHelp,
  run: async (args, context) => {
    const outputs = outputsOf(args.given, checkMessages[context.language]);
    const fixMode = fixModeOf(args, outputs, context);
    await refuseBaselineAsOutput(args, outputs, context);
    if (args.values.watch) return watchInputs(args, outputs, context);
    if (fixMode === "diff") return printDiff(args, context);
    if (fixMode === "write") return fixAndJudge(args, outputs, context);
    return (await judgeOnce(args, outputs, context)).status;
  },
});

/** Judges the inputs and writes the outputs. */
async function judgeOnce(
  { operands, values }: CheckArguments,
  outputs: readonly Output[],
  context: CommandContext,
): Promise<{ readonly status: ExitStatus; readonly files: readonly CheckedFile[] }> {
  const checked = await checkInputs(operands, values, analysisOptions(values, context), outputs, context);
  const { status, ending } = endingOf(checked, values);
  const isWritten = await checked.writer.end(ending);
  return { status: isWritten || status === 3 ? status : 2, files: checked.files };
}

/** Fixes the inputs, then judges them and writes the outputs. */
async function fixAndJudge(args: CheckArguments, outputs: readonly Output[], context: CommandContext): Promise<ExitStatus> {
  const { checked, fixed, count, hasFailed } = await checkFixed(args, "write", outputs, context);
  const { status, ending } = endingOf(checked, args.values, hasFailed);
  const isWritten = await checked.writer.end(ending);
  // a program that reads a document does not want the count
  const isForPerson = outputs.some(({ format, file }) => file === undefined && format === "pretty");
  const hasNews = count > 0 || !hasFailed;
  if (isForPerson && hasNews && checked.files.length > 0)
    await context.io.write(`${context.messages.fixed(count, fixed.length)}\n`);
  return isWritten || status === 3 ? status : 2;
}

/** Prints the fixes as a diff. It leaves no place for findings; errors and notes go to standard error. */
async function printDiff(args: CheckArguments, context: CommandContext): Promise<ExitStatus> {
  const { io, messages } = context;
  const { checked, fixed, count, hasFailed } = await checkFixed(args, "diff", [], context);
  const { status, ending } = endingOf(checked, args.values, hasFailed);
  for (const { path, error } of checked.files) if (error !== null) io.error(`${shownPath(path)}: ${error}\n`);
  await io.write(fixed.map(({ diff }) => diff).join(""));
  if (checked.files.length > 0) io.error(`${messages.fixable(count, fixed.length)}\n`);
  for (const note of notes(checked.run, ending)) io.error(`${note}\n`);
  return status;
}

/** Checks the inputs as fixed. Prints why some could not be fixed; returns the others, and how many fixes they have. */
async function checkFixed(
  { operands, values }: CheckArguments,
  mode: FixMode,
  outputs: readonly Output[],
  context: CommandContext,
) {
  const { bundle, io, messages } = context;
  const analysis = analysisOptions(values, context);
  const all: Fixed[] = [];
  const checked = await checkInputs(operands, values, analysis, outputs, context, async (input) => {
    const outcome = await fix(input, mode, bundle, analysis, messages);
    if (outcome) all.push(outcome);
    return outcome ?? input;
  });
  for (const { path, failure } of all) if (failure !== null) io.error(`${shownPath(path)}: ${failure}\n`);
  const fixed = all.filter(({ failure }) => failure === null);
  const count = fixed.reduce((sum, one) => sum + one.count, 0);
  return { checked, fixed, count, hasFailed: fixed.length < all.length };
}

/** Judges again at every change, until the process ends. */
async function watchInputs(args: CheckArguments, outputs: readonly Output[], context: CommandContext): Promise<never> {
  const messages = checkMessages[context.language];
  const { operands, values } = args;
  if (operands.includes("-")) throw new UsageError(messages.watchStandardInput);
  for (const name of ["fix", "fix-dry-run", "shard"] as const)
    if (values[name]) throw new UsageError(context.messages.notTogether("--watch", `--${name}`));
  const printed = outputs.find(({ file, format }) => file === undefined && format !== "pretty");
  if (printed) throw new UsageError(messages.prettyOnly(printed.format));
  // a bundle of its own: most runs do not watch
  const { watch } = await import("../watch.ts");
  const judge = () => judgeForWatch(args, outputs, context);
  const refusal = (error: unknown) => new Refusal(messages.unwatchable(codeOf(error)));
  return watch({ paths: operands, outputs: filesOf(outputs), judge, waiting: messages.waiting, refusal }, context.io);
}

/**
 * Judges once, by the configuration as it is now. Returns the paths of the files that the result depends on. A refusal is printed,
 * not thrown: the next change may remove its cause.
 */
async function judgeForWatch(
  args: CheckArguments,
  outputs: readonly Output[],
  context: CommandContext,
): Promise<readonly string[]> {
  const { bundle, language, messages } = context;
  const { problems, path, ...config } = await findConfig(args.values.config, bundle.standard);
  const own = [path, ...(args.values.baseline === undefined ? [] : [args.values.baseline])];
  try {
    const lines = problems(language, messages);
    if (lines.length > 0) throw new Refusal(lines.join("\n"));
    const { files } = await judgeOnce(args, outputs, { ...context, config });
    return [...own, ...files.flatMap((file) => [file.path, ...evidenceOf(file)])];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    context.io.error(`${error.message}\n`);
    return [...own, ...args.operands];
  }
}

function evidenceOf({ path, evidenceFiles }: CheckedFile): string[] {
  return evidenceFiles.flatMap(spellingsOf).map((name) => join(dirname(path), name));
}

function fixModeOf(
  { operands, values }: CheckArguments,
  outputs: readonly Output[],
  { messages }: CommandContext,
): FixMode | undefined {
  const { fix, "fix-dry-run": isDryRun } = values;
  if (fix && isDryRun) throw new UsageError(messages.notTogether("--fix", "--fix-dry-run"));
  if (fix && operands.includes("-")) throw new UsageError(messages.fixStandardInput);
  for (const { format, file } of isDryRun ? outputs : []) {
    if (format !== "pretty") throw new UsageError(messages.notTogether("--fix-dry-run", `--format ${format}`));
    if (file !== undefined) throw new UsageError(messages.notTogether("--fix-dry-run", "--output"));
  }
  if (fix) return "write";
  return isDryRun ? "diff" : undefined;
}

async function refuseBaselineAsOutput(
  { values: { baseline } }: CheckArguments,
  outputs: readonly Output[],
  { language }: CommandContext,
): Promise<void> {
  if (baseline === undefined) return;
  for (const file of filesOf(outputs))
    if (resolve(file) === resolve(baseline) || (await isAmong(file, [baseline])))
      throw new UsageError(checkMessages[language].outputIsBaseline(file));
}

function filesOf(outputs: readonly Output[]): string[] {
  return outputs.flatMap(({ file }) => file ?? []);
}
