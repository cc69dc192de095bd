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

/** The configuration of a command line, and its problems, one line each. */
export interface FoundConfig extends FolderConfig {
  /** Its path relative to the current folder, even if it does not exist. */
  readonly path: string;
  readonly problems: (language: LanguageId, messages: CliMessages) => readonly string[];
}

/** Reads the configuration at a path; without one, the nearest in the current folder or above, up to the root of the repository. */
export async function findConfig(configPath: string | undefined, standard: Standard): Promise<FoundConfig> {
  const here = currentFolder();
  if (configPath !== undefined) return configOf(configPath, here, await readText(createReadStream(configPath)), standard);
  for (const folder of foldersFrom(here)) {
    const path = join(folder, CONFIG_NAME);
    // an inaccessible folder has no configuration
    const reading: Reading = (await exists(path)) ? await readFound(path) : { unread: "missing" };
    if (!isMissing(reading)) return configOf(relative(here, path), here, reading, standard);
    if (await exists(join(folder, MISNAMED))) return misnamedOf(relative(here, join(folder, MISNAMED)), folder);
    // nothing above the repository belongs to the user; in a work tree, .git is a file
    if (await exists(join(folder, ".git"))) break;
  }
  return { config: NO_CONFIG, folder: here, path: CONFIG_NAME, problems: () => [] };
}

function misnamedOf(path: string, folder: string): FoundConfig {
  const name = path.replaceAll(sep, "/");
  const problems = (language: LanguageId) => [visible(`${name}: ${configText(misnamed, language)}`)];
  return { config: NO_CONFIG, folder, path, problems };
}

/** @param path relative to the current folder, as messages show it */
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
  // keys may hold line breaks and control characters
  const problemLines = (language: LanguageId) =>
    problems.map((problem) => visible(`${place(problem.span.start)}: ${configText(problem, language)}`));
  return { config, folder, path, problems: problemLines };
}

/** The current folder; the root if it has been removed. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return sep;
  }
}

/** A folder and all above it, up to the root. */
function* foldersFrom(folder: string): Generator<string> {
  yield folder;
  const parent = dirname(folder);
  if (parent !== folder) yield* foldersFrom(parent);
}

function isMissing(reading: Reading): boolean {
  return "unread" in reading && reading.unread === "missing";
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
