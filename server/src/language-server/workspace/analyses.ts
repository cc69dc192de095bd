import type { TextDocument } from "vscode-languageserver-textdocument";
import { NO_CONFIG } from "../../config/config.ts";
import { type Analysis, analyze, type Bundle } from "../../core/analysis/analyze.ts";
import type { Severities } from "../../core/findings/severities.ts";
import { keysBeside } from "../../host/uri.ts";
import type { Runtime } from "../runtime.ts";

/** What an analysis is made from, besides the files that evidence names. */
interface AnalysisKey {
  readonly version: number;
  /** Compared as well, because a client may give two texts the same version. */
  readonly text: string;
  readonly today: string;
  readonly severities: Severities;
}

export interface VersionedAnalysis extends AnalysisKey {
  readonly missingFiles: ReadonlySet<string>;
  readonly analysis: Analysis;
}

interface PendingAnalysis extends AnalysisKey {
  readonly result: Promise<VersionedAnalysis>;
}

/** An analysis holds all values of its document, so only the most recently used are cached. */
const MAX_CACHED_ANALYSES = 8;

/** No file is known to be missing. */
export const NO_FILES: ReadonlySet<string> = new Set();

/** The analyses of the open documents. Each is reused until the document, what it is evaluated by, or a file of evidence changes. */
export class Analyses {
  /** Keyed by document object: a file that is closed and opened again is another document. Least recently used first. */
  readonly #cached = new Map<TextDocument, VersionedAnalysis>();
  readonly #pending = new WeakMap<TextDocument, PendingAnalysis>();
  /** The keys of the files that evidence names. They outlive the cached analysis. */
  readonly #evidenceKeys = new WeakMap<TextDocument, readonly string[]>();
  readonly #bundle: Bundle;
  readonly #runtime: Runtime;

  constructor(bundle: Bundle, runtime: Runtime) {
    this.#bundle = bundle;
    this.#runtime = runtime;
  }

  /**
   * The analysis of a document as it is now.
   *
   * @param today the date to evaluate on, as YYYY-MM-DD
   * @param options `isFresh`: looks for the files that evidence names even if the text is unchanged
   */
  async of(
    document: TextDocument,
    today: string,
    { isFresh = false, severities = NO_CONFIG.severities } = {},
  ): Promise<VersionedAnalysis> {
    const key: AnalysisKey = { version: document.version, text: document.getText(), today, severities };
    const cached = this.#cached.get(document);
    const current = cached && isSameKey(cached, key) ? cached : undefined;
    if (current && (!isFresh || current.analysis.evidenceFiles.length === 0)) return current;
    const pending = this.#pending.get(document);
    if (pending && isSameKey(pending, key)) return pending.result;
    const result = this.#analyze(document, key, cached, current !== undefined);
    this.#pending.set(document, { ...key, result });
    const isPending = () => this.#pending.get(document)?.result === result;
    try {
      const analysis = await result;
      // The document may have been edited or closed in the meantime.
      if (isPending() && document.version === key.version && document.getText() === key.text) this.#cache(document, analysis);
      return analysis;
    } finally {
      if (isPending()) this.#pending.delete(document);
    }
  }

  /** The keys of the files that a document's evidence names, from its last analysis. */
  evidenceKeys(document: TextDocument): readonly string[] {
    return this.#evidenceKeys.get(document) ?? [];
  }

  forget(document: TextDocument): void {
    this.#cached.delete(document);
    this.#pending.delete(document);
  }

  async #analyze(
    document: TextDocument,
    key: AnalysisKey,
    cached: VersionedAnalysis | undefined,
    isCurrent: boolean,
  ): Promise<VersionedAnalysis> {
    const { uri } = document;
    const { text, today, severities } = key;
    const analysisWith = (missingFiles: ReadonlySet<string>, previous: Analysis | undefined): VersionedAnalysis => {
      const analysis = analyze(text, this.#bundle, { today, severities, missingFiles }, previous);
      return { ...key, missingFiles, analysis };
    };
    const result = cached && isCurrent ? cached : analysisWith(cached?.missingFiles ?? NO_FILES, cached?.analysis);
    const { evidenceFiles } = result.analysis;
    // Set before the lookup, so that a file that comes or goes during it is not overlooked.
    this.#evidenceKeys.set(document, keysBeside(uri, evidenceFiles));
    if (evidenceFiles.length === 0) return result;
    const missingFiles = await this.#runtime.missingFiles(uri, evidenceFiles);
    return isSameSet(missingFiles, result.missingFiles) ? result : analysisWith(missingFiles, result.analysis);
  }

  #cache(document: TextDocument, analysis: VersionedAnalysis): void {
    // A map iterates in the order of insertion: inserting again makes this one the most recently used.
    this.#cached.delete(document);
    this.#cached.set(document, analysis);
    const [oldest] = this.#cached.keys();
    if (this.#cached.size > MAX_CACHED_ANALYSES && oldest !== undefined) this.#cached.delete(oldest);
  }
}

function isSameKey(a: AnalysisKey, b: AnalysisKey): boolean {
  return a.version === b.version && a.text === b.text && a.today === b.today && a.severities === b.severities;
}

/** Whether two sets have the same elements. */
export function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((file) => b.has(file));
}
