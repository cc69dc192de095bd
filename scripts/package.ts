/** Writes the extension's .vsix and its bill of materials. Builds both twice and throws if the bytes differ. */
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sbomOf } from "./sbom.ts";
import { METAFILE, shippedPackages } from "./shipped.ts";
import { vsix } from "./vsix.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

async function buildPackage(): Promise<{ vsix: Uint8Array; sbom: string }> {
  execFileSync(process.execPath, ["--import", "tsx", "scripts/build.ts"], { cwd: root });
  const bytes = await vsix();
  const metafile = JSON.parse(await readFile(join(root, METAFILE), "utf8"));
  return { vsix: bytes, sbom: await sbomOf(await shippedPackages(metafile), bytes) };
}

const [first, second] = [await buildPackage(), await buildPackage()];
if (Buffer.compare(first.vsix, second.vsix) !== 0 || first.sbom !== second.sbom) {
  throw new Error("Packaging the same sources twice gave different bytes.");
}
const { name, version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
for (const [ending, content] of [
  ["vsix", first.vsix],
  ["cdx.json", first.sbom],
] as const) {
  const file = `${name}-${version}.${ending}`;
  await writeFile(join(root, file), content);
  console.log(`${file} (${(content.length / 1024).toFixed(1)} KiB)`);
}
