import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { modules } from "../folder.ts";
import type { Text } from "../report/figures.ts";
import { name } from "../report/words.ts";

/** Installs what is measured against, unless it is there as bench/package.json names it. */
export function install(): void {
  const { dependencies } = manifest(join(modules, ".."));
  const isThere = ([name, version]: [string, string]) =>
    existsSync(join(modules, name)) && manifest(join(modules, name)).version === version;
  if (Object.entries(dependencies ?? {}).every(isThere)) return;
  console.log("Installing what is measured against: npm ci in bench/");
  execFileSync("npm", ["ci"], { cwd: join(modules, ".."), stdio: "inherit", shell: process.platform === "win32" });
}

/** What a package is called in the tables, with its version. */
export function titled(title: string, installed: string): Text {
  return name(`${title} ${manifest(join(modules, installed)).version}`);
}

function manifest(folder: string): { version?: string; dependencies?: Record<string, string> } {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
