import { CONFIG_NAME, type Config, MISNAMED, NO_CONFIG } from "../../config/config.ts";
import type { ConfigProblem } from "../../config/problem.ts";
import { type Candidates, candidatesOf, type Selection, selectionOf } from "../../config/profile-files.ts";
import { misnamed, readConfig } from "../../config/read.ts";
import type { Severities } from "../../core/findings/severities.ts";
import type { Standard } from "../../core/standard/standard.ts";
import { Lines } from "../../core/yaml/lines.ts";
import type { Reading } from "../../host/reading.ts";
import { isInside, keyOf } from "../../host/uri.ts";
import type { LanguageId } from "../../messages/language.ts";
import { fingerprintOf } from "../hash.ts";
import type { Runtime } from "../runtime.ts";

/**
 * The configuration at the root of one of the workspace's folders, as it was read last. It is read of folders that are not
 * trusted as well: it says what is shown of files below it and how, and nothing of it is run.
 */
export interface FolderConfiguration {
  readonly uri: string;
  /** Tells what the file says from all else that it might say. */
  readonly id: string;
  readonly reading: Reading;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  readonly lines: Lines;
  readonly selection: Selection;
}

/** The configurations of the workspace's folders. None is read before it is asked for, nor again before it has changed. */
export class Configurations {
  /** By the folder's address. */
  readonly #folders = new Map<string, CachedConfiguration>();
  #reading: Promise<void> | undefined;
  #isWatched = false;
  readonly #standard: Standard;
  readonly #runtime: Pick<Runtime, "readProfile">;
  readonly #onChange: () => void;

  /** @param onChange called whenever one is read and is not as it was */
  constructor(standard: Standard, runtime: Pick<Runtime, "readProfile">, onChange: () => void = () => {}) {
    this.#standard = standard;
    this.#runtime = runtime;
    this.#onChange = onChange;
  }

