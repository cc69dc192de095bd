import { type Diagnostic, DiagnosticSeverity, type FileChangeType as FileChange, FileChangeType } from "vscode-languageserver";
import { isProfile } from "../../config/profile-files.ts";
import { type Analysis, analyze, type Bundle } from "../../core/analysis/analyze.ts";
import { reasonOf } from "../../host/reading.ts";
import { isInside, keyOf, keysBeside, schemeOf } from "../../host/uri.ts";
import type { EditorCapabilities } from "../../language-service/client-capabilities.ts";
import { diagnostics, SOURCE } from "../../language-service/diagnostics.ts";
import { editorMessages } from "../../language-service/messages/index.ts";
import { rowPlaces } from "../../language-service/references.ts";
import type { View } from "../../language-service/view.ts";
import { profileSymbols } from "../../language-service/workspace-symbols.ts";
import type { LanguageId } from "../../messages/language.ts";
import { fingerprintOf } from "../hash.ts";
import { type FoundProfiles, NOTHING_FOUND, type Runtime } from "../runtime.ts";
import { isSameSet, NO_FILES } from "./analyses.ts";
import { type Cancellation, stopIfCancelled } from "./cancellation.ts";
import { Configurations } from "./configurations.ts";
import { profileEntries, unreadEntry } from "./profile-entries.ts";
import type { ProfileFile } from "./profile-file.ts";

/** A document that is open: what stands in it counts, and not what is on the disk. */
export interface OpenDocument {
  readonly uri: string;
  /** The keys of the files that its evidence names, as far as it has been judged. */
  readonly evidenceKeys: readonly string[];
  /** Undefined where it has been closed meanwhile. */
  readonly look: () => Promise<Snapshot | undefined>;
}

export interface Snapshot {
  readonly view: View;
  readonly version: number;
  readonly resultId: string;
}

/** How files are judged and shown. */
export interface ViewOptions {
  readonly today: string;
  readonly language: LanguageId;
  readonly capabilities: EditorCapabilities;
}

/** A file as it was read last. */
interface CachedFile {
  /** Whether what was read may hold no longer. */
  isStale: boolean;
  /** The terms that it was judged by. */
  terms: string;
  /** Tells its text from others. */
  fingerprint: string;
  evidenceFiles: readonly string[];
  /** The same files by the keys of their addresses. */
  evidenceKeys: readonly string[];
  missingFiles: ReadonlySet<string>;
  /** Undefined where it is not there. */
  file: ProfileFile | undefined;
  reading: Promise<void> | undefined;
}

/** Where more than these have been created, one search of everything costs less than one below each. */
const MAX_CREATED = 50;

/** The profiles below the workspace's folders. Nothing is searched or read before it is asked for, nor again before it has changed. */
export class Workspace {
  /** Whether changes are told. If not, everything is looked at each time. */
  #isWatched = false;
  /** What was found by the folder's address; undefined where they are to be searched for. */
  readonly #folders = new Map<string, Promise<FoundProfiles> | undefined>();
  /** The addresses of what has been created since the last search, and may be folders of profiles. */
  readonly #created = new Set<string>();
  readonly #kept = new Map<string, CachedFile>();
  /** What was made of the analyses of open documents. */
  readonly #shown = new WeakMap<Analysis, ProfileFile>();
  readonly #bundle: Bundle;
  readonly #runtime: Runtime;
  readonly #log: (error: unknown) => void;
  readonly #configurations: Configurations;

  /** @param configurations those of the workspace's folders; whoever asks for files sees to it that they are read */
  constructor(
    bundle: Bundle,
    runtime: Runtime,
    log: (error: unknown) => void,
    configurations = new Configurations(bundle.standard, runtime),
  ) {
    this.#bundle = bundle;
    this.#runtime = runtime;
    this.#log = log;
    this.#configurations = configurations;
  }

