import type { Lock } from "../core/findings/severities.ts";
import type { Span } from "../core/yaml/node.ts";
import type { ProblemKind } from "../core/yaml/problem.ts";
import type { GlobFault } from "./glob.ts";

/** What may be wrong with a configuration, and what is to be said of it. */
export interface ConfigFaults {
  yaml: { readonly kind: ProblemKind; readonly text: string | undefined };
  /** It goes by another name than the one that is read. */
  name: { readonly name: string };
  /** A second document behind a `---`. */
  documents: Record<never, never>;
  /** The key is empty for the whole. */
  type: { readonly key: string; readonly expected: "mapping" | "list" | "text"; readonly written: string };
  key: { readonly key: string; readonly similar: string | undefined; readonly keys: readonly string[] };
  value: {
    readonly key: string;
    readonly written: string;
    readonly similar: string | undefined;
    readonly allowed: readonly string[];
  };
  /** A list without an item. */
  none: { readonly key: string };
  many: { readonly key: string; readonly most: number };
  glob: { readonly glob: string; readonly fault: GlobFault };
  code: { readonly code: string; readonly similar: string | undefined; readonly kinds: readonly string[] };
  row: { readonly code: string; readonly row: string; readonly rows: readonly string[] };
  /** A code that no finding has: the row's duties leave no room for it. */
  never: { readonly code: string; readonly codes: readonly string[] };
  locked: { readonly code: string; readonly lock: Lock };
}

export type ConfigFault = keyof ConfigFaults;

/** What is wrong at one place of a configuration, without prose. */
export type ConfigProblem = {
  [K in ConfigFault]: { readonly fault: K; readonly data: ConfigFaults[K]; readonly span: Span };
}[ConfigFault];
