import type { Lock } from "../core/findings/severities.ts";
import type { Span } from "../core/yaml/node.ts";
import type { ProblemKind } from "../core/yaml/problem.ts";
import type { GlobFault } from "./glob.ts";

/** The faults of a configuration, each with the data for its message. */
export interface ConfigFaults {
  yaml: { readonly kind: ProblemKind; readonly text: string | undefined };
  /** The file has the wrong name. */
  name: { readonly name: string };
  /** A second document follows a `---`. */
  documents: Record<never, never>;
  /** The key is empty for the whole document. */
  type: { readonly key: string; readonly expected: "mapping" | "list" | "text"; readonly written: string };
  key: { readonly key: string; readonly similar: string | undefined; readonly keys: readonly string[] };
  value: {
    readonly key: string;
    readonly written: string;
    readonly similar: string | undefined;
    readonly allowed: readonly string[];
  };
  /** The list is empty. */
  none: { readonly key: string };
  many: { readonly key: string; readonly most: number };
  glob: { readonly glob: string; readonly fault: GlobFault };
  code: { readonly code: string; readonly similar: string | undefined; readonly kinds: readonly string[] };
  row: { readonly code: string; readonly row: string; readonly rows: readonly string[] };
  /** No finding can have this code, because of the row's obligations. */
  never: { readonly code: string; readonly codes: readonly string[] };
  locked: { readonly code: string; readonly lock: Lock };
}

export type ConfigFault = keyof ConfigFaults;

/** A fault at one place in a configuration, as data without text. */
export type ConfigProblem = {
  [K in ConfigFault]: { readonly fault: K; readonly data: ConfigFaults[K]; readonly span: Span };
}[ConfigFault];
