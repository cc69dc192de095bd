import { basename, resolve } from "node:path";
import { isProfile } from "../../config/profile-files.ts";
import { type Arguments, UsageError } from "../command.ts";
import type { CheckMessages } from "../messages/check.ts";

/** The formats of `check`. */
export const FORMATS = ["pretty", "json", "sarif", "junit", "github", "gitlab"] as const;

export type FormatName = (typeof FORMATS)[number];

/** A format, and the file it goes to; undefined is standard output. */
export interface Output {
  readonly format: FormatName;
  readonly file: string | undefined;
}

/** The outputs of a command line: each `--output` belongs to the `--format` before it, a first one without to pretty. Throws a UsageError. */
export function outputsOf(given: Arguments["given"], messages: CheckMessages): readonly Output[] {
  const outputs: Output[] = [];
  let takesFile = false;
  for (const { name, value } of given) {
    if (name === "format") {
      outputs.push({ format: FORMATS.find((format) => format === value) ?? "pretty", file: undefined });
      takesFile = true;
    }
    if (name !== "output") continue;
    const last = takesFile ? outputs.pop() : undefined;
    if (!last && outputs.length > 0) throw new UsageError(messages.twoOutputs((outputs.at(-1) as Output).format));
    outputs.push({ format: last?.format ?? "pretty", file: value === "-" ? undefined : value });
    takesFile = false;
  }
  if (outputs.length === 0) outputs.push({ format: "pretty", file: undefined });
  checkFiles(outputs, messages);
  return outputs;
}

function checkFiles(outputs: readonly Output[], messages: CheckMessages): void {
  const printed = outputs.filter(({ file }) => file === undefined);
  if (printed.length > 1) throw new UsageError(messages.oneToStandardOutput(printed.map(({ format }) => format)));
  const files = new Set<string>();
  for (const { file } of outputs) {
    if (file === undefined) continue;
    // `-o *.yaml` becomes the names of profiles in the shell
    if (isProfile(`/${basename(file)}`)) throw new UsageError(messages.outputIsProfile(file));
    if (files.has(resolve(file))) throw new UsageError(messages.outputTwice(file));
    files.add(resolve(file));
  }
}
