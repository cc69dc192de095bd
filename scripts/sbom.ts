import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Shipped } from "./shipped.ts";

const root = new URL("../", import.meta.url);

/** A CycloneDX bill of materials as JSON: the shipped packages, and the files that contain them. The same input gives the same text. */
export async function sbomOf(packages: readonly Shipped[], vsix: Uint8Array): Promise<string> {
  const { name, version, license } = await json<{ name: string; version: string; license: string }>("package.json");
  const lock = await json<{ packages: Record<string, { integrity: string } | undefined> }>("package-lock.json");
  const components = packages.map((part) => {
    const integrity = lock.packages[part.folder]?.integrity;
    if (!integrity) throw new Error(`${part.folder} is not in the lock file`);
    return {
      type: "library",
      // The folder, because the same version of a package may be installed twice.
      "bom-ref": part.folder,
      name: part.name,
      version: part.version,
      hashes: [hashOf(integrity)],
      licenses: [{ license: { id: part.licence } }],
      purl: `pkg:npm/${part.name.replace("@", "%40")}@${part.version}`,
      properties: part.files.map((value) => ({ name: "vendor-profile:file", value })),
    };
  });
  const bom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": name,
        name,
        version,
        hashes: [{ alg: "SHA-256", content: createHash("sha256").update(vsix).digest("hex") }],
        licenses: [{ license: { id: license } }],
      },
    },
    components,
    dependencies: [{ ref: name, dependsOn: components.map((component) => component["bom-ref"]) }],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

/** The hash of a package's archive, from the lock file's integrity. */
function hashOf(integrity: string): { alg: string; content: string } {
  const [, alg, content = ""] = /^sha(\d+)-(\S+)$/.exec(integrity) ?? [];
  return { alg: `SHA-${alg}`, content: Buffer.from(content, "base64").toString("hex") };
}

async function json<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(new URL(path, root), "utf8"));
}
