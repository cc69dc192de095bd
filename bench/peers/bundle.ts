import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { events } from "../../scripts/events.ts";
import { folder, root } from "../folder.ts";

/**
 * Bundles an entry with the options of scripts/build.ts and the product's libraries; without the aliases, the peers' versions in
 * bench/node_modules would be resolved first. Resolves with the path of the bundle.
 */
export async function bundle(entry: string): Promise<string> {
  const outfile = join(folder, `${entry}.cjs`);
  const library = (path: string) => join(root, "node_modules", path);
  await build({
    entryPoints: [fileURLToPath(new URL(`../entries/${entry}.ts`, import.meta.url))],
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
