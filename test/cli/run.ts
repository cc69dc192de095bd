import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { environment } from "../protocol/built.ts";
import { type Ended, runInProcess } from "../support/command-line.ts";

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** What `--format json` prints, as the contract has it. */
export interface Report {
  readonly version: number;
  readonly asOf: string;
  readonly files: readonly {
    readonly path: string;
    readonly error: string | null;
    readonly profiles: readonly {
      readonly index: number;
      readonly vendor: string | null;
      readonly service: string | null;
      readonly classification: string | null;
      readonly judgedAs: string | null;
      readonly verdict: string;
      readonly eligible: readonly string[];
      readonly open: readonly string[];
      readonly requirements: readonly {
        readonly no: string;
        readonly obligation: string | null;
        readonly status: string;
        readonly metBy: string | null;
      }[];
    }[];
    readonly findings: readonly {
      readonly code: string;
      readonly severity: string;
      readonly message: string;
      readonly risk: string | null;
      readonly requirement: string | null;
      readonly path: string;
      readonly profile: number;
      readonly range: Range;
      readonly related: readonly { readonly message: string; readonly path: string; readonly range: Range }[];
    }[];
  }[];
  readonly summary: Readonly<
    Record<"profiles" | "conforming" | "nonconforming" | "undetermined" | "notApplicable" | "invalid", number>
  >;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string | Uint8Array;
}

/** Runs the command line in this process; test/processes runs the built program. */
export function run(args: readonly string[], { cwd, env, input = "" }: Surroundings = {}): Ended {
  return runInProcess({ args, env: environment(env), input }, cwd);
}

/** Runs `check --format json`. */
export function check(args: readonly string[], surroundings: Surroundings = {}) {
  const result = run(["check", ...args, "--format", "json"], surroundings);
  return { ...result, json: () => JSON.parse(result.stdout) as Report };
}

/** Makes a folder with files; Mocha's current test's `afterEach` removes it by `removeFolders`. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "vendor-profile-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const folders: string[] = [];

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A profile of a class; at III it is not applicable, at others much is unstated. */
export function profileText(classification = "III", name = "甲"): string {
  return `profile: 1\nvendor: { name: ${name} }\nservice: { name: 乙 }\ninformation: { classification: ${classification} }\n`;
}
