import { readFile, stat } from "node:fs/promises";
import { relative, sep } from "node:path";
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { Bundle, Options } from "../core/analysis/analyze.ts";
import { writeWhole } from "../host/node/write-file-atomic.ts";
import { fixAll } from "../language-service/fixes/fix-all.ts";
import { Refusal } from "./command.ts";
import type { CliMessages } from "./messages/index.ts";
import { unwritable } from "./write.ts";

/** What comes of fixes: they are written to the files, or shown as a diff. */
export type FixMode = "write" | "diff";

/** An input that fixes change. */
export interface Fixed {
  readonly path: string;
  /** The text to judge: with its fixes, or as it was read where they could not be made. */
  readonly text: string;
  /** How many fixes were made. */
  readonly count: number;
  /** The change as a unified diff; empty where it is written. */
  readonly diff: string;
  /** Why the fixes could not be made; the file is as it was. */
  readonly failure: string | null;
}

/** Makes every automatic fix of an input. Nothing where there is none to make. */
export async function fix(
  { path, text }: { readonly path: string; readonly text: string },
  mode: FixMode,
  bundle: Bundle,
  options: Options,
  messages: CliMessages,
): Promise<Fixed | undefined> {
  const fixed = fixAll(text, bundle, options);
  if (fixed.text === text) return undefined;
  try {
    const diff = mode === "diff" ? await diffOf(path, text, fixed.text, messages) : "";
    if (mode === "write") await rewrite(path, text, fixed.text, messages);
    return { path, text: fixed.text, count: fixed.applied.length, diff, failure: null };
  } catch (error) {
    return { path, text, count: 0, diff: "", failure: unwritable(error, messages) };
  }
}

/** Puts a text in the place of the one that was read, whole or not at all. */
async function rewrite(path: string, text: string, fixed: string, messages: CliMessages): Promise<void> {
  if (!(await stat(path)).isFile()) throw new Refusal(messages.noRegularFile);
  const content = (await markOf(path, text, messages)) + fixed;
  await writeWhole(path, content, () => markOf(path, text, messages));
}

/** The byte order mark of a file, which is not in the text that was read. Throws if the file is no longer what was read. */
async function markOf(path: string, text: string, messages: CliMessages): Promise<string> {
  const now = await readFile(path, "utf8");
  const mark = now.startsWith("\ufeff") ? "\ufeff" : "";
  if (now !== mark + text) throw new Refusal(messages.changedMeanwhile);
  return mark;
}

/** A diff that `git apply` and `patch -p1` take in the current folder. */
async function diffOf(path: string, text: string, fixed: string, messages: CliMessages): Promise<string> {
  // a stream can be read only once
  const isFile = path !== "-" && (await stat(path)).isFile();
  const mark = isFile ? await markOf(path, text, messages) : "";
  const name = path === "-" ? path : relative("", path).replaceAll(sep, "/");
  // `patch` needs a tab to see where a name with spaces ends; something must follow it for the package to write it
  const end = name.includes(" ") ? " " : "";
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, mark + text, mark + fixed, end, end, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
