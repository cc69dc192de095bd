import type { TextDocument } from "vscode-languageserver-textdocument";
import { NO_CONFIG } from "../../config/config.ts";
import { type Analysis, analyze, type Bundle } from "../../core/analysis/analyze.ts";
import type { Severities } from "../../core/findings/severities.ts";
import { keysBeside } from "../../host/uri.ts";
import type { Runtime } from "../runtime.ts";

/** An analysis with what it depends on. */
export interface VersionedAnalysis {
  readonly version: number;
  /** That of this version: a client may number two texts alike. */
  readonly text: string;
  readonly today: string;
  readonly severities: Severities;
  readonly missingFiles: ReadonlySet<string>;
  readonly analysis: Analysis;
}

interface Pending {
  readonly version: number;
  readonly text: string;
  readonly today: string;
  readonly severities: Severities;
  readonly judged: Promise<VersionedAnalysis>;
}

/** Analyses of more documents than these are made again when asked for: each holds its document's values. */
const MAX_KEPT = 8;

/** No file is missing, as far as is known. */
export const NO_FILES: ReadonlySet<string> = new Set();

/** What a document is judged by, besides its text. */
type Terms = Pick<VersionedAnalysis, "today" | "severities">;

/** The analyses of the open documents: of one version, day and configuration, and one state of the files that evidence names. */
export class Analyses {
  /** By the document as it was opened: another opening of the same file is another document. */
  readonly #kept = new Map<TextDocument, VersionedAnalysis>();
  /** Those that are being made. */
  readonly #pending = new WeakMap<TextDocument, Pending>();
  /** The keys of the files that evidence names, of every document that has been judged. */
  readonly #evidenceKeys = new WeakMap<TextDocument, readonly string[]>();
  readonly #bundle: Bundle;
  readonly #runtime: Runtime;

  constructor(bundle: Bundle, runtime: Runtime) {
    this.#bundle = bundle;
    this.#runtime = runtime;
  }

  /**
   * The analysis of a document as it is now. Whether the files that evidence names are there is looked up for a new text, and
   * again where the answer has to be fresh.
   */
  async of(
    document: TextDocument,
    today: string,
    { isFresh = false, severities = NO_CONFIG.severities } = {},
  ): Promise<VersionedAnalysis> {
    const terms = { today, severities };
    const kept = this.#kept.get(document);
    const { version } = document;
    const text = document.getText();
    const isCurrent = kept?.version === version && kept.text === text && isSame(kept, terms);
    if (isCurrent && (!isFresh || kept.analysis.evidenceFiles.length === 0)) return kept;
    const pending = this.#pending.get(document);
    // who else asks of the same text waits for the same answer
    if (pending?.version === version && pending.text === text && isSame(pending, terms)) return pending.judged;
    const work = this.#judge(document, terms, kept, isCurrent);
    this.#pending.set(document, { version, text, ...terms, judged: work });
    const isPending = () => this.#pending.get(document)?.judged === work;
    try {
      const judged = await work;
      // it may have been changed or forgotten meanwhile
      if (isPending() && document.version === version && document.getText() === text) this.#keep(document, judged);
      return judged;
    } finally {
      if (isPending()) this.#pending.delete(document);
    }
  }

  async #judge(
    document: TextDocument,
    terms: Terms,
    kept: VersionedAnalysis | undefined,
    isCurrent: boolean,
  ): Promise<VersionedAnalysis> {
    const { uri, version } = document;
    // the text of this version; the document may change while files are looked for
    const text = document.getText();
    const judge = (missingFiles: ReadonlySet<string>, before: Analysis | undefined): VersionedAnalysis => {
      const analysis = analyze(text, this.#bundle, { ...terms, missingFiles }, before);
      return { version, text, ...terms, missingFiles, analysis };
    };
    let judged = kept && isCurrent ? kept : judge(kept?.missingFiles ?? NO_FILES, kept?.analysis);
    const { evidenceFiles } = judged.analysis;
    // before they are looked for: what comes or goes meanwhile counts
    this.#evidenceKeys.set(document, keysBeside(uri, evidenceFiles));
    if (evidenceFiles.length > 0) {
      const missing = await this.#runtime.missingFiles(uri, evidenceFiles);
      if (!isSameSet(missing, judged.missingFiles)) judged = judge(missing, judged.analysis);
    }
    return judged;
  }

  /** The keys of the files that a document's evidence names, as it was judged last. */
  evidenceKeys(document: TextDocument): readonly string[] {
    return this.#evidenceKeys.get(document) ?? [];
  }

  forget(document: TextDocument): void {
    this.#kept.delete(document);
    this.#pending.delete(document);
  }

  #keep(document: TextDocument, judged: VersionedAnalysis): void {
    // a map is in the order of its keys' coming: the last looked at is the last to go
    this.#kept.delete(document);
    this.#kept.set(document, judged);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }
}

function isSame(a: Terms, b: Terms): boolean {
  return a.today === b.today && a.severities === b.severities;
}

/** Whether two sets hold the same. */
export function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((file) => b.has(file));
}
