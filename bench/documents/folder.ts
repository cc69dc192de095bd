import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { addEvidence } from "../folder.ts";
import { SMALL, times } from "./kind.ts";
import { isOne, profile, quiet } from "./profiles.ts";

/** A folder of `files` profiles, of which one in `oneOf` has findings. */
export interface Register {
  readonly files: number;
  readonly oneOf: number;
}

/** Writes a folder of profiles. Resolves with the names of the files that have findings. */
export async function writeRegister(folder: string, { files, oneOf }: Register): Promise<string[]> {
  const all = times(files, (index) => {
    const text = profile(SMALL, index);
    const isWrong = isOne(index, files, oneOf);
    return { name: `${String(index).padStart(5, "0")}.vendor.yaml`, text: isWrong ? text : quiet(text), isWrong };
  });
  await mkdir(folder);
  await addEvidence(folder);
  // Quoted, because ajv-cli parses unquoted dates as Date objects, which are no strings to the schema.
  for (const { name, text } of all) await writeFile(join(folder, name), text.replace(/: (\d{4}-\d\d-\d\d)$/gm, ': "$1"'));
  return all.filter(({ isWrong }) => isWrong).map(({ name }) => name);
}
