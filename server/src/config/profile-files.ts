import { CONFIG_NAME, type Config } from "./config.ts";
import { globMatcher } from "./glob.ts";

/** The usual file names of profiles, as globs. */
export const PROFILE_NAMES = ["*.vendor.yaml", "*.vendor.yml", "vendor-profile.yaml", "vendor-profile.yml"];

/** Whether a URI or path has the usual name of a profile. */
export function isProfile(uri: string): boolean {
  return /(?:\.vendor|\/vendor-profile)\.ya?ml$/.test(uri);
}

/** What a file search looks for: globs below a folder, and whether to include hidden files. */
export interface Candidates {
  readonly globs: readonly string[];
  readonly hidden: boolean;
}

/** The search without `files` in a configuration. */
export const USUAL: Candidates = { globs: PROFILE_NAMES.map((name) => `**/${name}`), hidden: false };

/**
 * Files that may be profiles under a configuration. Other programs never see the configuration's own globs: the search uses only
 * their file extensions, and `selectionOf` filters its results.
 */
export function candidatesOf({ files }: Config): Candidates {
  if (files === undefined) return USUAL;
  const globs = files.map((glob) => `**/*${/\.(?:\w+|\{\w+(?:,\w+)+\})$/.exec(glob)?.[0] ?? ""}`);
  return { globs: [...new Set(globs)], hidden: files.some((glob) => WITH_DOT.test(glob)) };
}

/** A glob in which a name, or an alternative in braces, begins with a dot. */
const WITH_DOT = /(?:^|[/{,]|\{,[^{}]*\}|,\})\.(?:[^/]|$)/;

/** Which files are profiles under a configuration. Paths are relative to its folder. */
export interface Selection {
  /** By the configuration's `files` or, without them, by the usual names; `exclude` applies to both. */
  readonly holds: (path: string) => boolean;
  /** Only by the configuration's `files`. */
  readonly names: (path: string) => boolean;
}

/** Whether a search without a configuration finds a path. */
export const isUsual = globMatcher(USUAL.globs);

export function selectionOf({ files, exclude }: Config): Selection {
  const isNamed = globMatcher(files ?? []);
  const isExcluded = globMatcher(exclude);
  // The configuration itself is never a profile, even if a glob matches it.
  const names = (path: string) => isNamed(path) && !isExcluded(path) && !`/${path}`.endsWith(`/${CONFIG_NAME}`);
  return { names, holds: files === undefined ? (path) => isProfile(`/${path}`) && !isExcluded(path) : names };
}