  /** The addresses of the workspace's folders. */
  folders(): readonly string[] {
    return [...this.#folders.keys()];
  }

  /** The folders that the workspace consists of, from now on. */
  setFolders(uris: readonly string[]): void {
    for (const uri of this.#folders.keys()) if (!uris.includes(uri)) this.#folders.delete(uri);
    for (const uri of uris) if (!this.#folders.has(uri)) this.#folders.set(uri, undefined);
  }

  /** Changes are told from now on. What has changed before has not been. */
  watched(): void {
    this.#isWatched = true;
    this.#lookAgain();
  }

  /** What is a profile may be another thing from now on. */
  reconfigured(): void {
    this.#searchAgain();
  }

  /** Takes note of a change on the disk. True if something may now have to be said of a profile that the client does not know. */
  changed(uri: string, type: FileChange, open: readonly OpenDocument[]): boolean {
    const key = keyOf(uri);
    if (key.endsWith("/.gitignore")) {
      this.#searchAgain();
      return true;
    }
    const comesOrGoes = type !== FileChangeType.Changed;
    const below = `${key}/`;
    // what comes or goes may be a folder
    const isOf = (other: string) => other === key || (comesOrGoes && other.startsWith(below));
    const isEvidence = (keys: readonly string[]) => comesOrGoes && keys.some(isOf);
    const openKeys = new Set(open.map(({ uri }) => keyOf(uri)));
    let isAffected = open.some(({ evidenceKeys }) => isEvidence(evidenceKeys));
    for (const [other, kept] of this.#kept) {
      if (!isOf(other) && !isEvidence(kept.evidenceKeys)) continue;
      kept.isStale = true;
      if (!openKeys.has(other)) isAffected = true;
    }
    if (type !== FileChangeType.Created || this.#kept.has(key)) return isAffected;
    if (!(this.#configurations.holds(uri) ?? isProfile(key))) {
      if (this.#created.size <= MAX_CREATED) this.#created.add(uri);
      return isAffected;
    }
    // the search says whether it counts
    this.#searchAgain();
    return isAffected || !openKeys.has(key);
  }

  /**
   * Every profile: the open documents as they stand, the other files as they are on the disk. Messages that arrive are handled
   * between two files; where one of them cancels, it throws.
   */
  async *files(terms: ViewOptions, open: readonly OpenDocument[], token: Cancellation): AsyncGenerator<ProfileFile> {
    if (!this.#isWatched) this.#lookAgain();
    const { found, unread } = await this.#found();
    for (const { uri, code } of unread) {
      yield unreadFile(uri, editorMessages[terms.language].navigation.unread.folder(code));
      stopIfCancelled(token);
    }
    for (const key of this.#kept.keys()) if (!found.has(key)) this.#kept.delete(key);
    const documents = new Map(this.#ours(open).map((document) => [keyOf(document.uri), document]));
    for (const key of new Set([...documents.keys(), ...found.keys()])) {
      stopIfCancelled(token);
      const uri = found.get(key);
      const file =
        (await this.#opened(documents.get(key))) ?? (uri === undefined ? undefined : await this.#closed(key, uri, terms, token));
      stopIfCancelled(token);
      if (file) yield file;
    }
  }

  /** The open documents alone. Where a message cancels, it throws. */
  async *openFiles(open: readonly OpenDocument[], token: Cancellation): AsyncGenerator<ProfileFile> {
    for (const document of this.#ours(open)) {
      stopIfCancelled(token);
      const file = await this.#opened(document);
      stopIfCancelled(token);
      if (file) yield file;
    }
  }

  /** The analysis of a file that is not open; undefined where it cannot be read. It is not kept. */
  async analysisOf(uri: string, today: string, classification?: string): Promise<Analysis | undefined> {
    const reading = await this.#runtime.readProfile(uri);
    if (!("text" in reading)) return undefined;
    const terms = { today, severities: this.#configurations.severitiesOf(uri), ...(classification && { classification }) };
    const analysis = analyze(reading.text, this.#bundle, terms);
    if (analysis.evidenceFiles.length === 0) return analysis;
    const missingFiles = await this.#runtime.missingFiles(uri, analysis.evidenceFiles);
    return missingFiles.size === 0 ? analysis : analyze(reading.text, this.#bundle, { ...terms, missingFiles }, analysis);
  }

  /** The documents that count as the workspace's: another side of a comparison has a scheme of its own, and does not. */
  #ours(open: readonly OpenDocument[]): readonly OpenDocument[] {
    const folders = this.folders();
    const schemes = new Set(["untitled", ...(folders.length > 0 ? folders.map(schemeOf) : ["file"])]);
    return open.filter(({ uri }) => schemes.has(schemeOf(uri)));
  }

  async #opened(document: OpenDocument | undefined): Promise<ProfileFile | undefined> {
    const look = await document?.look();
    if (!look) return undefined;
    const { view, version, resultId } = look;
    const known = this.#shown.get(view.analysis);
    if (known?.resultId === resultId) return known;
    const file = fileOf(view, version, resultId);
    this.#shown.set(view.analysis, file);
    return file;
  }

  async #closed(key: string, uri: string, terms: ViewOptions, token: Cancellation): Promise<ProfileFile | undefined> {
    const kept = this.#kept.get(key) ?? {
      isStale: true,
      terms: "",
      fingerprint: "",
      evidenceFiles: [],
      evidenceKeys: [],
      missingFiles: NO_FILES,
      file: undefined,
      reading: undefined,
    };
    this.#kept.set(key, kept);
    // who else asks waits for the same reading
    if (kept.reading) await kept.reading;
    if (isCurrent(kept, this.#termsOf(uri, terms))) return kept.file;
    await this.#runtime.settled();
    stopIfCancelled(token);
    kept.reading ??= this.#read(uri, kept, terms).finally(() => {
      kept.reading = undefined;
    });
    await kept.reading;
    return kept.file;
  }

  async #read(uri: string, kept: CachedFile, terms: ViewOptions): Promise<void> {
    // what changes while it is read is read again
    kept.isStale = false;
    const reading = await this.#runtime.readProfile(uri);
    const fingerprint = "text" in reading ? fingerprintOf(reading.text) : "";
    const termsNow = this.#termsOf(uri, terms);
    const isSame = fingerprint === kept.fingerprint && termsNow === kept.terms;
    Object.assign(kept, { fingerprint, terms: termsNow });
    if (!("text" in reading)) {
      const words = editorMessages[terms.language].navigation.unread;
      const file = reading.unread === "missing" ? undefined : unreadFile(uri, reasonOf(reading, words));
      Object.assign(kept, { evidenceFiles: [], evidenceKeys: [], missingFiles: NO_FILES, file });
      return;
    }
    const { today, language, capabilities } = terms;
    const severities = this.#configurations.severitiesOf(uri);
    const judge = (missingFiles: ReadonlySet<string>, before?: Analysis) =>
      analyze(reading.text, this.#bundle, { today, missingFiles, severities }, before);
    let analysis = isSame ? undefined : judge(kept.missingFiles);
    const evidenceFiles = analysis?.evidenceFiles ?? kept.evidenceFiles;
    // before they are looked for: what comes or goes meanwhile counts
    kept.evidenceKeys = keysBeside(uri, evidenceFiles);
    const missingFiles = evidenceFiles.length > 0 ? await this.#runtime.missingFiles(uri, evidenceFiles) : NO_FILES;
    if (!isSameSet(missingFiles, kept.missingFiles)) analysis = judge(missingFiles, analysis);
    if (!analysis) return;
    const resultId = [fingerprint, termsNow, ...missingFiles].join("|");
    const file = fileOf({ uri, analysis, language, capabilities }, null, resultId);
    Object.assign(kept, { evidenceFiles, missingFiles, file });
  }

  /** Tells what a file is judged and shown by from other such. */
  #termsOf(uri: string, { today, language }: ViewOptions): string {
    return `${today}|${language}|${this.#configurations.idOf(uri)}`;
  }

  #lookAgain(): void {
    this.#searchAgain();
    for (const kept of this.#kept.values()) kept.isStale = true;
  }

  #searchAgain(): void {
    for (const uri of this.#folders.keys()) this.#folders.set(uri, undefined);
  }

  /** The addresses of the files and of the folders that could not be looked into, each once though folders may lie in one another. */
  async #found(): Promise<{ found: Map<string, string>; unread: Iterable<FoundProfiles["unread"][number]> }> {
    const created = [...this.#created];
    this.#created.clear();
    // who else asks waits for the same searches
    const searches = [...this.#folders].map(([folder, known]) => {
      const within = created.filter((uri) => isInside(uri, folder));
      return known && within.length === 0 ? known : this.#search(folder, known, within);
    });
    const found = new Map<string, string>();
    const unread = new Map<string, FoundProfiles["unread"][number]>();
    for (const search of searches) {
      const { uris, unread: folders } = await search;
      for (const folder of folders) unread.set(keyOf(folder.uri), folder);
      for (const uri of uris) {
        // of folders in one another, the inner one's configuration says so
        if (!found.has(keyOf(uri)) && (this.#configurations.holds(uri) ?? isProfile(keyOf(uri)))) found.set(keyOf(uri), uri);
      }
    }
    return { found, unread: unread.values() };
  }

  /** Searches a folder, and keeps the search. One that fails finds nothing, and is made again when asked for next. */
  #search(folder: string, known: Promise<FoundProfiles> | undefined, created: readonly string[]): Promise<FoundProfiles> {
    const search: Promise<FoundProfiles> = this.#profilesIn(folder, known, created).catch((error: unknown) => {
      this.#log(error);
      if (this.#folders.get(folder) === search) this.#folders.set(folder, undefined);
      return NOTHING_FOUND;
    });
    this.#folders.set(folder, search);
    return search;
  }

  /** The profiles below a folder: those that are known, unless what has been created holds some. */
  async #profilesIn(
    folder: string,
    known: Promise<FoundProfiles> | undefined,
    created: readonly string[],
  ): Promise<FoundProfiles> {
    const candidates = this.#configurations.candidatesIn(folder);
    if (known && created.length <= MAX_CREATED) {
      const below = await Promise.all(created.map((uri) => this.#runtime.findProfiles(uri, candidates)));
      if (below.every(({ uris, unread }) => uris.length + unread.length === 0)) return known;
    }
    // the search says which of them count
    return this.#runtime.findProfiles(folder, candidates);
  }
}

function isCurrent(kept: CachedFile, terms: string): boolean {
  return !kept.isStale && kept.terms === terms;
}

function fileOf(view: View, version: number | null, resultId: string): ProfileFile {
  const { uri, analysis } = view;
  return {
    uri,
    version,
    resultId,
    diagnostics: diagnostics(view),
    entries: profileEntries(analysis, view.language),
    symbols: profileSymbols(analysis),
    places: rowPlaces(analysis),
  };
}

/** Says of a file or a folder that is there, and was not judged, why not. */
function unreadFile(uri: string, message: string): ProfileFile {
  const start = { line: 0, character: 0 };
  const item: Diagnostic = {
    range: { start, end: start },
    severity: DiagnosticSeverity.Error,
    code: "file.unread",
    source: SOURCE,
    message,
  };
  return {
    uri,
    version: null,
    resultId: message,
    diagnostics: [item],
    entries: [unreadEntry(message)],
    symbols: [],
    places: new Map(),
  };
}
