import {
  type CancellationToken,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  InlayHintRefreshRequest,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { changed } from "../../../protocol/requests.ts";
import { analyze, type Bundle } from "../core/analysis/analyze.ts";
import { version } from "../generated/version.ts";
import { pathBelow } from "../host/uri.ts";
import { editorCapabilities } from "../language-service/client-capabilities.ts";
import { diagnostics, SOURCE } from "../language-service/diagnostics.ts";
import { pageText } from "../language-service/pages.ts";
import { verdict, verdictNotification } from "../language-service/verdict.ts";
import { chooseLanguage } from "../messages/choose-language.ts";
import { withClientFiles } from "./client-files.ts";
import { configurationDiagnostics } from "./diagnostics/configuration.ts";
import { findEncodingMismatch } from "./encoding-mismatch.ts";
import { languageCapabilities, serveLanguageFeatures, type WithAnalysis, type WithErrorLogging } from "./language-features.ts";
import { serveNextUnstated } from "./next-unstated.ts";
import type { Runtime } from "./runtime.ts";
import { readSettings, record } from "./settings.ts";
import type { ViewContext } from "./views/context.ts";
import { serveViews } from "./views/index.ts";
import { Analyses, type VersionedAnalysis } from "./workspace/analyses.ts";
import { stopIfCancelled } from "./workspace/cancellation.ts";
import { Configurations } from "./workspace/configurations.ts";
import type { Snapshot } from "./workspace/workspace.ts";
import { filesChangedNotification, serveWorkspaceFeatures, workspaceCapabilities } from "./workspace-features.ts";

/** Serves one client over a connection until it ends. All that depends on the host is in `host`. */
export function startServer(connection: Connection, host: Runtime, bundle: Bundle): void {
  const runtime = withClientFiles(host, connection, () => record(client?.initializationOptions).fileSystem === true);
  const documents = new TextDocuments(TextDocument);
  const analyses = new Analyses(bundle, runtime);
  /** Numbers the texts of documents: a version may come again with another text. */
  const texts = new WeakMap<TextDocument, { readonly text: string; readonly number: number }>();
  /** What was told last of the verdict on a document. */
  const verdicts = new WeakMap<TextDocument, string>();
  const life = Math.random().toString(36).slice(2);
  let serial = 0;
  let settings = readSettings(undefined);
  let client: InitializeParams | undefined;
  let capabilities = editorCapabilities({});

  const configurations = new Configurations(bundle.standard, runtime, () => {
    logged(workspaceFeatures.reconfigured());
    publishConfigurations();
    if (record(client?.initializationOptions).files === true) logged(connection.sendNotification(filesChangedNotification));
  });

  const language = () => chooseLanguage(settings.language ?? configurations.language(), [client?.locale, runtime.locale]);
  const canPull = () => client?.capabilities.textDocument?.diagnostic !== undefined;
  const showsVerdicts = () => record(client?.initializationOptions).verdict === true;
  const today = () => settings.asOf ?? runtime.today(bundle.standard.timeZone.utcOffset);

  connection.onInitialize((params): InitializeResult => {
    client = params;
    capabilities = editorCapabilities(params.capabilities);
    settings = readSettings(params.initializationOptions);
    workspaceFeatures.initialize(params);
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(canPull()
          ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: true } }
          : {}),
        ...languageCapabilities(params.capabilities),
        ...workspaceCapabilities(capabilities),
        executeCommandProvider: { commands: [nextUnstated] },
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
    configured = logged(configure(undefined));
    logged(workspaceFeatures.register());
  });

  connection.onDidChangeConfiguration(({ settings }) => {
    configured = logged(configure(settings));
    // what is asked for again waits for the settings, so nothing may wait for it
    logged(configured.then(refresh));
  });

  /** A fault in one answer is logged, and costs that answer alone. */
  const told: WithErrorLogging =
    (answer) =>
    async (...asked) => {
      try {
        return await answer(...asked);
      } catch (error) {
        // a refusal is an answer
        if (!(error instanceof ResponseError)) log(error);
        throw error;
      }
    };

  /** What goes wrong beside a request is logged; it stops nothing. */
  async function logged(work: Promise<unknown>): Promise<void> {
    await work.catch(log);
  }

  function log(error: unknown): void {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  /** Has everything looked at again. */
  async function refresh(): Promise<void> {
    const { diagnostics, inlayHint, codeLens } = client?.capabilities.workspace ?? {};
    publishConfigurations();
    tellChange();
    const asked: Promise<unknown>[] = canPull() ? [] : documents.all().map(publish);
    if (inlayHint?.refreshSupport) asked.push(connection.sendRequest(InlayHintRefreshRequest.type));
    if (codeLens?.refreshSupport) asked.push(connection.sendRequest(CodeLensRefreshRequest.type));
    if (diagnostics?.refreshSupport) asked.push(connection.languages.diagnostics.refresh());
    await Promise.all(asked.map(logged));
  }

  /** Tells a client that shows the profiles that they may not be as they were. */
  function tellChange(): void {
    if (record(client?.initializationOptions).views === true) logged(connection.sendNotification(changed));
  }

  async function configure(pushed: unknown): Promise<void> {
    const isAsked = client?.capabilities.workspace?.configuration === true;
    const read: unknown = isAsked ? await connection.workspace.getConfiguration("vendorProfile") : record(pushed).vendorProfile;
    if (typeof read === "object" && read !== null) settings = readSettings(read);
  }

  /** A document as it is now, once the messages that have already arrived are in; undefined where it is not open. */
  async function look(
    uri: string,
    token?: CancellationToken,
    isFresh = false,
  ): Promise<(Snapshot & { document: TextDocument }) | undefined> {
    await Promise.all([configured, runtime.settled(), configurations.ready(isFresh)]);
    if (token) stopIfCancelled(token);
    const document = documents.get(uri);
    if (!document) return undefined;
    const judged = await analyses.of(document, today(), { isFresh, severities: configurations.severitiesOf(uri) });
    const encodingMismatch = await findEncodingMismatch(uri, judged.analysis.source.text, runtime);
    if (token) stopIfCancelled(token);
    // closed meanwhile: nothing is said of it any more
    if (documents.get(uri) !== document) return undefined;
    const resultId = [resultIdOf(document, judged), ...(encodingMismatch ? [encodingMismatch.encoding] : [])].join("|");
    return {
      document,
      version: judged.version,
      resultId,
      view: { uri, analysis: judged.analysis, language: language(), capabilities, encodingMismatch },
    };
  }

  /** The same as long as the same is to be said of a document. */
  function resultIdOf(document: TextDocument, { version, text, today, missingFiles }: VersionedAnalysis): string {
    const configuration = configurations.idOf(document.uri);
    return [life, numberOf(document, text), version, today, language(), configuration, ...missingFiles].join("|");
  }

  /** The same as long as a document, as it was opened, has the same text. */
  function numberOf(document: TextDocument, text: string): number {
    const known = texts.get(document);
    if (known?.text === text) return known.number;
    texts.set(document, { text, number: ++serial });
    return serial;
  }

  /** Tells a client that shows verdicts of one that it does not know. */
  function tell({ document, version, resultId, view }: Snapshot & { document: TextDocument }): void {
    if (!showsVerdicts() || document.version !== version || verdicts.get(document) === resultId) return;
    verdicts.set(document, resultId);
    logged(connection.sendNotification(verdictNotification, verdict(view.uri, version, view.analysis, view.language)));
  }

  connection.languages.diagnostics.on(
    told(async ({ textDocument: { uri }, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
      const looked = await look(uri, token, true);
      if (!looked) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      tell(looked);
      const { resultId, view } = looked;
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics(view) };
    }),
  );

  /** Publishes, for clients that do not pull, once the edits that have already arrived are in. */
  async function publish({ uri, version }: TextDocument): Promise<void> {
    const looked = await look(uri, undefined, true);
    if (looked?.document.version !== version || looked.version !== version) return;
    tell(looked);
    await connection.sendDiagnostics({ uri, version, diagnostics: diagnostics(looked.view) });
  }

  /** The configurations with problems that a client has been sent. */
  let published: readonly string[] = [];

  /** Publishes what is wrong with configurations, for clients that do not pull, and withdraws what no longer is. */
  function publishConfigurations(): void {
    if (canPull()) return;
    const all = new Map(
      configurations.all().map((configuration) => [configuration.uri, configurationDiagnostics(configuration, language())]),
    );
    for (const [uri, { length }] of all) if (length === 0) all.delete(uri);
    for (const uri of new Set([...published, ...all.keys()])) {
      logged(connection.sendDiagnostics({ uri, diagnostics: all.get(uri) ?? [] }));
    }
    published = [...all.keys()];
  }

  documents.onDidChangeContent(({ document }) => {
    // from here, for a client cannot tell when an edit has arrived
    tellChange();
    if (!canPull()) logged(publish(document));
  });
  documents.onDidClose(({ document }) => {
    analyses.forget(document);
    tellChange();
    if (!canPull()) logged(connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
  });

  const ask: WithAnalysis = (document, token, answer) =>
    told(async () => {
      const looked = await look(document.uri, token);
      return looked ? answer(looked.view, looked.version) : null;
    })();

  serveLanguageFeatures(connection, ask, {
    bundle,
    told,
    manner: () => ({ language: language(), capabilities }),
    showsHints: () => settings.inlayHints,
    folders: () => workspaceFeatures.folders(),
  });
  const nextUnstated = serveNextUnstated(connection, ask);
  const workspaceFeatures = serveWorkspaceFeatures(connection, ask, {
    bundle,
    told,
    runtime,
    configurations,
    open: () =>
      documents.all().map((document) => ({
        uri: document.uri,
        evidenceKeys: analyses.evidenceKeys(document),
        look: () => look(document.uri, undefined, true),
      })),
    terms: () => ({ today: today(), language: language(), capabilities }),
    isWhole: () => settings.wholeWorkspace,
    ready: async () => {
      await Promise.all([configured, runtime.settled(), configurations.ready(true)]);
    },
    refresh: () => void logged(refresh()),
    tellChange,
    log,
    logged,
  });

  const context: ViewContext = {
    bundle,
    language,
    today,
    files: async function* (token) {
      await Promise.all([configured, runtime.settled(), configurations.ready(true)]);
      yield* workspaceFeatures.files(token);
    },
    judge: async (uri, classification, token) => {
      const path = pathBelow(workspaceFeatures.folders(), uri);
      const looked = await look(uri, token, true);
      if (!looked) {
        const analysis = await workspaceFeatures.analysisOf(uri, classification ?? undefined);
        stopIfCancelled(token);
        return analysis && { uri, path, version: null, analysis };
      }
      const { view, version } = looked;
      const { source, today, missingFiles } = view.analysis;
      const analysis =
        classification === null
          ? view.analysis
          : analyze(
              source.text,
              bundle,
              { today, missingFiles, classification, severities: configurations.severitiesOf(uri) },
              view.analysis,
            );
      return { uri, path, version, analysis };
    },
    pathOf: (uri) => pathBelow(workspaceFeatures.folders(), uri),
    folders: () => workspaceFeatures.folders(),
    spreadsheet: () => runtime.load("spreadsheet"),
  };
  serveViews(connection, context, told);

  connection.workspace.textDocumentContent.on(told(({ uri }) => ({ text: pageText(uri, bundle) ?? "" })));

  documents.listen(connection);
  connection.listen();
}
