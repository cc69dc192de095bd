import type { Edition } from "../vscode/setup.ts";
import type { Locale } from "../vscode/workbench.ts";

/** An editor that the packaged extension is tried in. */
export interface Variant {
  readonly name: string;
  readonly edition: Edition;
  readonly locale: Locale;
  /** Where the extension runs: in Node, or in a worker of the browser. */
  readonly host: "node" | "web";
  /** The test files that run in it, without `.test.ts`; without any, all. */
  readonly files?: readonly string[];
}

/** The newest editor is tried with everything, in both languages; the others show that the extension lives there too. */
export const variants: readonly Variant[] = [
  { name: "en", edition: "newest", locale: "en", host: "node" },
  { name: "ja", edition: "newest", locale: "ja", host: "node" },
  { name: "oldest", edition: "oldest", locale: "ja", host: "node", files: ["smoke"] },
  { name: "web", edition: "newest", locale: "ja", host: "web", files: ["smoke", "checklist", "export"] },
];
