/** Names that are written alike in both languages: those of a profile's format, of findings, and of the command line. */
import { commands } from "../../server/src/cli/commands/index.ts";
import { CONFIG_KEYS, LANGUAGES } from "../../server/src/config/read.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { type Field, keysOf } from "../../server/src/core/schema/format.ts";
import { coreMessages } from "../../server/src/messages/render.ts";

const { format, standard } = bundled;

function keysBelow(field: Field): string[] {
  const below = [...Object.values(field.properties ?? {}), ...(field.items ? [field.items] : [])];
  return [...keysOf(field), ...below.flatMap(keysBelow)];
}

/** The keys that a profile may have. */
export const KEYS = [...new Set(keysBelow(format.root))];

/** What a profile may hold, and what is said of it in a code. */
export const NAMES = [
  ...KEYS,
  ...Object.values(format.vocabularies).flatMap(({ values }) => Object.keys(values)),
  ...Object.keys(coreMessages.en.kinds),
  ...CONFIG_KEYS,
  standard.id,
  ...LANGUAGES,
  "true false",
  "vendor-profile",
].join("\n");

/** What can be asked of the command line. */
export const COMMAND_NAMES = commands
  .flatMap(({ name, operands, options }) => [
    name,
    ...(operands.words ?? []),
    ...Object.entries(options).flatMap(([option, { values = [] }]) => [option, ...values]),
  ])
  .join("\n");

/** Words of the command line's surroundings, in its help. */
export const SURROUNDINGS = "git apply patch version source eval editor grammar unit autoload compinit";

/** What is the same in both languages wherever the standard is told. */
export const SAME = [
  "〃", // the ditto mark, of which there is no other
  "国内法で扱らざ", // words of the standard that nobody can read: its translation leaves them as they are
  "end to end", // and these it has in English
].join("\n");

/** The standard's own words: the page of it, what explains it, and the hover of a requirement's number quote them. */
export const QUOTED = [
  standard.title,
  standard.footnote,
  ...standard.rows.flatMap((row) => Object.values(row)),
  ...Object.values(standard),
]
  .flatMap(textsIn)
  .join("\n");

/** All texts below a value; of corrections also as they are put in marks. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value, `「${value}」`, "〔〕"];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
