/** Names that are the same in both languages: of a profile's format, of findings, and of the command line. */
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

/** All keys of a profile, at any depth. */
export const KEYS = [...new Set(keysBelow(format.root))];

/** Names that may occur in profiles, configurations and codes. */
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

/** The names of commands, operands, options and their values. */
export const COMMAND_NAMES = commands
  .flatMap(({ name, operands, options }) => [
    name,
    ...(operands.words ?? []),
    ...Object.entries(options).flatMap(([option, { values = [] }]) => [option, ...values]),
  ])
  .join("\n");

/** Names of other programs and their commands, in the help. */
export const SURROUNDINGS = "git apply patch version source eval editor grammar unit autoload compinit";

/** Parts of the standard that are the same in both languages. */
export const SAME = [
  "〃", // The ditto mark.
  "国内法で扱らざ", // Garbled in the standard, so the translation quotes it.
  "end to end", // In English in the Japanese standard.
].join("\n");

/** The standard's texts, which its page, explanations and the hover of a requirement's number quote. */
export const QUOTED = [
  standard.title,
  standard.footnote,
  ...standard.rows.flatMap((row) => Object.values(row)),
  ...Object.values(standard),
]
  .flatMap(textsIn)
  .join("\n");

/** All texts in a value, also in brackets, as corrections are quoted. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value, `「${value}」`, "〔〕"];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
