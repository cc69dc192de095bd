import { dirname, join } from "node:path";
import { spellingsOf } from "../../../../protocol/file-system.ts";
import { codeOf, targetOf } from "../../host/node/write-file-atomic.ts";
import type { LanguageId } from "../../messages/language.ts";
import { readBaseline } from "../baseline.ts";
import { type Arguments, type CommandContext, command, type ExitStatus, Refusal, UsageError } from "../command.ts";
import { findConfig } from "../config.ts";
import { exitStatus, FAIL_ON, type FailOn, statusBy } from "../fail-on.ts";
import { type Fixed, type FixMode, fix } from "../fix.ts";
import { FORMATS, type Output, outputsOf } from "../formats/outputs.ts";
import { notes } from "../formats/total.ts";
import { Outputs } from "../formats/write.ts";
import { checkHelp } from "../help/check.ts";
import type { Input } from "../inputs.ts";
import { analysisOptions, askedBy } from "../judge.ts";
import { type CheckMessages, checkMessages } from "../messages/check.ts";
import type { CliMessages } from "../messages/index.ts";
import { JUDGING } from "../options.ts";
import { parseShardNumber, SHARD_NUMBER } from "../sharding/shard.ts";
import { checkAll } from "../workers/all.ts";
import { THREADS, threadsFor } from "../workers/count.ts";
import { NOTHING, sumOf, type Tally } from "../workers/tally.ts";
import type { Checked } from "../workers/task.ts";

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
    const messages = checkMessages[context.language];
    const outputs = outputsOf(args.given, messages);
    const mode = fixMode(args, outputs, context.messages);
    const { baseline } = args.values;
    const files = outputs.flatMap(({ file }) => file ?? []);
    const kept = baseline === undefined ? undefined : await targetOf(baseline);
    for (const file of files) if ((await targetOf(file)) === kept) throw new UsageError(messages.outputIsBaseline(file));
    if (!args.values.watch) return (await once(args, outputs, mode, context)).status;
    checkWatch(args, outputs, context.messages, messages);
    // a bundle of its own: most runs watch nothing
    const { watch } = await import("../watch.ts");
    const judge = () => judgeForWatch(args, outputs, context);
    const refusal = (error: unknown) => new Refusal(messages.unwatchable(codeOf(error)));
    return watch({ paths: args.operands, outputs: files, judge, waiting: messages.waiting, refusal }, context.io);
  },
});

/** Judges once, and writes what was asked for. */
async function once(
  { operands, values }: CheckArguments,
  outputs: readonly Output[],
  mode: FixMode | undefined,
  context: CommandContext,
): Promise<{ readonly status: ExitStatus; readonly files: readonly Told[] }> {
  const { io, messages, bundle, language } = context;
  const baseline =
    values.baseline === undefined ? undefined : await readBaseline(values.baseline, checkMessages[language].baseline);
  const options = analysisOptions(values, context);
  const fixed: Fixed[] = [];
  const before = async (input: Extract<Input, { text: string }>) => {
    const fixes = mode && (await fix(input, mode, bundle, options, messages));
    if (fixes) fixed.push(fixes);
    return fixes ?? input;
  };
  const part = parseShardNumber(values.shard ?? "");
  const { asked, inputs, isEmpty } = await askedBy(operands, context, part);
  const run = { asOf: options.today, language, shard: part ? { ...part, inputs } : null };
  // beside a diff there is no place for findings
  const writing = new Outputs(mode === "diff" ? [] : outputs, run, context);
  const task = { language, options, baseline, outputs: writing.looks, inputs: asked };
  const files: Told[] = [];
  let tally = NOTHING;
  const threads = threadsFor(asked, values.threads, mode !== undefined);
  for await (const { pieces, ...told } of checkAll(task, { stdin: io.stdin, messages, bundle, before }, threads)) {
    files.push(told);
    tally = sumOf(tally, told.tally);
    await writing.next(told.path, pieces);
    if (!writing.isOnTerminal) io.progress(messages.progress(files.length, asked.length), files.length, asked.length);
  }
  const made = fixed.filter(({ failure }) => failure === null);
  const count = made.reduce((sum, { count }) => sum + count, 0);
  for (const { path, failure } of fixed) if (failure !== null) io.error(`${path}: ${failure}\n`);
  const failOn = FAIL_ON.find((one) => one === values["fail-on"]);
  const isHindered = isEmpty || made.length < fixed.length;
  const isFaulty = files.some(({ isFaulty }) => isFaulty);
  const ended = (status: 0 | 1 | 2): ExitStatus => (isFaulty ? 3 : isHindered ? 2 : status);
  const { status, decided } = statusOf(tally, baseline !== undefined, failOn, language, ended);
  const known = baseline ? files.reduce((sum, { known }) => sum + known, 0) : null;
  const ending = { tally, known, decided };
  if (mode === "diff") {
    for (const { path, error } of files) if (error !== null) io.error(`${path}: ${error}\n`);
    await io.write(made.map(({ diff }) => diff).join(""));
    const told = [...(files.length > 0 ? [messages.fixable(count, made.length)] : []), ...notes(run, ending)];
    for (const note of told) io.error(`${note}\n`);
    return { status, files };
  }
  const isWritten = await writing.end(ending);
  // a program that reads a document does not ask how many
  const isTold = count > 0 || made.length === fixed.length;
  if (mode && isTold && files.length > 0 && outputs.some(({ format, file }) => file === undefined && format === "pretty"))
    await io.write(`${messages.fixed(count, made.length)}\n`);
  return { status: isWritten || status === 3 ? status : 2, files };
}

