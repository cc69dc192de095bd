import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { Bundle } from "../core/analysis/analyze.ts";
import { version } from "../generated/version.ts";
import { SOURCE } from "../language-service/diagnostics.ts";
import { NEXT_UNSTATED } from "../language-service/next-unstated.ts";
import { pageText } from "../language-service/pages.ts";
import type { Client } from "./client.ts";
import { DiagnosticsPublisher } from "./diagnostics/publisher.ts";
import { servePullDiagnostics } from "./diagnostics/pull.ts";
import { languageCapabilities, serveLanguageFeatures } from "./language-features.ts";
import { serveNextUnstated } from "./next-unstated.ts";
import type { Runtime } from "./runtime.ts";
import { createSession, type Session, withAnalysisOf } from "./session.ts";
import { Updates } from "./updates.ts";
import { VerdictNotifier } from "./verdict-notifier.ts";
import { serveViews } from "./views/index.ts";
import { viewContextOf } from "./views/session-context.ts";
import { WorkspaceChanges } from "./workspace-changes.ts";
import { registerPageReferences, serveWorkspaceFeatures, workspaceCapabilities } from "./workspace-features.ts";

/** Serves one client over a connection until it ends. Everything that depends on the host is in `host`. */
export function startServer(connection: Connection, host: Runtime, bundle: Bundle): void {
  const session = createSession(connection, host, bundle);
  const { logger, documents } = session;
  const verdicts = new VerdictNotifier(session);
  const publisher = new DiagnosticsPublisher(session, verdicts);
  const updates = new Updates(session, publisher);
  const changes = new WorkspaceChanges(session, updates, publisher);
  const withAnalysis = withAnalysisOf(session);

  serveLifecycle(session, updates, changes);
  serveDocuments(session, updates, publisher);
  servePullDiagnostics(session, verdicts);
  serveLanguageFeatures(session, withAnalysis);
  serveNextUnstated(connection, withAnalysis);
  serveWorkspaceFeatures(session, withAnalysis);
  serveViews(connection, viewContextOf(session), logger.withErrorLogging);
  connection.workspace.textDocumentContent.on(logger.withErrorLogging(({ uri }) => ({ text: pageText(uri, bundle) ?? "" })));

  documents.listen(connection);
  connection.listen();
}

function serveLifecycle(session: Session, updates: Updates, changes: WorkspaceChanges): void {
  const { connection, client, settings, logger } = session;

  connection.onInitialize((params): InitializeResult => {
    client.initialize(params);
    settings.initialize(params.initializationOptions);
    changes.setFolders(params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []));
    return { capabilities: capabilitiesFor(client), serverInfo: { name: SOURCE, version } };
  });

  connection.onInitialized(() => {
    if (client.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      logger.background(connection.client.register(DidChangeConfigurationNotification.type, { section: "vendorProfile" }));
    }
    settings.update();
    logger.background(changes.register());
    logger.background(registerPageReferences(session));
  });

  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    // The refresh waits for the settings, so the settings must not wait for the refresh.
    logger.background(settings.update(pushed).then(() => updates.refresh()));
  });
}

function capabilitiesFor(client: Client): InitializeResult["capabilities"] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(client.canPull
      ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: true } }
      : {}),
    ...languageCapabilities(client.capabilities),
    ...workspaceCapabilities(client.editor),
    executeCommandProvider: { commands: [NEXT_UNSTATED] },
  };
}

function serveDocuments({ documents, analyses, logger }: Session, updates: Updates, publisher: DiagnosticsPublisher): void {
  documents.onDidChangeContent(({ document }) => {
    // The server announces the change, because the client cannot tell when an edit has arrived.
    updates.notifyChanged();
    logger.background(publisher.publish(document));
  });
  documents.onDidClose(({ document }) => {
    analyses.forget(document);
    updates.notifyChanged();
    logger.background(publisher.withdraw(document));
  });
}
