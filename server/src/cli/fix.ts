import { readFile, stat } from "node:fs/promises";
import { relative, sep } from "node:path";
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { Bundle, Options } from "../core/analysis/analyze.ts";
import { isStream, placeBehind } from "../host/node/place.ts";
import { ChangedMeanwhile, writeWhole } from "../host/node/write-whole.ts";
import { fixAll } from "../language-service/fixes/fix-all.ts";
import { Refusal } from "./command.ts";
import type { CliMessages } from "./messages/index.ts";
import { uninterrupted } from "./uninterrupted.ts";
import { unwritable } from "./write.ts";

/** What happens to fixes: they are written to the files, or shown as a diff. */
export type FixMode = "write" | "diff";

/** An input that fixes change. */
export interface Fixed {
  readonly path: string;
  /** The text to judge: fixed, or as read if the fixes could not be made. */
  readonly text: string;
  /** How many fixes were made. */
  readonly count: number;
  /** The change as a unified diff; empty if it is written. */
  readonly diff: string;
  /** Why the fixes could not be made, which leaves the file as it was; else null. */
  readonly failure: string | null;
}

/** Makes every automatic fix of an input; returns undefined if there is none to make. */
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
    const diff = mode === "diff" ? await diffOf(path, text, fixed.text) : "";
    if (mode === "write") await rewrite(path, text, fixed.text, messages);
    return { path, text: fixed.text, count: fixed.applied.length, diff, failure: null };
  } catch (error) {
    return { path, text, count: 0, diff: "", failure: unwritable(error, messages) };
  }
}

/** Replaces the text that was read, whole or not at all. */
async function rewrite(path: string, text: string, fixed: string, messages: CliMessages): Promise<void> {
  const place = await placeBehind(path);
  if (isStream(place)) throw new Refusal(messages.noRegularFile);
  const before = await readFile(place.path);
  const content = markOf(before, text) + fixed;
  await uninterrupted(() => writeWhole(place, content, before));
}

/** The byte order mark of a file, which the text that was read lacks. Throws a ChangedMeanwhile if the file has changed since. */
function markOf(bytes: Buffer, text: string): string {
  const current = bytes.toString("utf8");
  const mark = current.startsWith("\ufeff") ? "\ufeff" : "";
  if (current !== mark + text) throw new ChangedMeanwhile();
  return mark;
}

/** A unified diff that `git apply` and `patch -p1` accept in the current folder. */
async function diffOf(path: string, text: string, fixed: string): Promise<string> {
  // a stream can be read only once
  const isFile = path !== "-" && (await stat(path)).isFile();
  const mark = isFile ? markOf(await readFile(path), text) : "";
  const name = path === "-" ? path : relative("", path).replaceAll(sep, "/");
  // `patch` needs a tab after a name with spaces, and the package writes the tab only before a header
  const header = name.includes(" ") ? " " : "";
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, mark + text, mark + fixed, header, header, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
