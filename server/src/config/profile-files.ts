import { CONFIG_NAME, type Config } from "./config.ts";
import { globMatcher } from "./glob.ts";

/** The names that profiles go by, as globs. */
export const PROFILE_NAMES = ["*.vendor.yaml", "*.vendor.yml", "vendor-profile.yaml", "vendor-profile.yml"];

/** Whether an address or a path is that of a profile, by its name. */
export function isProfile(address: string): boolean {
  return /(?:\.vendor|\/vendor-profile)\.ya?ml$/.test(address);
}

/** Where a search looks: globs below a folder, and whether what is hidden counts. */
export interface Candidates {
  readonly globs: readonly string[];
  readonly hidden: boolean;
}

/** What is searched where no configuration names its own files. */
export const USUAL: Candidates = { globs: PROFILE_NAMES.map((name) => `**/${name}`), hidden: false };

/**
 * What may be a profile by a configuration. Its own globs are handed to nobody: of each no more is looked at than how names end,
 * and what is found is matched afterwards.
 */
export function candidatesOf({ files }: Config): Candidates {
  if (files === undefined) return USUAL;
  const globs = files.map((glob) => `**/*${/\.(?:\w+|\{\w+(?:,\w+)+\})$/.exec(glob)?.[0] ?? ""}`);
  return { globs: [...new Set(globs)], hidden: files.some((glob) => WITH_DOT.test(glob)) };
}

/** A glob with a name that begins with a dot, also by a word in braces. */
const WITH_DOT = /(?:^|[/{,]|\{,[^{}]*\}|,\})\.(?:[^/]|$)/;

/** Whether files are profiles by a configuration: those that it names, or else by their names, but for those that it leaves out. */
export interface Selection {
  /** Given the path relative to the configuration's folder. */
  readonly holds: (path: string) => boolean;
  /** The same, of what the configuration names itself. */
  readonly names: (path: string) => boolean;
}

/** Whether a search of a folder finds what lies there, where no configuration names its own files. */
export const isUsual = globMatcher(USUAL.globs);

/** The profiles of a configuration's folder. */
export function selectionOf({ files, exclude }: Config): Selection {
  const isNamed = globMatcher(files ?? []);
  const isExcluded = globMatcher(exclude);
  // itself it is none, whatever its name is matched by
  const names = (path: string) => isNamed(path) && !isExcluded(path) && !`/${path}`.endsWith(`/${CONFIG_NAME}`);
  return { names, holds: files === undefined ? (path) => isProfile(`/${path}`) && !isExcluded(path) : names };
}
