import {
  type Diagnostic,
  DiagnosticSeverity,
  type FileChangeType as FileChange,
  FileChangeType,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import { type Analysis, analyze, type Bundle } from "./core/analyze.ts";
import type { LanguageId, NavigationWords } from "./core/messages/language.ts";
import { languages } from "./core/messages/render.ts";
import type { Abilities } from "./features/abilities.ts";
import { diagnostics, SOURCE } from "./features/diagnostics.ts";
import { type RowPlaces, rowPlaces } from "./features/references.ts";
import type { View } from "./features/view.ts";
import { type ProfileSymbol, profileSymbols } from "./features/workspace-symbols.ts";
import { isProfile } from "./profiles.ts";
import { MOST_MEBIBYTES, type Reading, type Runtime } from "./runtime.ts";

/** What is kept of a profile file: what is asked across files, and never its analysis. */
export interface ProfileFile {
  readonly uri: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
  /** The same as long as the same is to be said of it. */
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly symbols: readonly ProfileSymbol[];
  readonly places: RowPlaces;
}

/** A document that is open: what stands in it counts, and not what is on the disk. */
export interface OpenDocument {
  readonly uri: string;
  /** Undefined where it has been closed meanwhile. */
  readonly look: () => Promise<Look | undefined>;
}

export interface Look {
  readonly view: View;
  readonly version: number;
  readonly resultId: string;
}

/** How files are judged and shown. */
export interface Terms {
  readonly today: string;
  readonly language: LanguageId;
  readonly abilities: Abilities;
}

/** Whoever asks, and may want to know no longer. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** A file as it was read last. */
interface Kept {
  /** Whether what was read may hold no longer. */
  isStale: boolean;
  /** The terms that it was judged by. */
  terms: string;
  /** Tells its text from others. */
  fingerprint: string;
  evidenceFiles: readonly string[];
  missingFiles: ReadonlySet<string>;
  /** Undefined where it is not there. */
  file: ProfileFile | undefined;
  reading: Promise<void> | undefined;
}

const NO_FILES: ReadonlySet<string> = new Set();

/** The profiles below the workspace's folders. Nothing is searched or read before it is asked for, nor again before it has changed. */
export class Workspace {
  /** Whether changes are told. If not, everything is looked at each time. */
  isWatched = false;
  /** The profiles' addresses by their folder's; undefined where they are to be searched for. */
  readonly #folders = new Map<string, Promise<readonly string[]> | undefined>();
  readonly #kept = new Map<string, Kept>();
  /** What was made of the analyses of open documents. */
  readonly #shown = new WeakMap<Analysis, ProfileFile>();
  readonly #bundle: Bundle;
  readonly #runtime: Runtime;

  constructor(bundle: Bundle, runtime: Runtime) {
    this.#bundle = bundle;
    this.#runtime = runtime;
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

  /** Takes note of a change on the disk. True if something else may now have to be said of a profile. */
  changed(uri: string, type: FileChange): boolean {
    const key = keyOf(uri);
    const kept = this.#kept.get(key);
    if (kept) {
      kept.isStale = true;
      return true;
    }
    if (isProfile(key)) {
      // the search says whether it counts
      if (type === FileChangeType.Created) this.#searchAgain();
      return type === FileChangeType.Created;
    }
    if (key.endsWith("/.gitignore")) {
      this.#searchAgain();
      return true;
    }
    if (type === FileChangeType.Changed) return false;
    let isAffected = false;
    for (const [other, kept] of this.#kept) {
      // the file may be evidence, or a folder of profiles
      if (kept.evidenceFiles.length === 0 && !other.startsWith(`${key}/`)) continue;
      kept.isStale = true;
      isAffected = true;
    }
    return isAffected;
  }

  /**
   * Every profile: the open documents as they stand, the other files as they are on the disk. Messages that arrive are handled
   * between two files; where one of them cancels, it throws.
   */
  async *files(terms: Terms, open: readonly OpenDocument[], token: Cancellation): AsyncGenerator<ProfileFile> {
    if (!this.isWatched) {
      this.#searchAgain();
      for (const kept of this.#kept.values()) kept.isStale = true;
    }
    const found = await this.#found();
    for (const key of this.#kept.keys()) if (!found.has(key)) this.#kept.delete(key);
    const documents = new Map(open.map((document) => [keyOf(document.uri), document]));
    for (const key of new Set([...documents.keys(), ...found.keys()])) {
      stopIfCancelled(token);
      const uri = found.get(key);
      const file =
        (await this.#opened(documents.get(key))) ?? (uri === undefined ? undefined : await this.#closed(key, uri, terms, token));
      stopIfCancelled(token);
      if (file) yield file;
    }
  }

  /** The open documents alone. */
  async *openFiles(open: readonly OpenDocument[]): AsyncGenerator<ProfileFile> {
    for (const document of open) {
      const file = await this.#opened(document);
      if (file) yield file;
    }
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

  async #closed(key: string, uri: string, terms: Terms, token: Cancellation): Promise<ProfileFile | undefined> {
    const kept = this.#kept.get(key) ?? {
      isStale: true,
      terms: "",
      fingerprint: "",
      evidenceFiles: [],
      missingFiles: NO_FILES,
      file: undefined,
      reading: undefined,
    };
    this.#kept.set(key, kept);
    // who else asks waits for the same reading
    if (kept.reading) await kept.reading;
    if (isCurrent(kept, terms)) return kept.file;
    await this.#runtime.settled();
    stopIfCancelled(token);
    kept.reading ??= this.#read(uri, kept, terms).finally(() => {
      kept.reading = undefined;
    });
    await kept.reading;
    return kept.file;
  }

  async #read(uri: string, kept: Kept, terms: Terms): Promise<void> {
    // what changes while it is read is read again
    kept.isStale = false;
    const reading = await this.#runtime.readProfile(uri);
    const fingerprint = "text" in reading ? fingerprintOf(reading.text) : "";
    const isSame = fingerprint === kept.fingerprint && termsOf(terms) === kept.terms;
    Object.assign(kept, { fingerprint, terms: termsOf(terms) });
    if (!("text" in reading)) {
      const file = reading.unread === "missing" ? undefined : unreadFile(uri, reading, terms);
      Object.assign(kept, { evidenceFiles: [], missingFiles: NO_FILES, file });
      return;
    }
    const { today, language, abilities } = terms;
    const judge = (missingFiles: ReadonlySet<string>) => analyze(reading.text, this.#bundle, { today, missingFiles });
    let analysis = isSame ? undefined : judge(kept.missingFiles);
    const evidenceFiles = analysis?.evidenceFiles ?? kept.evidenceFiles;
    const missingFiles = evidenceFiles.length > 0 ? await this.#runtime.missingFiles(uri, evidenceFiles) : NO_FILES;
    if (!isSameSet(missingFiles, kept.missingFiles)) analysis = judge(missingFiles);
    if (!analysis) return;
    const resultId = [fingerprint, termsOf(terms), ...missingFiles].join("|");
    const file = fileOf({ uri, analysis, language, abilities }, null, resultId);
    Object.assign(kept, { evidenceFiles, missingFiles, file });
  }

  #searchAgain(): void {
    for (const uri of this.#folders.keys()) this.#folders.set(uri, undefined);
  }

  /** The addresses of the files, each once though folders may lie in one another. */
  async #found(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const folder of [...this.#folders.keys()]) {
      const search = this.#folders.get(folder) ?? this.#runtime.findProfiles(folder);
      this.#folders.set(folder, search);
      for (const uri of await search) if (!found.has(keyOf(uri))) found.set(keyOf(uri), uri);
    }
    return found;
  }
}

