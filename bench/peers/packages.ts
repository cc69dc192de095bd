import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { modules } from "../folder.ts";
import type { Text } from "../report/figures.ts";
import { name } from "../report/text.ts";

/** Installs the peers, unless the versions of bench/package.json are already there. */
export function install(): void {
  const { dependencies } = manifest(join(modules, ".."));
  const isInstalled = ([name, version]: [string, string]) =>
    existsSync(join(modules, name)) && manifest(join(modules, name)).version === version;
  if (Object.entries(dependencies ?? {}).every(isInstalled)) return;
  console.log("Installing the peers: npm ci in bench/");
  execFileSync("npm", ["ci"], { cwd: join(modules, ".."), stdio: "inherit", shell: process.platform === "win32" });
}

/** The title of a package in the tables, with its installed version. */
export function titled(title: string, installed: string): Text {
  return name(`${title} ${manifest(join(modules, installed)).version}`);
}

function manifest(folder: string): { version?: string; dependencies?: Record<string, string> } {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
