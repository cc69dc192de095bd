import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Metafile } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A package whose code is in our bundles. */
export interface Shipped {
  readonly name: string;
  readonly version: string;
  /** An SPDX identifier. */
  readonly licence: string;
  /** The texts of its licence and notice files. */
  readonly texts: readonly string[];
  /** The folder where it is installed, relative to the repository. */
  readonly folder: string;
  /** The bundles that contain code of it. */
  readonly files: readonly string[];
}

/** The path of esbuild's metafile, which lists the inputs of every bundle. */
export const METAFILE = "dist/metafile.json";

/** The licences that allow us to ship the code, if we pass them on. */
const LICENCES = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0"];

/** The packages with code in the bundles, sorted by folder. Throws if a licence is not allowed or its file is missing. */
export async function shippedPackages({ outputs }: Pick<Metafile, "outputs">): Promise<Shipped[]> {
  const files = new Map<string, Set<string>>();
  for (const [file, { inputs }] of Object.entries(outputs)) {
    const used = Object.entries(inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? input : []));
    for (const input of (await Promise.all(used.map(sourcesOf))).flat()) {
      const folder = folderOf(input);
      if (folder !== undefined) files.set(folder, (files.get(folder) ?? new Set()).add(file));
    }
  }
  const shipped = await Promise.all([...files].map(([folder, files]) => packageIn(folder, [...files].sort())));
  return shipped.sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** The folder of the package that a file belongs to; undefined for our own files. */
function folderOf(input: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

/** The file and, for a generated module, the files that it was bundled from: comments in it name them. */
async function sourcesOf(input: string): Promise<string[]> {
  if (!/\/generated\/.*\.js$/.test(input)) return [input];
  const text = await readFile(join(root, input), "utf8");
  return [input, ...[...text.matchAll(/^\/\/ (node_modules\/\S+)$/gm)].flatMap(([, source]) => source ?? [])];
}

async function packageIn(folder: string, files: readonly string[]): Promise<Shipped> {
  const { name, version, license } = JSON.parse(await readFile(join(root, folder, "package.json"), "utf8"));
  if (!LICENCES.includes(license)) throw new Error(`${folder} must not be shipped: its licence is ${license}`);
  const passedOn = (await readdir(join(root, folder))).filter((entry) =>
    /^(?:licen[cs]e|copying|notice|thirdpartynotices)/i.test(entry),
  );
  if (!passedOn.some((entry) => /^(?:licen[cs]e|copying)/i.test(entry))) throw new Error(`${folder} has no licence file`);
  const texts = await Promise.all(passedOn.sort().map((entry) => readFile(join(root, folder, entry), "utf8")));
  return { name, version, licence: license, texts: texts.map((text) => text.replaceAll("\r\n", "\n").trim()), folder, files };
}

/** The licence and notice texts of all packages, as one text. */
export function noticesOf(packages: readonly Shipped[]): string {
  const notices = packages.map(
    ({ name, version, licence, texts }) => `${[`${name} ${version} (${licence})`, ...texts].join("\n\n")}\n`,
  );
  return [...new Set(notices)].join(`\n${"-".repeat(80)}\n\n`);
}
