import { copyFile, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { events } from "../scripts/events.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const modules = fileURLToPath(new URL("node_modules", import.meta.url));

/** The bench's own folder: within node_modules, so that a peer's copy finds what it needs. */
export const folder = join(modules, "vendor-profile-bench");

/** A language server: what to run, and the settings it asks its client for. */
export interface Server {
  readonly name: string;
  readonly command: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** What is measured. */
export interface Programs {
  /** Prints the samples of the whole analysis, and of the bare parse. */
  readonly analysis: string;
  readonly ours: Server;
  /** The protocol, the parser, one diagnostic. */
  readonly bare: Server;
  readonly yaml: Server;
  /** yaml-language-server, its debounce taken off. */
  readonly undelayed: Server;
}

export async function preparePrograms(): Promise<Programs> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // a build meanwhile changes nothing
  const ours = join(folder, "server.cjs");
  await copyFile(join(root, "dist/server.cjs"), ours);
  const [analysis, bare, undelayed] = await Promise.all([bundle("analysis"), bundle("bare-server"), copyUndelayed()]);
  const schema = pathToFileURL(join(root, "schemas/vendor-profile.schema.json")).href;
  const settings = { yaml: { schemas: { [schema]: "*.vendor.yaml" }, schemaStore: { enable: false } } };
  const name = "yaml-language-server";
  return {
    analysis,
    ours: { name: "vendor-profile", command: [ours] },
    bare: { name: "bare server", command: [bare] },
    yaml: { name, command: [join(modules, name, "bin", name)], settings },
    undelayed: { name: "… without its debounce", command: [join(undelayed, "bin", name)], settings },
  };
}

/** Bundles an entry as scripts/build.ts does the product, and with its libraries: here the peer's stand nearer. */
async function bundle(entry: string): Promise<string> {
  const outfile = join(folder, `${entry}.cjs`);
  const library = (path: string) => join(root, "node_modules", path);
  await build({
    entryPoints: [fileURLToPath(new URL(`entries/${entry}.ts`, import.meta.url))],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    mainFields: ["module", "main"],
    alias: {
      yaml: library("yaml/browser/index.js"),
      "vscode-languageserver/node": library("vscode-languageserver/lib/node/main.js"),
      "vscode-languageserver-textdocument": library("vscode-languageserver-textdocument/lib/esm/main.js"),
    },
    charset: "utf8",
    legalComments: "none",
    minify: true,
    plugins: [events],
  });
  return outfile;
}

async function copyUndelayed(): Promise<string> {
  const copy = join(folder, "yaml-language-server");
  await cp(join(modules, "yaml-language-server"), copy, { recursive: true });
  const file = join(copy, "out/src/languageserver/handlers/validationHandlers.js");
  const source = await readFile(file, "utf8");
  const patched = source.replaceAll("setTimeout(", "setImmediate(").replaceAll("clearTimeout(", "clearImmediate(");
  if (source.split("setTimeout(").length !== 2)
    throw new Error("yaml-language-server delays its diagnostics in another way now.");
  await writeFile(file, patched);
  return copy;
}
