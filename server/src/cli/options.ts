import { bundled } from "../core/analysis/bundled.ts";
import { isDate } from "../core/schema/formats.ts";

/** The options of every command. */
export const COMMON = {
  lang: { type: "string", values: ["ja", "en"] },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" },
} as const;

/** The options of every command that judges profiles for all classes. */
export const JUDGING_ALL = {
  "as-of": { type: "string", form: { text: "YYYY-MM-DD", test: isDate } },
  config: { type: "string", isFile: true },
} as const;

/** The options of every command that judges profiles for their class. */
export const JUDGING = {
  class: { type: "string", short: "c", values: Object.keys(bundled.standard.classes) },
  ...JUDGING_ALL,
} as const;

/** The options of every command that writes a file. */
export const WRITING = {
  output: { type: "string", short: "o", isFile: true },
  force: { type: "boolean" },
} as const;
