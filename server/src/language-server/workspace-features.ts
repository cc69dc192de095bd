import {
  type CancellationToken,
  type Location,
  type Position,
  ReferencesRequest,
  type ServerCapabilities,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { isProfileRequest } from "../../../protocol/requests.ts";
import type { EditorCapabilities } from "../language-service/client-capabilities.ts";
import { PAGE_SCHEME } from "../language-service/pages.ts";
import { pageReferences, references } from "../language-service/references.ts";
import { workspaceSymbols } from "../language-service/workspace-symbols.ts";
import { configurationReports } from "./diagnostics/configuration.ts";
import { workspaceDiagnostics } from "./diagnostics/workspace.ts";
import type { Session, WithAnalysis } from "./session.ts";
import type { ProfileFile } from "./workspace/profile-file.ts";

export function workspaceCapabilities({ pages }: EditorCapabilities): ServerCapabilities {
  return {
    referencesProvider: true,
    workspaceSymbolProvider: true,
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(pages ? { textDocumentContent: { schemes: [PAGE_SCHEME] } } : {}),
    },
  };
}

/** Every profile of the workspace, and every open one. */
function allFiles({ workspace, snapshots, viewOptions }: Session, token: CancellationToken): AsyncIterable<ProfileFile> {
  return workspace.files(viewOptions(), snapshots.openDocuments(), token);
}

/** The profiles to evaluate by the client's settings: all, or only those that are open. */
export function filesInScope(session: Session, token: CancellationToken): AsyncIterable<ProfileFile> {
  const { settings, workspace, snapshots } = session;
  return settings.current.wholeWorkspace ? allFiles(session, token) : workspace.openFiles(snapshots.openDocuments(), token);
}

/** Serves requests that read more than one file. */
export function serveWorkspaceFeatures(session: Session, withAnalysis: WithAnalysis): void {
  const { connection, snapshots, configurations, viewOptions, logger } = session;

  connection.languages.diagnostics.onWorkspace(
    logger.withErrorLogging(async ({ previousResultIds }, token, _progress, partial) => {
      await snapshots.ready(true);
      const reports = configurationReports(configurations.all(), viewOptions().language, filesInScope(session, token));
      const send = partial && ((items: WorkspaceDocumentDiagnosticReport[]) => partial.report({ items }));
      return { items: await workspaceDiagnostics(reports, previousResultIds, send) };
    }),
  );

  connection.onWorkspaceSymbol(
    logger.withErrorLogging(async ({ query }, token) => {
      await snapshots.ready(true);
      return workspaceSymbols(allFiles(session, token), query);
    }),
  );

  serveReferences(session, withAnalysis);

  const isProfile = async ({ uri }: { readonly uri: string }) => {
    await snapshots.ready(true);
    return configurations.names(uri);
  };
  connection.onRequest<boolean, void>(isProfileRequest, logger.withErrorLogging(isProfile));
}

/** Serves references, from a profile or from a page of the standard. */
function serveReferences(session: Session, withAnalysis: WithAnalysis): void {
  const { connection, bundle, snapshots, logger } = session;

  const referencesFromPage = logger.withErrorLogging(
    async (
      uri: string,
      position: Position,
      includeDeclaration: boolean,
      token: CancellationToken,
    ): Promise<Location[] | null> => {
      await snapshots.ready(true);
      return pageReferences(uri, position, includeDeclaration, bundle, allFiles(session, token));
    },
  );

  connection.onReferences(({ textDocument, position, context: { includeDeclaration } }, token) =>
    textDocument.uri.startsWith(`${PAGE_SCHEME}:`)
      ? referencesFromPage(textDocument.uri, position, includeDeclaration, token)
      : withAnalysis(textDocument, token, (view) => references(view, position, includeDeclaration, allFiles(session, token))),
  );
}

/** Has clients ask for references in pages of the standard as well. */
export async function registerPageReferences({ client, connection }: Session): Promise<void> {
  const { workspace, textDocument } = client.capabilities;
  if (!workspace?.textDocumentContent || !textDocument?.references?.dynamicRegistration) return;
  await connection.client.register(ReferencesRequest.type, { documentSelector: [{ scheme: PAGE_SCHEME }] });
}
