import type { ConfigFaults } from "../problem.ts";

/** What is said of configurations. */
export interface ConfigMessages {
  /** What is wrong, and what may stand there. What is wrong with it as YAML is said as it is of profiles. */
  readonly what: { readonly [K in Exclude<keyof ConfigFaults, "yaml">]: (data: ConfigFaults[K]) => string };
  /** Nothing was found where a configuration says what is a profile. */
  readonly nothingFound: (paths: readonly string[], globs: readonly string[]) => string;
}
