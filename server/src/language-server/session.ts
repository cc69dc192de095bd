import { type CancellationToken, type Connection, type TextDocumentIdentifier, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Bundle } from "../core/analysis/analyze.ts";
import type { View } from "../language-service/view.ts";
import { chooseLanguage } from "../messages/choose-language.ts";
import { Client } from "./client.ts";
import { withClientFiles } from "./client-files.ts";
import { createLogger, type Logger } from "./logger.ts";
import type { Runtime } from "./runtime.ts";
import { ClientSettings } from "./settings.ts";
import { Analyses } from "./workspace/analyses.ts";
import { Configurations } from "./workspace/configurations.ts";
import { Snapshots } from "./workspace/snapshots.ts";
import type { ViewOptions } from "./workspace/view-options.ts";
import { Workspace } from "./workspace/workspace.ts";

/** The state of the server while it serves one client. */
export interface Session {
  readonly connection: Connection;
  readonly bundle: Bundle;
  readonly runtime: Runtime;
  readonly logger: Logger;
  readonly client: Client;
  readonly settings: ClientSettings;
  readonly documents: TextDocuments<TextDocument>;
  readonly analyses: Analyses;
  readonly configurations: Configurations;
  readonly snapshots: Snapshots;
  readonly workspace: Workspace;
  readonly viewOptions: () => ViewOptions;
}

/** Answers a request about an open document from its analysis; null if it is not open. Errors are logged. */
export type WithAnalysis = <Result>(
  document: TextDocumentIdentifier,
  token: CancellationToken,
  answer: (view: View, version: number) => Result | Promise<Result>,
) => Promise<Result | null>;

export function createSession(connection: Connection, host: Runtime, bundle: Bundle): Session {
  const logger = createLogger(connection);
  const client = new Client();
  const runtime = withClientFiles(host, connection, () => client.has("fileSystem"));
  const settings = new ClientSettings(connection, client, logger);
  const documents = new TextDocuments(TextDocument);
  const analyses = new Analyses(bundle, runtime);
  const configurations = new Configurations(bundle.standard, runtime);
  const workspace = new Workspace(bundle, runtime, logger.error, configurations);
  const viewOptions = (): ViewOptions => ({
    today: settings.current.asOf ?? runtime.today(bundle.standard.timeZone.utcOffset),
    language: chooseLanguage(settings.current.language ?? configurations.language(), [client.locale, runtime.locale]),
    capabilities: client.editor,
  });
  const snapshots = new Snapshots({ runtime, documents, analyses, configurations, settings, viewOptions });
  return {
    connection,
    bundle,
    runtime,
    logger,
    client,
    settings,
    documents,
    analyses,
    configurations,
    snapshots,
    workspace,
    viewOptions,
  };
}

export function withAnalysisOf({ snapshots, logger }: Session): WithAnalysis {
  return (document, token, answer) =>
    logger.withErrorLogging(async () => {
      const snapshot = await snapshots.of(document.uri, token);
      return snapshot ? answer(snapshot.view, snapshot.version) : null;
    })();
}
