import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { addEvidence } from "../folder.ts";
import { SMALL, times } from "./kind.ts";
import { isOne, profile, quiet } from "./profiles.ts";

/** How many profiles a folder has; in one of so many something is found. */
export interface Register {
  readonly files: number;
  readonly oneOf: number;
}

/** Writes a folder of profiles; resolves with the names of those in which something is found. */
export async function writeRegister(folder: string, { files, oneOf }: Register): Promise<string[]> {
  const all = times(files, (index) => {
    const text = profile(SMALL, index);
    const isWrong = isOne(index, files, oneOf);
    return { name: `${String(index).padStart(5, "0")}.vendor.yaml`, text: isWrong ? text : quiet(text), isWrong };
  });
  await mkdir(folder);
  await addEvidence(folder);
  // dates as texts: to ajv-cli those without quotes are no texts, and an error each
  for (const { name, text } of all) await writeFile(join(folder, name), text.replace(/: (\d{4}-\d\d-\d\d)$/gm, ': "$1"'));
  return all.filter(({ isWrong }) => isWrong).map(({ name }) => name);
}
