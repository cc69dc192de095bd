import type { ConfigFaults } from "../problem.ts";

export interface ConfigMessages {
  /** What is wrong, and what to write instead. Errors in the YAML have the same messages as in profiles. */
  readonly what: { readonly [K in Exclude<keyof ConfigFaults, "yaml">]: (data: ConfigFaults[K]) => string };
  /** No file matches the globs of a configuration. */
  readonly nothingFound: (paths: readonly string[], globs: readonly string[]) => string;
}
