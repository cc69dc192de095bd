import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { FLAGS } from "../../client/src/node/flags.ts";
import type { Kind } from "../documents/kind.ts";
import { profiles } from "../documents/profiles.ts";
import { workflows } from "../documents/workflows.ts";
import { folder, modules, root } from "../folder.ts";
import type { Text } from "../report/figures.ts";
import { name } from "../report/text.ts";
import { bundle } from "./bundle.ts";
import { titled } from "./packages.ts";

/** A language server: its command, its initialization options and settings, and the kind of document it reads. */
export interface Server {
  readonly title: Text;
  readonly command: readonly string[];
  readonly options?: object;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The file in which it caches its compiled code. */
  readonly compiled?: string;
  readonly kind: Kind;
}

export interface Servers {
  /** Our server as VS Code starts it. */
  readonly ours: Server;
  /** Our server as other editors start it. */
  readonly lsp: Server;
  /** A server that only parses. */
  readonly bare: Server;
  readonly yaml: Server;
  /** yaml-language-server without its debounce. */
  readonly undelayed: Server;
  /** The language server of GitHub Actions, on workflows. */
  readonly actions: Server;
}

const YAML = "yaml-language-server";
const ACTIONS = "@actions/languageserver";

/** @param dist the folder of the built product */
export async function servers(dist: string): Promise<Servers> {
  const schema = pathToFileURL(join(root, "schemas/vendor-profile.schema.json")).href;
  const settings = { yaml: { schemas: { [schema]: "*.vendor.yaml" }, schemaStore: { enable: false } } };
  const yaml = titled(YAML, YAML);
  return {
    ours: {
      title: name("Vendor Profile"),
      command: [...FLAGS, join(dist, "desktop-server.cjs"), join(folder, "compiled")],
      compiled: join(folder, "compiled/server.cjs.cache"),
      kind: profiles,
    },
    lsp: { title: name("vendor-profile lsp"), command: [join(dist, "cli.cjs"), "lsp"], kind: profiles },
    bare: {
      title: { en: "a server that only parses", ja: "構文を解析するだけのサーバー" },
      command: [await bundle("bare-server")],
      kind: profiles,
    },
    yaml: { title: yaml, command: [join(modules, YAML, "bin", YAML)], settings, kind: profiles },
    undelayed: {
      title: { en: `${yaml.en} without its delay`, ja: `${yaml.ja}（待ち時間を除く）` },
      command: [join(await copyUndelayed(), "bin", YAML)],
      settings,
      kind: profiles,
    },
    actions: {
      title: titled("GitHub Actions", ACTIONS),
      command: [join(modules, ACTIONS, "bin/actions-languageserver")],
      options: {},
      kind: workflows,
    },
  };
}

/** Copies yaml-language-server and removes its debounce. Resolves with the copy's folder. Throws if the source has changed. */
async function copyUndelayed(): Promise<string> {
  const copy = join(folder, YAML);
  await cp(join(modules, YAML), copy, { recursive: true });
  const file = join(copy, "out/src/languageserver/handlers/validationHandlers.js");
  const source = await readFile(file, "utf8");
  const patched = source.replaceAll("setTimeout(", "setImmediate(").replaceAll("clearTimeout(", "clearImmediate(");
  if (source.split("setTimeout(").length !== 2) throw new Error(`${YAML} no longer delays its diagnostics by one setTimeout.`);
  await writeFile(file, patched);
  return copy;
}
