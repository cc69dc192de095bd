import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Analysis, analyze, type Bundle } from "./core/analyze.ts";
import { isDate } from "./core/schema/formats.ts";
import { type Abilities, diagnostics, SOURCE } from "./features/diagnostics.ts";
import { PAGE_SCHEME, pageText } from "./features/pages.ts";
import { verdict, verdictNotification } from "./features/verdict.ts";
import { version } from "./generated/version.ts";
import { chooseLanguage } from "./language.ts";
import type { Runtime } from "./runtime.ts";

/** The settings under `vendorProfile`; what is not of its form counts as not set. */
interface Settings {
  readonly language?: unknown;
  readonly asOf?: unknown;
}

interface Entry {
  readonly version: number;
  readonly today: string;
  readonly analysis: Analysis;
  /** Changes with every analysis; the client sends it back to learn whether anything is new. */
  readonly resultId: string;
}

/** Serves one client over a connection until it ends. All that depends on the host is in `runtime`. */
export function startServer(connection: Connection, runtime: Runtime, bundle: Bundle): void {
  const documents = new TextDocuments(TextDocument);
  const entries = new Map<string, Entry>();
  const missing = new Map<string, ReadonlySet<string>>();
  const life = Math.random().toString(36).slice(2);
  let serial = 0;
  let settings: Settings = {};
  let client: InitializeParams | undefined;
  let abilities: Abilities = { relatedInformation: false, pages: false };

  const language = () => chooseLanguage(settings.language, [client?.locale, runtime.locale]);
  const canPull = () => client?.capabilities.textDocument?.diagnostic !== undefined;
  const canRefresh = () => client?.capabilities.workspace?.diagnostics?.refreshSupport === true;
  const canConfigure = () => client?.capabilities.workspace?.configuration === true;

  connection.onInitialize((params): InitializeResult => {
    client = params;
    const { textDocument, workspace } = params.capabilities;
    abilities = {
      relatedInformation: (textDocument?.diagnostic ?? textDocument?.publishDiagnostics)?.relatedInformation === true,
      pages: workspace?.textDocumentContent !== undefined,
    };
    if (isRecord(params.initializationOptions)) settings = params.initializationOptions;
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(canPull()
          ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false } }
          : {}),
        ...(abilities.pages ? { workspace: { textDocumentContent: { schemes: [PAGE_SCHEME] } } } : {}),
      },
      serverInfo: { name: SOURCE, version },
    };
  });

  /** Nothing is said before the settings are known: it might be in the wrong language. */
  let configured: Promise<void> = Promise.resolve();

  connection.onInitialized(() => {
    if (client?.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      logged(connection.client.register(DidChangeConfigurationNotification.type, { section: "vendorProfile" }));
    }
    configured = logged(readSettings(undefined));
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    configured = logged(readSettings(settings));
    // what is asked for again waits for the settings, so nothing may wait for it
    logged(configured.then(refresh));
  });

  /** What goes wrong beside a request is logged; it stops nothing. */
  async function logged(work: Promise<unknown>): Promise<void> {
    await work.catch((error: unknown) =>
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
  }

  /** Has everything looked at again. */
  async function refresh(): Promise<void> {
    if (canRefresh()) await connection.languages.diagnostics.refresh();
    if (!canPull()) await Promise.all(documents.all().map(publish));
  }

  async function readSettings(pushed: unknown): Promise<void> {
    const read: unknown = canConfigure()
      ? await connection.workspace.getConfiguration("vendorProfile")
      : isRecord(pushed)
        ? pushed.vendorProfile
        : undefined;
    if (isRecord(read)) settings = read;
    entries.clear();
  }

  /** The analysis of a document as it is now. */
  async function entryOf(document: TextDocument): Promise<Entry> {
    const { uri, version } = document;
    const { asOf } = settings;
    const today = typeof asOf === "string" && isDate(asOf) ? asOf : runtime.today(bundle.standard.timeZone);
    const known = entries.get(uri);
    if (known && known.version === version && known.today === today) return known;
    const text = document.getText();
    let analysis = analyze(text, bundle, { today, missingFiles: missing.get(uri) ?? new Set() });
    if (analysis.evidenceFiles.length > 0) {
      const absent = await runtime.missingFiles(uri, analysis.evidenceFiles);
      if (!isSame(absent, missing.get(uri))) analysis = analyze(text, bundle, { today, missingFiles: absent });
      missing.set(uri, absent);
    }
    const entry = { version, today, analysis, resultId: `${life}.${++serial}` };
    // a later version may have been analysed meanwhile, or the document closed
    if (documents.get(uri)?.version === version) {
      entries.set(uri, entry);
      if (isRecord(client?.initializationOptions) && client.initializationOptions.verdict === true) {
        logged(connection.sendNotification(verdictNotification, verdict(uri, version, analysis, language())));
      }
    }
    return entry;
  }

  connection.languages.diagnostics.on(
    async ({ textDocument: { uri }, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
      await Promise.all([configured, runtime.settled()]);
      stopIfCancelled(token);
      const document = documents.get(uri);
      if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const { analysis, resultId } = await entryOf(document);
      stopIfCancelled(token);
      const id = `${resultId}.${language()}`;
      if (id === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
      return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: diagnostics(uri, analysis, language(), abilities) };
    },
  );

  /** Publishes, for clients that do not pull, once the edits that have already arrived are in. */
  async function publish({ uri, version }: TextDocument): Promise<void> {
    await Promise.all([configured, runtime.settled()]);
    const document = documents.get(uri);
    if (document?.version !== version) return;
    const { analysis } = await entryOf(document);
    if (documents.get(uri)?.version !== version) return;
    await connection.sendDiagnostics({ uri, version, diagnostics: diagnostics(uri, analysis, language(), abilities) });
  }

  documents.onDidChangeContent(({ document }) => {
    if (!canPull()) logged(publish(document));
  });
  documents.onDidClose(({ document: { uri } }) => {
    entries.delete(uri);
    missing.delete(uri);
    if (!canPull()) logged(connection.sendDiagnostics({ uri, diagnostics: [] }));
  });

  connection.workspace.textDocumentContent.on(({ uri }) => ({ text: pageText(uri, bundle) ?? "" }));

  documents.listen(connection);
  connection.listen();
}

function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string> | undefined): boolean {
  return a.size === (b?.size ?? 0) && [...a].every((file) => b?.has(file));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
