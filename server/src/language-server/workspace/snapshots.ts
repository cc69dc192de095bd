import type { CancellationToken, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { findEncodingMismatch } from "../encoding-mismatch.ts";
import type { Runtime } from "../runtime.ts";
import type { ClientSettings } from "../settings.ts";
import type { Analyses, VersionedAnalysis } from "./analyses.ts";
import { stopIfCancelled } from "./cancellation.ts";
import type { Configurations } from "./configurations.ts";
import type { OpenDocument, Snapshot } from "./open-document.ts";
import type { ViewOptions } from "./view-options.ts";

export interface DocumentSnapshot extends Snapshot {
  readonly document: TextDocument;
}

export interface SnapshotsContext {
  readonly runtime: Runtime;
  readonly documents: TextDocuments<TextDocument>;
  readonly analyses: Analyses;
  readonly configurations: Configurations;
  readonly settings: ClientSettings;
  readonly viewOptions: () => ViewOptions;
}

/** Snapshots of the open documents, each with its analysis. */
export class Snapshots {
  /** Part of every result id, so that a client that kept ids from an earlier server does not take them for ours. */
  readonly #serverId = Math.random().toString(36).slice(2);
  /** Numbers the texts of a document: a client may give two texts the same version. */
  readonly #textNumbers = new WeakMap<TextDocument, { readonly text: string; readonly number: number }>();
  #lastNumber = 0;
  /** The number of edits, and of requests for snapshots, so far. */
  #arrivals = 0;
  #settling: Promise<void> | undefined;
  readonly #context: SnapshotsContext;

  constructor(context: SnapshotsContext) {
    this.#context = context;
    context.documents.onDidChangeContent(() => {
      this.#arrivals++;
    });
  }

  /**
   * Resolves once the settings and configurations are read and the messages that have already arrived are handled.
   *
   * @param isFresh whether to read configurations again if the client does not report changes
   */
  async ready(isFresh: boolean): Promise<void> {
    const { settings, configurations } = this.#context;
    await Promise.all([settings.ready, this.#settled(), configurations.ready(isFresh)]);
  }

  /**
   * A document as it is now; undefined if it is not open.
   *
   * @param options `isFresh`: looks at the disk again even if the text is unchanged; `version`: undefined if it has another by now
   */
  async of(
    uri: string,
    token?: CancellationToken,
    { isFresh = false, version: wanted }: { readonly isFresh?: boolean; readonly version?: number } = {},
  ): Promise<DocumentSnapshot | undefined> {
    const { runtime, documents, analyses, configurations, viewOptions } = this.#context;
    await this.ready(isFresh);
    if (token) stopIfCancelled(token);
    const document = documents.get(uri);
    if (!document || (wanted !== undefined && document.version !== wanted)) return undefined;
    const severities = configurations.severitiesOf(uri);
    const versioned = await analyses.of(document, viewOptions().today, { isFresh, severities });
    const { version, analysis } = versioned;
    const encodingMismatch = await findEncodingMismatch(uri, analysis.source.text, runtime);
    if (token) stopIfCancelled(token);
    const isClosed = documents.get(uri) !== document;
    if (isClosed) return undefined;
    const { language, capabilities } = viewOptions();
    const view = { uri, analysis, language, capabilities, encodingMismatch };
    const encoding = encodingMismatch ? [encodingMismatch.encoding] : [];
    const resultId = [...this.#resultIdParts(document, versioned, language), ...encoding].join("|");
    return { document, version, resultId, view };
  }

  /** The open documents, for requests across files. */
  openDocuments(): OpenDocument[] {
    const { documents, analyses } = this.#context;
    return documents.all().map((document) => ({
      uri: document.uri,
      evidenceKeys: analyses.evidenceKeys(document),
      snapshot: () => this.of(document.uri, undefined, { isFresh: true }),
    }));
  }

  /** Resolves once what has already arrived is in, for all who wait and in their order. The messages of a burst come one by one. */
  #settled(): Promise<void> {
    this.#arrivals++;
    this.#settling ??= this.#settle().finally(() => {
      this.#settling = undefined;
    });
    return this.#settling;
  }

  async #settle(): Promise<void> {
    for (let seen = -1; seen !== this.#arrivals; ) {
      seen = this.#arrivals;
      await this.#context.runtime.settled();
    }
  }

  #resultIdParts(document: TextDocument, { version, text, today, missingFiles }: VersionedAnalysis, language: string) {
    const configuration = this.#context.configurations.idOf(document.uri);
    return [this.#serverId, this.#numberOf(document, text), version, today, language, configuration, ...missingFiles];
  }

  #numberOf(document: TextDocument, text: string): number {
    const last = this.#textNumbers.get(document);
    if (last?.text === text) return last.number;
    const number = ++this.#lastNumber;
    this.#textNumbers.set(document, { text, number });
    return number;
  }
}
