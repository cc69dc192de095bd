import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The path of a built program: these tests run the shipped code. */
export function built(name: "server.cjs" | "desktop-server.cjs" | "cli.cjs" | "commands.cjs" | "spreadsheet.cjs"): string {
  const path = fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
  if (!existsSync(path)) throw new Error(`dist/${name} is not built: run npm run build first`);
  return path;
}

/** This process's environment without a locale, plus the given variables. */
export function environment(own: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { LC_ALL: _all, LC_MESSAGES: _messages, LANG: _lang, ...rest } = process.env;
  return { ...rest, ...own };
}
