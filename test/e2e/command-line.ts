import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../vscode/setup.ts";
import type { EditorSession } from "./editor-session.ts";

/** The output of the command line in the session's workspace, on the session's day and in its language. */
export function commandLine({ folder, variant: { locale } }: EditorSession, ...args: readonly string[]): Buffer {
  const all = [join(root, "dist/cli.cjs"), ...args, "--as-of", "2026-11-22", "--lang", locale];
  return execFileSync(process.execPath, all, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
}
