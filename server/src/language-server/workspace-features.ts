import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type InitializeParams,
  type Location,
  NotificationType0,
  type Position,
  ReferencesRequest,
  RequestType,
  type ServerCapabilities,
  WatchKind,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { CONFIG_NAME } from "../config/config.ts";
import { PROFILE_NAMES } from "../config/profile-files.ts";
import type { Analysis, Bundle } from "../core/analysis/analyze.ts";
import { keyOf } from "../host/uri.ts";
import type { EditorCapabilities } from "../language-service/client-capabilities.ts";
import { PAGE_SCHEME } from "../language-service/pages.ts";
import { pageReferences, references } from "../language-service/references.ts";
import { workspaceSymbols } from "../language-service/workspace-symbols.ts";
import { configurationReports } from "./diagnostics/configuration.ts";
import { workspaceDiagnostics } from "./diagnostics/workspace.ts";
import type { WithAnalysis, WithErrorLogging } from "./language-features.ts";
import type { Runtime } from "./runtime.ts";
import type { Configurations } from "./workspace/configurations.ts";
import type { ProfileFile } from "./workspace/profile-file.ts";
import { type OpenDocument, type ViewOptions, Workspace } from "./workspace/workspace.ts";

/** What answers across files depend on. */
export interface WorkspaceFeatureContext {
  readonly bundle: Bundle;
  readonly told: WithErrorLogging;
  readonly runtime: Runtime;
  readonly configurations: Configurations;
  readonly open: () => readonly OpenDocument[];
  readonly terms: () => ViewOptions;
  /** Whether profiles are judged that are not open. */
  readonly isWhole: () => boolean;
  /** Resolves once the settings are known and the messages that have arrived are in. */
  readonly ready: () => Promise<void>;
  /** Has everything looked at again. */
  readonly refresh: () => void;
  /** Tells whoever shows the profiles that there may be others. */
  readonly tellChange: () => void;
  readonly log: (error: unknown) => void;
  /** What goes wrong in it is logged. */
  readonly logged: (work: Promise<unknown>) => Promise<void>;
}

/** What the server has to tell of its life to the features across files, and to ask of them. */
export interface WorkspaceFeatures {
  readonly initialize: (params: InitializeParams) => void;
  /** Registers what can only be registered once the client is ready. */
  readonly register: () => Promise<void>;
  /** The addresses of the workspace's folders. */
  readonly folders: () => readonly string[];
  /** The profiles that are judged: all of the workspace, or those that are open. */
  readonly files: (token: CancellationToken) => AsyncIterable<ProfileFile>;
  /** The analysis of a file that is not open; undefined where it cannot be read. */
  readonly analysisOf: (uri: string, classification?: string) => Promise<Analysis | undefined>;
  /** A configuration has been read that is not as it was. */
  readonly reconfigured: () => Promise<void>;
}

/** Whether a configuration names a file as a profile: asked by clients before they take it for one. */
export const isProfileRequest = new RequestType<{ readonly uri: string }, boolean, void>("vendorProfile/isProfile");

/** Sent when other files may be profiles by their configuration, to clients that ask for it in their initialization options. */
export const filesChangedNotification = new NotificationType0("vendorProfile/filesChanged");

/** What the features across files can do. */
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

