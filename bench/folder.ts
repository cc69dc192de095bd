import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { evidenceFiles } from "./documents/profiles.ts";

/** The path of the repository. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** The installed peers. */
export const modules = fileURLToPath(new URL("node_modules", import.meta.url));

/** The bench's working folder. Inside node_modules, so that a copied peer finds its dependencies. */
export const folder = join(modules, "vendor-profile-bench");

export async function emptyFolder(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

/** Writes the evidence files that the generated profiles name. */
export async function addEvidence(folder: string): Promise<void> {
  for (const file of evidenceFiles) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), "");
  }
}
