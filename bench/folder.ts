import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { evidenceFiles } from "./documents/profiles.ts";

/** The repository. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** What is measured against. */
export const modules = fileURLToPath(new URL("node_modules", import.meta.url));

/** The bench's own folder: within node_modules, so that a peer's copy finds what it needs. */
export const folder = join(modules, "vendor-profile-bench");

export async function emptyFolder(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

/** Puts what profiles name as evidence beside them. */
export async function addEvidence(folder: string): Promise<void> {
  for (const file of evidenceFiles) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), "");
  }
}
