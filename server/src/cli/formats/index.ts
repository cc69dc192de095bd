import { evaluationJson } from "../../core/json/evaluation.ts";
import type { CheckResult } from "../result.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { junit } from "./junit.ts";
import type { FormatName } from "./outputs.ts";
import { pretty, type Style } from "./pretty.ts";
import { sarif } from "./sarif.ts";

/** What writes each format. */
export const formats: Readonly<Record<FormatName, (result: CheckResult, style: Style) => string>> = {
  pretty,
  json: evaluationJson,
  sarif,
  junit,
  github,
  gitlab,
};

/** The formats that a person reads: they hold the notes, and say nothing where there is nothing. */
export const FOR_PERSONS: ReadonlySet<FormatName> = new Set<FormatName>(["pretty", "github"]);
