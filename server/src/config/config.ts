import type { Severities } from "../core/findings/severities.ts";
import type { LanguageId } from "../messages/language.ts";

/** The file name of a folder's configuration. */
export const CONFIG_NAME = "vendor-profile.config.yaml";

/** A likely mistake for it. A file of this name is not read, and a problem says so. */
export const MISNAMED = "vendor-profile.config.yml";

/** A folder's configuration. */
export interface Config {
  /** Globs for profiles, relative to the configuration's folder; undefined for the usual names. */
  readonly files: readonly string[] | undefined;
  /** Globs for files that are not profiles, although `files` or the usual names match them. */
  readonly exclude: readonly string[];
  readonly language: LanguageId | undefined;
  readonly severities: Severities;
}

/** The defaults for a folder without a configuration. */
export const NO_CONFIG: Config = { files: undefined, exclude: [], language: undefined, severities: new Map() };
