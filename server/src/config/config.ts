import type { Severities } from "../core/findings/severities.ts";
import type { LanguageId } from "../messages/language.ts";

/** The name of a folder's configuration. */
export const CONFIG_NAME = "vendor-profile.config.yaml";

/** What it may be called by mistake; by this name it is not read, and that is told. */
export const MISNAMED = "vendor-profile.config.yml";

/** What the configuration of a folder says. */
export interface Config {
  /** Globs of the files that are profiles, relative to the configuration's folder; undefined: the usual names. */
  readonly files: readonly string[] | undefined;
  /** Globs of files that are none all the same. */
  readonly exclude: readonly string[];
  readonly language: LanguageId | undefined;
  readonly severities: Severities;
}

/** What holds where there is no configuration. */
export const NO_CONFIG: Config = { files: undefined, exclude: [], language: undefined, severities: new Map() };
