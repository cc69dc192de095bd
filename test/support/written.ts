import { createColors } from "picocolors";
import { fingerprinter } from "../../server/src/cli/fingerprint.ts";
import { formats } from "../../server/src/cli/formats/index.ts";
import type { FormatName } from "../../server/src/cli/formats/outputs.ts";
import { NOTHING, sumOf, tallyOf } from "../../server/src/cli/workers/tally.ts";
import type { FileResult, Shard } from "../../server/src/core/analysis/file-result.ts";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { AS_OF } from "./analyze.ts";

/** The output of `check` for files, or for a shard of them. */
export function written(
  format: FormatName,
  files: readonly FileResult[],
  { asOf = AS_OF, language = "ja", shard = null }: { asOf?: string; language?: LanguageId; shard?: Shard | null } = {},
): string {
  const { pieceOf, writer } = formats[format];
  const style = { columns: 100, colors: createColors(false) };
  const { start, next, end } = writer({ asOf, language, style, shard });
  const texts = files.map((file, index) =>
    next(pieceOf(file, { language, style, index, isNew: false, fingerprintOf: fingerprinter(file) })),
  );
  return [start, ...texts, ...end({ tally: files.map(tallyOf).reduce(sumOf, NOTHING), known: null, decided: null })].join("");
}
