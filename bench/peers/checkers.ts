import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { folder, modules, root } from "../folder.ts";
import type { Text } from "../report/figures.ts";
import { bundle } from "./bundle.ts";
import { titled } from "./packages.ts";

/** A command-line program that checks a folder of profiles. */
export interface Checker {
  readonly title: Text;
  /** The arguments for Node. */
  readonly command: (folder: string) => readonly string[];
  /** Whether it finds errors: then it names each file that has one, and exits with 1. */
  readonly finds: boolean;
}

export interface Checkers {
  readonly ours: Checker;
  /** Node with an empty program. */
  readonly node: Checker;
  /** Reads and parses the files, on one core and on all. */
  readonly parse: Checker;
  readonly parseOnAll: Checker;
  readonly ajv: Checker;
  readonly spectral: Checker;
}

const schemaFile = join(root, "schemas/vendor-profile.schema.json");

/** @param dist the folder of the built product */
export async function checkers(dist: string): Promise<Checkers> {
  const parse = await bundle("parse");
  const ruleset = await writeRuleset();
  const cores = availableParallelism();
  return {
    ours: {
      title: { en: "Vendor Profile", ja: "Vendor Profile" },
      command: (folder) => [join(dist, "cli.cjs"), "check", folder],
      finds: true,
    },
    node: { title: { en: "Node alone", ja: "Nodeの起動だけ" }, command: () => ["-e", "0"], finds: false },
    parse: {
      title: { en: "yaml's parse alone, one core", ja: "yamlの解析だけ（1コア）" },
      command: (folder) => [parse, folder, "1"],
      finds: false,
    },
    parseOnAll: {
      title: { en: `yaml's parse alone, all ${cores} cores`, ja: `yamlの解析だけ（全${cores}コア）` },
      command: (folder) => [parse, folder, String(cores)],
      finds: false,
    },
    ajv: {
      title: titled("ajv-cli", "ajv-cli"),
      // In strict mode it rejects `enumDescriptions`, which editors read.
      command: (folder) => [
        ...[join(modules, "ajv-cli/dist/index.js"), "validate", "--spec=draft7", "--strict=false"],
        ...["-c", "ajv-formats", "-s", schemaFile, "-d", `${folder}/*.vendor.yaml`],
      ],
      finds: true,
    },
    spectral: {
      title: titled("Spectral", "@stoplight/spectral-cli"),
      command: (folder) => [
        ...[join(modules, "@stoplight/spectral-cli/dist/index.js"), "lint", "--ruleset", ruleset],
        `${folder}/*.vendor.yaml`,
      ],
      finds: true,
    },
  };
}

/** Writes a Spectral ruleset with our schema as its only rule. Resolves with its path. */
async function writeRuleset(): Promise<string> {
  const file = join(folder, "ruleset.json");
  const schema = JSON.parse(await readFile(schemaFile, "utf8"));
  const then = { function: "schema", functionOptions: { schema } };
  await writeFile(file, JSON.stringify({ rules: { profile: { given: "$", severity: "error", then } } }));
  return file;
}
