import type { Options } from "../core/analysis/analyze.ts";
import { readBaseline } from "./baseline/read.ts";
import type { CommandContext, ExitStatus } from "./command.ts";
import { exitStatus, FAIL_ON, statusBy } from "./fail-on.ts";
import type { Output } from "./formats/outputs.ts";
import type { Ending, Run } from "./formats/run.ts";
import { Outputs } from "./formats/write.ts";
import { findAsked, type Judging } from "./judge.ts";
import { checkMessages } from "./messages/check.ts";
import { parseShardNumber } from "./sharding/shard.ts";
import { checkAll } from "./workers/all.ts";
import { threadsFor } from "./workers/count.ts";
import { NOTHING, sumOf, type Tally } from "./workers/tally.ts";
import type { Checked } from "./workers/task.ts";

/** The options of `check` that decide what is judged, and what the exit status means. */
export interface CheckOptions {
  readonly baseline: string | undefined;
  readonly shard: string | undefined;
  readonly threads: string | undefined;
  readonly "fail-on": string | undefined;
}

/** What is kept of an input once its outputs have been handed over. */
export type CheckedFile = Omit<Checked, "pieces">;

/** All inputs checked; the outputs still wait for their ending. */
export interface CheckedInputs {
  readonly run: Omit<Run, "style">;
  readonly writer: Outputs;
  readonly files: readonly CheckedFile[];
  readonly tally: Tally;
  readonly hasBaseline: boolean;
  /** Whether some argument matched no input. */
  readonly isEmpty: boolean;
}

/**
 * Checks the inputs that the operands name, and hands each to the outputs as soon as its turn comes.
 *
 * @param before changes an input before it is judged; one thread then does everything
 */
export async function checkInputs(
  operands: readonly string[],
  values: CheckOptions,
  options: Options,
  outputs: readonly Output[],
  context: CommandContext,
  before?: Judging["before"],
): Promise<CheckedInputs> {
  const { io, messages, bundle, language } = context;
  const baseline =
    values.baseline === undefined ? undefined : await readBaseline(values.baseline, checkMessages[language].baseline);
  const shard = parseShardNumber(values.shard ?? "");
  const { asked, inputs, isEmpty } = await findAsked(operands, context, shard);
  const run = { asOf: options.today, language, shard: shard ? { ...shard, inputs } : null };
  const writer = new Outputs(outputs, run, context);
  const task = { language, options, baseline, outputs: writer.looks, inputs: asked };
  const judging = { stdin: io.stdin, messages, bundle, ...(before && { before }) };
  const files: CheckedFile[] = [];
  let tally = NOTHING;
  for await (const { pieces, ...file } of checkAll(task, judging, threadsFor(asked, values.threads, before !== undefined))) {
    files.push(file);
    tally = sumOf(tally, file.tally);
    await writer.next(file.path, pieces);
    if (!writer.isOnTerminal) io.progress(messages.progress(files.length, asked.length), files.length, asked.length);
  }
  return { run, writer, files, tally, hasBaseline: baseline !== undefined, isEmpty };
}

/**
 * The exit status of a check, and what the outputs end with.
 *
 * @param hasFailedFix whether the fixes of some file could not be made
 */
export function endingOf(
  { files, tally, hasBaseline, isEmpty, run }: CheckedInputs,
  values: CheckOptions,
  hasFailedFix = false,
): { readonly status: ExitStatus; readonly ending: Ending } {
  const failOn = FAIL_ON.find((one) => one === values["fail-on"]);
  const decider = failOn ?? "verdict";
  const byFindings = statusBy(decider, tally, hasBaseline);
  const status = files.some(({ isFaulty }) => isFaulty) ? 3 : isEmpty || hasFailedFix ? 2 : byFindings;
  // the default needs no explanation
  const isExplained = (hasBaseline || failOn !== undefined) && status < 2;
  const decided = isExplained ? checkMessages[run.language].decided(decider, hasBaseline, status, exitStatus(tally)) : null;
  const known = hasBaseline ? files.reduce((sum, file) => sum + file.known, 0) : null;
  return { status, ending: { tally, known, decided } };
}
