import {
  type ClientCapabilities,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  WatchKind,
} from "vscode-languageserver";
import { filesChanged } from "../../../protocol/requests.ts";
import { CONFIG_NAME } from "../config/config.ts";
import { PROFILE_NAMES } from "../config/profile-files.ts";
import { keyOf } from "../host/uri.ts";
import type { DiagnosticsPublisher } from "./diagnostics/publisher.ts";
import type { Session } from "./session.ts";
import type { Updates } from "./updates.ts";

/** Keeps the workspace up to date: its folders, its configurations and the files that the client watches. */
export class WorkspaceChanges {
  /** The watchers of the files that configurations name as profiles. */
  #watched: { readonly globs: readonly string[]; readonly registration: Promise<Disposable> | undefined } = {
    globs: [],
    registration: undefined,
  };
  readonly #session: Session;
  readonly #updates: Updates;

  constructor(session: Session, updates: Updates, publisher: DiagnosticsPublisher) {
    this.#session = session;
    this.#updates = updates;
    const { connection, configurations, workspace, snapshots, client, logger } = session;

    configurations.onDidChange(() => {
      workspace.reconfigured();
      logger.background(this.#watchConfiguredFiles());
      publisher.publishConfigurations();
      if (client.has("files")) logger.background(connection.sendNotification(filesChanged));
    });

    connection.onDidChangeWatchedFiles(({ changes }) => {
      const open = snapshots.openDocuments();
      // Both lists are mapped in full, because every change has to be noted.
      const isReconfigured = changes.map(({ uri }) => configurations.changed(uri)).includes(true);
      const isAffected = changes.map(({ uri, type }) => workspace.changed(uri, type, open)).includes(true);
      // Read at once, because a client that does not pull never asks.
      if (isReconfigured) logger.background(configurations.ready().then(() => updates.refresh()));
      else if (isAffected) logger.background(updates.refresh());
      // What came or went may be a folder of profiles.
      else if (changes.some(({ type }) => type !== FileChangeType.Changed)) updates.notifyChanged();
    });
  }

  setFolders(uris: readonly string[]): void {
    this.#session.workspace.setFolders(uris);
    this.#session.configurations.setFolders(uris);
  }

  /** Registers what has to wait until the client is initialized. */
  async register(): Promise<void> {
    const { client, connection, workspace } = this.#session;
    const watching = canWatch(client.capabilities) ? this.#watch() : undefined;
    if (client.capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const removedKeys = new Set(removed.map(({ uri }) => keyOf(uri)));
        const remaining = workspace.folders().filter((uri) => !removedKeys.has(keyOf(uri)));
        this.setFolders([...remaining, ...added.map(({ uri }) => uri)]);
        this.#session.logger.background(this.#updates.refresh());
      });
    }
    await watching;
  }

  /** Watches profiles, configurations, .gitignore, which excludes profiles, and everything that comes or goes. */
  async #watch(): Promise<void> {
    const { connection, workspace, configurations } = this.#session;
    const changing = [...PROFILE_NAMES, CONFIG_NAME, ".gitignore"].map((name) => ({ globPattern: `**/${name}` }));
    const comingAndGoing = { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete };
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [...changing, comingAndGoing] });
    workspace.watched();
    configurations.watched();
  }

  /** Watches the profiles with other names for changes. That they come or go is already reported. */
  async #watchConfiguredFiles(): Promise<void> {
    const { client, connection, configurations } = this.#session;
    const globs = configurations.furtherGlobs();
    if (!canWatch(client.capabilities) || globs.join() === this.#watched.globs.join()) return;
    const previous = this.#watched.registration;
    const watchers = globs.map((globPattern) => ({ globPattern, kind: WatchKind.Change }));
    const registration =
      globs.length > 0 ? connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }) : undefined;
    this.#watched = { globs, registration };
    (await previous)?.dispose();
    await registration;
  }
}

function canWatch({ workspace }: ClientCapabilities): boolean {
  return workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
}