function isCurrent(kept: Kept, terms: Terms): boolean {
  return !kept.isStale && kept.terms === termsOf(terms);
}

function termsOf({ today, language }: Terms): string {
  return `${today}|${language}`;
}

function fileOf(view: View, version: number | null, resultId: string): ProfileFile {
  const { uri, analysis } = view;
  return {
    uri,
    version,
    resultId,
    diagnostics: diagnostics(view),
    symbols: profileSymbols(analysis),
    places: rowPlaces(analysis),
  };
}

/** Says of a file that is there, and was not judged, why not. */
function unreadFile(uri: string, reading: Unread, terms: Terms): ProfileFile {
  const message = reasonOf(reading, languages[terms.language].navigation.unread);
  const start = { line: 0, character: 0 };
  const item: Diagnostic = {
    range: { start, end: start },
    severity: DiagnosticSeverity.Error,
    code: "file.unread",
    source: SOURCE,
    message,
  };
  return { uri, version: null, resultId: message, diagnostics: [item], symbols: [], places: new Map() };
}

type Unread = Exclude<Reading, { readonly text: string } | { readonly unread: "missing" }>;

function reasonOf(reading: Unread, { tooLarge, binary, encoding, unreadable }: NavigationWords["unread"]): string {
  switch (reading.unread) {
    case "tooLarge":
      return tooLarge(MOST_MEBIBYTES);
    case "binary":
      return binary;
    case "encoding":
      return encoding(reading.encoding);
    case "unreadable":
      return unreadable(reading.code);
  }
}

/** One spelling of an address: clients differ in what they escape, and in the case of a drive's letter. */
export function keyOf(uri: string): string {
  let plain = uri;
  try {
    plain = decodeURIComponent(uri);
  } catch {
    // no escapes, then
  }
  return plain.replace(/\/+$/, "").replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/** Tells texts apart, by their length and a hash of 53 bits (cyrb53). */
function fingerprintOf(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `${text.length}-${(4294967296 * (2097151 & low) + (high >>> 0)).toString(36)}`;
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((file) => b.has(file));
}

function stopIfCancelled({ isCancellationRequested }: Cancellation): void {
  if (isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}