/** What is kept of an input while the others are checked. */
type Told = Omit<Checked, "pieces">;

/** The exit status, and by what it was decided, where that is told. */
function statusOf(
  tally: Tally,
  isNew: boolean,
  failOn: FailOn | undefined,
  language: LanguageId,
  ended: (status: 0 | 1 | 2) => ExitStatus,
): { readonly status: ExitStatus; readonly decided: string | null } {
  const decider = failOn ?? "verdict";
  const status = ended(statusBy(decider, tally, isNew));
  const isReplaced = (isNew || failOn !== undefined) && status < 2;
  return { status, decided: isReplaced ? checkMessages[language].decided(decider, isNew, status, exitStatus(tally)) : null };
}

function fixMode({ operands, values }: CheckArguments, outputs: readonly Output[], messages: CliMessages): FixMode | undefined {
  const { fix, "fix-dry-run": dryRun } = values;
  if (fix && dryRun) throw new UsageError(messages.notTogether("--fix", "--fix-dry-run"));
  if (fix && operands.includes("-")) throw new UsageError(messages.fixStandardInput);
  for (const { format, file } of dryRun ? outputs : []) {
    if (format !== "pretty") throw new UsageError(messages.notTogether("--fix-dry-run", `--format ${format}`));
    if (file !== undefined) throw new UsageError(messages.notTogether("--fix-dry-run", "--output"));
  }
  if (fix) return "write";
  return dryRun ? "diff" : undefined;
}

function checkWatch(
  { operands, values }: CheckArguments,
  outputs: readonly Output[],
  { notTogether }: CliMessages,
  messages: CheckMessages,
): void {
  if (operands.includes("-")) throw new UsageError(messages.watchStandardInput);
  for (const name of ["fix", "fix-dry-run", "shard"] as const)
    if (values[name]) throw new UsageError(notTogether("--watch", `--${name}`));
  const shown = outputs.find(({ file, format }) => file === undefined && format !== "pretty");
  if (shown) throw new UsageError(messages.prettyOnly(shown.format));
}

/**
 * Judges once, by the configuration as it is then; tells the files that the result rests on. What stands in the way is told, and
 * may be gone the next time.
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
    const broken = problems(language, messages);
    if (broken.length > 0) throw new Refusal(broken.join("\n"));
    const { files } = await once(args, outputs, undefined, { ...context, config });
    const evidence = ({ path, evidenceFiles }: Told) =>
      evidenceFiles.flatMap(spellingsOf).map((name) => join(dirname(path), name));
    return [...own, ...files.flatMap((file) => [file.path, ...evidence(file)])];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    context.io.error(`${error.message}\n`);
    return [...own, ...args.operands];
  }
}
