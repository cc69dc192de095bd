import type { Edition } from "../vscode/setup.ts";
import type { Locale } from "../vscode/workbench.ts";

/** An editor to test the packaged extension in. */
export interface Variant {
  readonly name: string;
  readonly edition: Edition;
  readonly locale: Locale;
  /** Where the extension runs: in Node, or in a worker of the browser. */
  readonly host: "node" | "web";
  /** The test files to run, without `.test.ts`; all by default. */
  readonly files?: readonly string[];
}

/** The newest editor runs all tests in both languages. The others show that the extension works there too. */
export const variants: readonly Variant[] = [
  { name: "en", edition: "newest", locale: "en", host: "node" },
  { name: "ja", edition: "newest", locale: "ja", host: "node" },
  { name: "oldest", edition: "oldest", locale: "ja", host: "node", files: ["smoke"] },
  { name: "web", edition: "newest", locale: "ja", host: "web", files: ["smoke", "checklist", "export"] },
];
