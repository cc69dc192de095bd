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
import { Analyses, type Judged } from "./analyses.ts";
import type { Bundle } from "./core/analyze.ts";
import { isDate } from "./core/schema/formats.ts";
import { abilitiesOf } from "./features/abilities.ts";
import { diagnostics, SOURCE } from "./features/diagnostics.ts";
import { PAGE_SCHEME, pageText } from "./features/pages.ts";
import { verdict, verdictNotification } from "./features/verdict.ts";
import type { View } from "./features/view.ts";
import { version } from "./generated/version.ts";
import { chooseLanguage } from "./language.ts";
import type { Runtime } from "./runtime.ts";

/** The settings under `vendorProfile`; what is not of its form counts as not set. */
interface Settings {
  readonly language?: unknown;
  readonly asOf?: unknown;
}

/** Serves one client over a connection until it ends. All that depends on the host is in `runtime`. */
export function startServer(connection: Connection, runtime: Runtime, bundle: Bundle): void {
  const documents = new TextDocuments(TextDocument);
  const analyses = new Analyses(bundle, runtime);
  /** Numbers the openings of documents: a version alone may come again with another text. */
  const openings = new WeakMap<TextDocument, number>();
  const life = Math.random().toString(36).slice(2);
  let serial = 0;
  let settings: Settings = {};
  let client: InitializeParams | undefined;
  let abilities = abilitiesOf({});

  const language = () => chooseLanguage(settings.language, [client?.locale, runtime.locale]);
  const canPull = () => client?.capabilities.textDocument?.diagnostic !== undefined;
  const canRefresh = () => client?.capabilities.workspace?.diagnostics?.refreshSupport === true;
  const showsVerdicts = () => isRecord(client?.initializationOptions) && client.initializationOptions.verdict === true;
  const canConfigure = () => client?.capabilities.workspace?.configuration === true;

  connection.onInitialize((params): InitializeResult => {
    client = params;
    abilities = abilitiesOf(params.capabilities);
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
  }

  /** The analysis of a document as it is now; a client that shows verdicts is told. */
  async function judge(document: TextDocument): Promise<Judged> {
    const { uri, version } = document;
    const { asOf } = settings;
    const today = typeof asOf === "string" && isDate(asOf) ? asOf : runtime.today(bundle.standard.timeZone.utcOffset);
    const judged = await analyses.of(document, today);
    if (showsVerdicts() && documents.get(uri)?.version === version) {
      logged(connection.sendNotification(verdictNotification, verdict(uri, version, judged.analysis, language())));
    }
    return judged;
  }

  function viewOf(uri: string, { analysis }: Judged): View {
    return { uri, analysis, language: language(), abilities };
  }

  /** The same as long as the same is to be said of a document. */
  function resultIdOf(document: TextDocument, { version, today, missingFiles }: Judged): string {
    return [life, openings.get(document), version, today, language(), ...missingFiles].join("|");
  }

  connection.languages.diagnostics.on(
    async ({ textDocument: { uri }, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
      await Promise.all([configured, runtime.settled()]);
      stopIfCancelled(token);
      const document = documents.get(uri);
      if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const judged = await judge(document);
      stopIfCancelled(token);
      const resultId = resultIdOf(document, judged);
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return {
        kind: DocumentDiagnosticReportKind.Full,
        resultId,
        items: diagnostics(viewOf(uri, judged)),
      };
    },
  );

  /** Publishes, for clients that do not pull, once the edits that have already arrived are in. */
  async function publish({ uri, version }: TextDocument): Promise<void> {
    await Promise.all([configured, runtime.settled()]);
    const document = documents.get(uri);
    if (document?.version !== version) return;
    const judged = await judge(document);
    if (documents.get(uri)?.version !== version) return;
    await connection.sendDiagnostics({ uri, version, diagnostics: diagnostics(viewOf(uri, judged)) });
  }

  documents.onDidOpen(({ document }) => {
    openings.set(document, ++serial);
  });
  documents.onDidChangeContent(({ document }) => {
    if (!canPull()) logged(publish(document));
  });
  documents.onDidClose(({ document }) => {
    analyses.forget(document);
    if (!canPull()) logged(connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
  });

  connection.workspace.textDocumentContent.on(({ uri }) => ({ text: pageText(uri, bundle) ?? "" }));

  documents.listen(connection);
  connection.listen();
}

function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
