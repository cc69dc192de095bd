import { type FileChangeType as FileChange, FileChangeType } from "vscode-languageserver";
import { type Analysis, analyze, type Bundle } from "../../core/analysis/analyze.ts";
import { keyOf, schemeOf } from "../../host/uri.ts";
import { editorMessages } from "../../language-service/messages/index.ts";
import type { Runtime } from "../runtime.ts";
import { type Cancellation, stopIfCancelled } from "./cancellation.ts";
import { ClosedFile } from "./closed-file.ts";
import { Configurations } from "./configurations.ts";
import type { OpenDocument } from "./open-document.ts";
import { type ProfileFile, profileFile, unreadFile } from "./profile-file.ts";
import { ProfileSearch } from "./profile-search.ts";
import type { ViewOptions } from "./view-options.ts";

/** The profiles below the workspace's folders. They are searched for and read on demand, and again only after a change. */
export class Workspace {
  /** Whether the client reports changes. If not, every request looks at the disk again. */
  #isWatched = false;
  readonly #search: ProfileSearch;
  /** By the key of the file's URI. */
  readonly #closedFiles = new Map<string, ClosedFile>();
  /** By analysis: another version of the document has another analysis. */
  readonly #openFiles = new WeakMap<Analysis, ProfileFile>();
  readonly #bundle: Bundle;
  readonly #runtime: Runtime;
  readonly #configurations: Configurations;

  /** @param configurations those of the workspace's folders; the caller reads them before it asks for files */
  constructor(
    bundle: Bundle,
    runtime: Runtime,
    log: (error: unknown) => void,
    configurations = new Configurations(bundle.standard, runtime),
  ) {
    this.#bundle = bundle;
    this.#runtime = runtime;
    this.#configurations = configurations;
    this.#search = new ProfileSearch(runtime, configurations, log);
  }

  /** The URIs of the workspace's folders. */
  folders(): readonly string[] {
    return this.#search.folders();
  }

  setFolders(uris: readonly string[]): void {
    this.#search.setFolders(uris);
  }

  /** The client reports changes from now on. Earlier changes were not reported. */
  watched(): void {
    this.#isWatched = true;
    this.#invalidate();
  }

  /** Other files may be profiles from now on. */
  reconfigured(): void {
    this.#search.invalidate();
  }

  /** Notes a change on the disk. True if the diagnostics of a profile may have changed without the client knowing. */
  changed(uri: string, type: FileChange, open: readonly OpenDocument[]): boolean {
    const key = keyOf(uri);
    if (key.endsWith("/.gitignore")) {
      this.#search.invalidate();
      return true;
    }
    const openKeys = new Set(open.map(({ uri }) => keyOf(uri)));
    const comesOrGoes = type !== FileChangeType.Changed;
    // What comes or goes may be a folder.
    const isChanged = (other: string) => other === key || (comesOrGoes && other.startsWith(`${key}/`));
    const hasChangedEvidence = (keys: readonly string[]) => comesOrGoes && keys.some(isChanged);
    let isAffected = open.some(({ evidenceKeys }) => hasChangedEvidence(evidenceKeys));
    for (const [other, file] of this.#closedFiles) {
      if (!isChanged(other) && !hasChangedEvidence(file.evidenceKeys)) continue;
      file.invalidate();
      if (!openKeys.has(other)) isAffected = true;
    }
    if (type !== FileChangeType.Created || this.#closedFiles.has(key)) return isAffected;
    const isNewProfile = this.#search.noteCreated(uri) && !openKeys.has(key);
    return isAffected || isNewProfile;
  }

  /**
   * Every profile: open documents with their current text, other files as they are on the disk. The server handles incoming
   * messages between two files; it throws once one of them cancels the request.
   */
  async *files(options: ViewOptions, open: readonly OpenDocument[], token: Cancellation): AsyncGenerator<ProfileFile> {
    if (!this.#isWatched) this.#invalidate();
    const { found, unread } = await this.#search.find();
    const reasons = editorMessages[options.language].navigation.unread;
    for (const { uri, kind, code } of unread) {
      yield unreadFile(uri, kind === "folder" ? reasons.folder(code) : reasons.gitignore(code));
      stopIfCancelled(token);
    }
    for (const key of this.#closedFiles.keys()) if (!found.has(key)) this.#closedFiles.delete(key);
    const documents = new Map(this.#ownDocuments(open).map((document) => [keyOf(document.uri), document]));
    for (const key of new Set([...documents.keys(), ...found.keys()])) {
      stopIfCancelled(token);
      const uri = found.get(key);
      const file =
        (await this.#openFile(documents.get(key))) ??
        (uri === undefined ? undefined : await this.#closedFile(key).profile(uri, options, token));
      stopIfCancelled(token);
      if (file) yield file;
    }
  }

  /** The open documents alone. Throws once the request is cancelled. */
  async *openFiles(open: readonly OpenDocument[], token: Cancellation): AsyncGenerator<ProfileFile> {
    for (const document of this.#ownDocuments(open)) {
      stopIfCancelled(token);
      const file = await this.#openFile(document);
      stopIfCancelled(token);
      if (file) yield file;
    }
  }

  /** The analysis of a file that is not open; undefined if it cannot be read. It is not cached. */
  async analysisOf(uri: string, today: string, classification?: string): Promise<Analysis | undefined> {
    const reading = await this.#runtime.readProfile(uri);
    if (!("text" in reading)) return undefined;
    const terms = { today, severities: this.#configurations.severitiesOf(uri), ...(classification && { classification }) };
    const analysis = analyze(reading.text, this.#bundle, terms);
    if (analysis.evidenceFiles.length === 0) return analysis;
    const missingFiles = await this.#runtime.missingFiles(uri, analysis.evidenceFiles);
    return missingFiles.size === 0 ? analysis : analyze(reading.text, this.#bundle, { ...terms, missingFiles }, analysis);
  }

  /** The open documents that belong to the workspace. The other side of a comparison does not: it has a scheme of its own. */
  #ownDocuments(open: readonly OpenDocument[]): readonly OpenDocument[] {
    const folders = this.folders();
    const schemes = new Set(["untitled", ...(folders.length > 0 ? folders.map(schemeOf) : ["file"])]);
    return open.filter(({ uri }) => schemes.has(schemeOf(uri)));
  }

  async #openFile(document: OpenDocument | undefined): Promise<ProfileFile | undefined> {
    const snapshot = await document?.snapshot();
    if (!snapshot) return undefined;
    const { view, version, resultId } = snapshot;
    const cached = this.#openFiles.get(view.analysis);
    if (cached?.resultId === resultId) return cached;
    const file = profileFile(view, version, resultId);
    this.#openFiles.set(view.analysis, file);
    return file;
  }

  #closedFile(key: string): ClosedFile {
    const cached = this.#closedFiles.get(key);
    if (cached) return cached;
    const context = { bundle: this.#bundle, runtime: this.#runtime, configurations: this.#configurations };
    const file = new ClosedFile(context);
    this.#closedFiles.set(key, file);
    return file;
  }

  #invalidate(): void {
    this.#search.invalidate();
    for (const file of this.#closedFiles.values()) file.invalidate();
  }
}
