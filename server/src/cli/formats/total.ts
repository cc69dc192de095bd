import type { Colors } from "picocolors/types";
import type { Verdict } from "../../core/evaluation/verdict.ts";
import { coreMessages } from "../../messages/render.ts";
import { checkMessages } from "../messages/check.ts";
import { cliMessages } from "../messages/index.ts";
import type { Ending, Run } from "./run.ts";

/** The number of profiles by verdict, on one line. */
export function total({ asOf, language: id }: Pick<Run, "asOf" | "language">, { tally }: Ending, colors: Colors): string {
  const language = coreMessages[id];
  const messages = cliMessages[id];
  const { verdicts: counts, unreadable } = tally;
  const profiles = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const verdicts = (Object.keys(counts) as Verdict[])
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => paint(verdict, colors)(`${language.verdicts[verdict]} ${counts[verdict]}`));
  const parts = [
    messages.profiles(profiles),
    ...verdicts,
    ...(unreadable > 0 ? [colors.red(messages.unreadableFiles(unreadable))] : []),
  ];
  return `${parts.join(" · ")} ${colors.dim(`(${messages.asOf(asOf)})`)}`;
}

/** The lines below the counts: the shard, the findings left out, and what decided the exit status. */
export function notes(
  { language, shard }: Pick<Run, "language" | "shard">,
  { tally, known, decided }: Ending,
): readonly string[] {
  const messages = checkMessages[language];
  return [
    ...(shard === null ? [] : [messages.shard(shard, tally.inputs)]),
    ...(known === null ? [] : [messages.known(known)]),
    ...(decided === null ? [] : [decided]),
  ];
}

/** The colour of a verdict. */
export function paint(verdict: Verdict, { green, red, yellow, dim }: Colors): (text: string) => string {
  if (verdict === "conforming") return green;
  if (verdict === "undetermined") return yellow;
  return verdict === "not-applicable" ? dim : red;
}