  /** The folders that the workspace consists of, from now on. */
  setFolders(uris: readonly string[]): void {
    for (const uri of this.#folders.keys()) if (!uris.includes(uri)) this.#folders.delete(uri);
    for (const uri of uris) if (!this.#folders.has(uri)) this.#folders.set(uri, { isStale: true, known: undefined });
  }

  /** Changes are told from now on. What has changed before has not been. */
  watched(): void {
    this.#isWatched = true;
    this.#readAgain();
  }

  /** Takes note of a change on the disk. True if it is one of a configuration. */
  changed(uri: string): boolean {
    // what comes or goes may be a folder
    const found = [...this.#folders].filter(([folder]) =>
      [CONFIG_NAME, MISNAMED].some((name) => isInside(`${addressIn(folder, name)}/`, uri)),
    );
    for (const [, kept] of found) kept.isStale = true;
    return found.length > 0;
  }

  /**
   * Resolves once every configuration is read.
   *
   * @param isFresh whether what is not watched is to be looked at again
   */
  async ready(isFresh = false): Promise<void> {
    if (this.#folders.size === 0) return;
    if (isFresh && !this.#isWatched) this.#readAgain();
    // who else asks waits for the same reading; what changes meanwhile is read again, but nobody waits for what never rests
    for (let left = MAX_READINGS; left > 0 && [...this.#folders.values()].some(({ isStale }) => isStale); left--) {
      this.#reading ??= this.#readAll().finally(() => {
        this.#reading = undefined;
      });
      await this.#reading;
    }
  }

  /** Those that are there, or cannot be read. */
  all(): readonly FolderConfiguration[] {
    return [...this.#folders.values()].flatMap(({ known }) => (known && !isMissing(known) ? [known] : []));
  }

  /** The language to speak where no setting says so. */
  language(): LanguageId | undefined {
    return this.all().find(({ config }) => config.language !== undefined)?.config.language;
  }

  /** How grave findings of a file are. */
  severitiesOf(uri: string): Severities {
    return this.#of(uri)?.configuration.config.severities ?? NO_CONFIG.severities;
  }

  /** The same as long as the same configuration applies to a file. */
  idOf(uri: string): string {
    return this.#of(uri)?.configuration.id ?? "";
  }

  /** What may be profiles in a folder of the workspace; undefined for the usual names. */
  candidatesIn(folder: string): Candidates | undefined {
    const config = this.#folders.get(folder)?.known?.config;
    return config?.files && candidatesOf(config);
  }

  /** Where profiles may be that do not go by the usual names, as globs. */
  furtherGlobs(): readonly string[] {
    return [...new Set(this.all().flatMap(({ config }) => (config.files ? candidatesOf(config).globs : [])))];
  }

  /** Whether a file is a profile by the configuration that applies to it; undefined where none does. */
  holds(uri: string): boolean | undefined {
    const found = this.#of(uri);
    return found?.configuration.selection.holds(found.path);
  }

  /** Whether a configuration names a file as a profile. */
  names(uri: string): boolean {
    const found = this.#of(uri);
    return found?.configuration.selection.names(found.path) === true;
  }

  /** The configuration of the nearest folder that a file lies in and that has one, and the file's path in that folder. */
  #of(uri: string): { configuration: FolderConfiguration; path: string } | undefined {
    const [nearest] = [...this.#folders]
      .flatMap(([folder, { known }]) => (known && !isMissing(known) && isInside(uri, folder) ? [{ folder, known }] : []))
      .sort((a, b) => keyOf(b.folder).length - keyOf(a.folder).length);
    return nearest && { configuration: nearest.known, path: keyOf(uri).slice(keyOf(nearest.folder).length + 1) };
  }

  #readAgain(): void {
    for (const kept of this.#folders.values()) kept.isStale = true;
  }

  async #readAll(): Promise<void> {
    await Promise.all([...this.#folders].map(([folder, kept]) => (kept.isStale ? this.#read(folder, kept) : undefined)));
  }

  async #read(folder: string, kept: CachedConfiguration): Promise<void> {
    // what changes while it is read is read again
    kept.isStale = false;
    const { name, reading } = await this.#look(folder);
    const { known } = kept;
    const id = fingerprintOf(JSON.stringify([name, reading]));
    if (known?.id === id) return;
    const text = "text" in reading ? reading.text : "";
    const { config, problems } = this.#understood(name, reading);
    const uri = addressIn(folder, name);
    kept.known = { uri, id, reading, config, problems, lines: new Lines(text), selection: selectionOf(config) };
    if (known || !isMissing(kept.known)) this.#onChange();
  }

  /** What a folder's configuration holds; where it has none, what is called like one by mistake. */
  async #look(folder: string): Promise<{ readonly name: string; readonly reading: Reading }> {
    const reading = await this.#runtime.readProfile(addressIn(folder, CONFIG_NAME));
    const other = isMissing({ reading }) ? await this.#runtime.readProfile(addressIn(folder, MISNAMED)) : reading;
    return other !== reading && "text" in other ? { name: MISNAMED, reading: other } : { name: CONFIG_NAME, reading };
  }

  #understood(name: string, reading: Reading): ReturnType<typeof readConfig> {
    if (name === MISNAMED) return { config: NO_CONFIG, problems: [misnamed] };
    return "text" in reading ? readConfig(reading.text, this.#standard) : { config: NO_CONFIG, problems: [] };
  }
}

/** That one who asks waits for: one that was under way, one's own, and one more where it has changed meanwhile. */
const MAX_READINGS = 3;

interface CachedConfiguration {
  isStale: boolean;
  /** As it was read last. */
  known: FolderConfiguration | undefined;
}

function isMissing({ reading }: Pick<FolderConfiguration, "reading">): boolean {
  return "unread" in reading && reading.unread === "missing";
}

function addressIn(folder: string, name: string): string {
  return `${folder.replace(/(?<!\/)\/+$/, "")}/${name}`;
}
