import type { Command } from "../command.ts";
import { check } from "./check.ts";
import { compare } from "./compare.ts";
import { completions } from "./completions.ts";
import { explain } from "./explain.ts";
import { importCommand } from "./import.ts";
import { join } from "./join.ts";
import { lsp } from "./lsp.ts";
import { newCommand } from "./new.ts";
import { plan } from "./plan.ts";
import { questionnaire } from "./questionnaire.ts";
import { report } from "./report.ts";
import { schema } from "./schema.ts";

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [
  check,
  join,
  report,
  compare,
  plan,
  explain,
  newCommand,
  questionnaire,
  importCommand,
  schema,
  lsp,
  completions,
];
