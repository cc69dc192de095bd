import { createColors } from "picocolors";
import { codeOf, targetOf, writeWhole } from "../../../../disk/write-whole.ts";
import { type Context, Refusal } from "../command.ts";
import type { CheckResult } from "../result.ts";
import { FOR_PERSONS, formats } from "./index.ts";
import type { Output } from "./outputs.ts";
import type { Style } from "./pretty.ts";
import { notes } from "./total.ts";

/** How what goes to a file looks: nobody's terminal. */
const PLAIN: Style = { columns: 100, colors: createColors(false) };

/** Writes each output, the files first; a file that cannot be written is told, and takes nothing away from the others. Whether all could be. */
export async function writeOutputs(outputs: readonly Output[], result: CheckResult, { io, say }: Context): Promise<boolean> {
  const written = outputs.flatMap(({ format, file }) => (file === undefined ? [] : [{ format, file }]));
  const inputs = new Set(written.length === 0 ? [] : await Promise.all(result.files.map(({ path }) => targetOf(path))));
  let isWritten = true;
  for (const { format, file } of written) {
    const content = formats[format](result, PLAIN);
    try {
      if (inputs.has(await targetOf(file))) throw new Refusal(say.outputIsInput(file));
      await writeWhole(file, content);
    } catch (error) {
      isWritten = false;
      io.error(`${error instanceof Refusal ? error.message : `${file}: ${say.unwritten(codeOf(error))}`}\n`);
    }
  }
  // that decides instead
  const told = isWritten ? result : { ...result, decided: null };
  const shown = outputs.find(({ file }) => file === undefined);
  const isForPersons = shown !== undefined && FOR_PERSONS.has(shown.format);
  // a person has been told that there is nothing; a program expects its document
  const isNothing = result.files.length === 0 && (result.shard?.inputs ?? 0) === 0;
  if (shown && !(isForPersons && isNothing)) await io.write(formats[shown.format](told, io.style));
  if (!isForPersons) for (const note of notes(told)) io.error(`${note}\n`);
  return isWritten;
}
