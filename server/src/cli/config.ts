import { createReadStream } from "node:fs";
import { lstat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { CONFIG_NAME, type Config, MISNAMED, NO_CONFIG } from "../config/config.ts";
import { configText } from "../config/messages/index.ts";
import { misnamed, readConfig } from "../config/read.ts";
import type { Standard } from "../core/standard/standard.ts";
import { Lines } from "../core/yaml/lines.ts";
import { readFound, readText } from "../host/node/read.ts";
import { type Reading, reasonOf } from "../host/reading.ts";
import type { LanguageId } from "../messages/language.ts";
import type { CliMessages } from "./messages/index.ts";
import { visible } from "./terminal.ts";

/** A configuration, and the folder that its globs are relative to. */
export interface FolderConfig {
  readonly config: Config;
  readonly folder: string;
}

/** The configuration of a command line; with what is wrong with it, a line each, where it cannot be relied on. */
export interface FoundConfig extends FolderConfig {
  /** Where it stands, or would, relative to the current folder. */
  readonly path: string;
  readonly problems: (language: LanguageId, messages: CliMessages) => readonly string[];
}

/** Reads the configuration that is asked for, or else that of the current folder: its own, or the nearest above within the repository. */
export async function findConfig(asked: string | undefined, standard: Standard): Promise<FoundConfig> {
  const here = currentFolder();
  if (asked !== undefined) return configOf(asked, here, await readText(createReadStream(asked)), standard);
  for (const folder of foldersFrom(here)) {
    const path = join(folder, CONFIG_NAME);
    // in a folder that may not be entered nothing is
    const reading: Reading = (await isThere(path)) ? await readFound(path) : { unread: "missing" };
    if (!isMissing(reading)) return configOf(relative(here, path), here, reading, standard);
    if (await isThere(join(folder, MISNAMED))) return misnamedOf(relative(here, join(folder, MISNAMED)), folder);
    // what lies above a repository is somebody else's; of a work tree this is a file
    if (await isThere(join(folder, ".git"))) break;
  }
  return { config: NO_CONFIG, folder: here, path: CONFIG_NAME, problems: () => [] };
}

function misnamedOf(path: string, folder: string): FoundConfig {
  const name = path.replaceAll(sep, "/");
  const problems = (language: LanguageId) => [visible(`${name}: ${configText(misnamed, language)}`)];
  return { config: NO_CONFIG, folder, path, problems };
}

/** @param path relative to the current folder, as is told */
function configOf(path: string, here: string, reading: Reading, standard: Standard): FoundConfig {
  const name = path.replaceAll(sep, "/");
  const folder = dirname(resolve(here, path));
  if (!("text" in reading)) {
    return {
      config: NO_CONFIG,
      folder,
      path,
      problems: (_, messages) => [visible(`${name}: ${reasonOf(reading, messages.unread)}`)],
    };
  }
  const { config, problems } = readConfig(reading.text, standard);
  const lines = new Lines(reading.text);
  const place = (offset: number) => {
    const { line, character } = lines.position(offset);
    return `${name}:${line + 1}:${character + 1}`;
  };
  // each stays on its line, whatever a stranger's keys hold
  const messages = (language: LanguageId) =>
    problems.map((problem) => visible(`${place(problem.span.start)}: ${configText(problem, language)}`));
  return { config, folder, path, problems: messages };
}

/** The current folder; the root where it has been removed. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return sep;
  }
}

/** A folder and those above it, up to the root. */
function* foldersFrom(folder: string): Generator<string> {
  yield folder;
  const parent = dirname(folder);
  if (parent !== folder) yield* foldersFrom(parent);
}

function isMissing(reading: Reading): boolean {
  return "unread" in reading && reading.unread === "missing";
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