/** Serves the features across files. */
export function serveWorkspaceFeatures(
  connection: Connection,
  ask: WithAnalysis,
  around: WorkspaceFeatureContext,
): WorkspaceFeatures {
  const { bundle, told, open, terms, isWhole, ready, refresh, configurations, logged } = around;
  const workspace = new Workspace(bundle, around.runtime, around.log, configurations);
  let capabilities: ClientCapabilities = {};
  let further: { readonly globs: readonly string[]; readonly registration: Promise<Disposable> | undefined } = {
    globs: [],
    registration: undefined,
  };

  const files = (token: CancellationToken): AsyncIterable<ProfileFile> => workspace.files(terms(), open(), token);

  const judged = (token: CancellationToken): AsyncIterable<ProfileFile> =>
    isWhole() ? files(token) : workspace.openFiles(open(), token);

  connection.languages.diagnostics.onWorkspace(
    told(async ({ previousResultIds }, token, _progress, partial) => {
      await ready();
      const reports = configurationReports(configurations.all(), terms().language, judged(token));
      const send = partial && ((items: WorkspaceDocumentDiagnosticReport[]) => partial.report({ items }));
      return { items: await workspaceDiagnostics(reports, previousResultIds, send) };
    }),
  );

  connection.onWorkspaceSymbol(
    told(async ({ query }, token) => {
      await ready();
      return workspaceSymbols(files(token), query);
    }),
  );

  const onPage = told(
    async (
      uri: string,
      position: Position,
      includeDeclaration: boolean,
      token: CancellationToken,
    ): Promise<Location[] | null> => {
      await ready();
      return pageReferences(uri, position, includeDeclaration, bundle, files(token));
    },
  );

  connection.onReferences(({ textDocument, position, context: { includeDeclaration } }, token) =>
    textDocument.uri.startsWith(`${PAGE_SCHEME}:`)
      ? onPage(textDocument.uri, position, includeDeclaration, token)
      : ask(textDocument, token, (view) => references(view, position, includeDeclaration, files(token))),
  );

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const documents = open();
    // each is taken note of, whatever the others are
    const reconfigured = changes.map(({ uri }) => configurations.changed(uri)).includes(true);
    const affected = changes.map(({ uri, type }) => workspace.changed(uri, type, documents)).includes(true);
    // read at once: who is only sent what is new does not ask
    if (reconfigured) logged(configurations.ready().then(refresh));
    else if (affected) refresh();
    // what came or went may be a folder of profiles
    else if (changes.some(({ type }) => type !== FileChangeType.Changed)) around.tellChange();
  });

  const isProfile = async ({ uri }: { readonly uri: string }) => {
    await ready();
    return configurations.names(uri);
  };
  connection.onRequest(isProfileRequest, told(isProfile));

  /** Has changes told: of profiles, of what keeps them out of the search, and of what comes and goes beside them. */
  async function watch(): Promise<void> {
    const changing = [...PROFILE_NAMES, CONFIG_NAME, ".gitignore"].map((name) => ({ globPattern: `**/${name}` }));
    const coming = { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete };
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [...changing, coming] });
    workspace.watched();
    configurations.watched();
  }

  /** Has changes told of profiles that go by other names; of such as come and go they are told already. */
  async function watchFurther(): Promise<void> {
    const globs = configurations.furtherGlobs();
    if (!watches() || globs.join() === further.globs.join()) return;
    const { registration } = further;
    const watchers = globs.map((globPattern) => ({ globPattern, kind: WatchKind.Change }));
    further = {
      globs,
      registration:
        globs.length > 0 ? connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }) : undefined,
    };
    (await registration)?.dispose();
    await further.registration;
  }

  function watches(): boolean {
    return capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  function setFolders(uris: readonly string[]): void {
    workspace.setFolders(uris);
    configurations.setFolders(uris);
  }

  return {
    folders: () => workspace.folders(),
    files: judged,
    analysisOf: (uri, classification) => workspace.analysisOf(uri, terms().today, classification),
    reconfigured: async () => {
      workspace.reconfigured();
      await watchFurther();
    },
    initialize: ({ capabilities: given, workspaceFolders, rootUri }) => {
      capabilities = given;
      setFolders(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
    },
    register: async () => {
      const registrations: Promise<unknown>[] = [];
      if (watches()) registrations.push(watch());
      if (capabilities.workspace?.textDocumentContent && capabilities.textDocument?.references?.dynamicRegistration) {
        const documentSelector = [{ scheme: PAGE_SCHEME }];
        registrations.push(connection.client.register(ReferencesRequest.type, { documentSelector }));
      }
      if (capabilities.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => keyOf(uri)));
          const left = workspace.folders().filter((uri) => !gone.has(keyOf(uri)));
          setFolders([...left, ...added.map(({ uri }) => uri)]);
          refresh();
        });
      }
      await Promise.all(registrations);
    },
  };
}
