import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, analyze, type Bundle } from "./core/analyze.ts";
import type { Runtime } from "./runtime.ts";

/** An analysis with what it depends on. */
export interface Judged {
  readonly version: number;
  readonly today: string;
  readonly missingFiles: ReadonlySet<string>;
  readonly analysis: Analysis;
}

/** Analyses of more documents than these are made again when asked for: each holds its document's values. */
const MOST_KEPT = 8;

const NO_FILES: ReadonlySet<string> = new Set();

/** The analyses of the open documents: of one version and day, and one state of the files that evidence names. */
export class Analyses {
  /** By the document as it was opened: another opening of the same file is another document. */
  readonly #kept = new Map<TextDocument, Judged>();
  readonly #bundle: Bundle;
  readonly #runtime: Runtime;

  constructor(bundle: Bundle, runtime: Runtime) {
    this.#bundle = bundle;
    this.#runtime = runtime;
  }

  /** The analysis of a document as it is now. */
  async of(document: TextDocument, today: string): Promise<Judged> {
    const { uri, version } = document;
    const kept = this.#kept.get(document);
    const isCurrent = kept?.version === version && kept.today === today;
    // the text of this version; the document may change while files are looked for
    const text = document.getText();
    const judge = (missingFiles: ReadonlySet<string>): Judged => {
      const analysis = analyze(text, this.#bundle, { today, missingFiles });
      return { version, today, missingFiles, analysis };
    };
    let judged = isCurrent ? kept : judge(kept?.missingFiles ?? NO_FILES);
    const { evidenceFiles } = judged.analysis;
    if (evidenceFiles.length > 0) {
      const missing = await this.#runtime.missingFiles(uri, evidenceFiles);
      if (!isSame(missing, judged.missingFiles)) judged = judge(missing);
    }
    this.#keep(document, judged);
    return judged;
  }

  forget(document: TextDocument): void {
    this.#kept.delete(document);
  }

  #keep(document: TextDocument, judged: Judged): void {
    // a map is in the order of its keys' coming: the last looked at is the last to go
    this.#kept.delete(document);
    this.#kept.set(document, judged);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((file) => b.has(file));
}
