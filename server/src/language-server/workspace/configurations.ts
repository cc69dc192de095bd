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
 * The configuration at the root of a workspace folder, as it was last read. It is also read in untrusted folders: it only says
 * which files below it are shown and how, and nothing in it is run.
 */
export interface FolderConfiguration {
  readonly uri: string;
  /** A fingerprint of the file's name and content. */
  readonly id: string;
  readonly reading: Reading;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  readonly lines: Lines;
  readonly selection: Selection;
}

/** The configurations of the workspace's folders. Each is read on demand, and again only after a change. */
export class Configurations {
  /** By the folder's URI. */
  readonly #folders = new Map<string, CachedConfiguration>();
  #reading: Promise<void> | undefined;
  #isWatched = false;
  readonly #standard: Standard;
  readonly #runtime: Pick<Runtime, "readProfile">;
  #listener: () => void = () => {};

  constructor(standard: Standard, runtime: Pick<Runtime, "readProfile">) {
    this.#standard = standard;
    this.#runtime = runtime;
  }

  /** Sets the one listener. It is called whenever a configuration is read and differs from the one before. */
  onDidChange(listener: () => void): void {
    this.#listener = listener;
  }

  setFolders(uris: readonly string[]): void {
    for (const uri of this.#folders.keys()) if (!uris.includes(uri)) this.#folders.delete(uri);
    for (const uri of uris) if (!this.#folders.has(uri)) this.#folders.set(uri, { isStale: true, configuration: undefined });
  }

  /** The client reports changes from now on. Earlier changes were not reported. */
  watched(): void {
    this.#isWatched = true;
    this.#invalidate();
  }

  /** Notes a change on the disk. True if a configuration changed. */
  changed(uri: string): boolean {
    // What comes or goes may be a folder: the configuration is then inside it.
    const affected = [...this.#folders].filter(([folder]) =>
      [CONFIG_NAME, MISNAMED].some((name) => isInside(`${uriIn(folder, name)}/`, uri)),
    );
    for (const [, cached] of affected) cached.isStale = true;
    return affected.length > 0;
  }

  /**
   * Resolves once every configuration is read.
   *
   * @param isFresh whether to read again if the client does not report changes
   */
  async ready(isFresh = false): Promise<void> {
    if (this.#folders.size === 0) return;
    if (isFresh && !this.#isWatched) this.#invalidate();
    // Concurrent callers share a reading. What changes during it is read again, up to a limit: it may never stop changing.
    for (let left = MAX_READINGS; left > 0 && [...this.#folders.values()].some(({ isStale }) => isStale); left--) {
      this.#reading ??= this.#readAll().finally(() => {
        this.#reading = undefined;
      });
      await this.#reading;
    }
  }

  /** The configurations that exist, readable or not. */
  all(): readonly FolderConfiguration[] {
    return [...this.#folders.values()].flatMap(({ configuration }) => existing(configuration));
  }

  /** The language where the client's settings name none: that of the first configuration that names one. */
  language(): LanguageId | undefined {
    return this.all().find(({ config }) => config.language !== undefined)?.config.language;
  }

  /** The severities of a file's findings. */
  severitiesOf(uri: string): Severities {
    return this.#of(uri)?.configuration.config.severities ?? NO_CONFIG.severities;
  }

  /** The id of the configuration that applies to a file; empty if none does. */
  idOf(uri: string): string {
    return this.#of(uri)?.configuration.id ?? "";
  }

  /** Which files may be profiles in a workspace folder; undefined: those with the usual names. */
  candidatesIn(folder: string): Candidates | undefined {
    const config = this.#folders.get(folder)?.configuration?.config;
    return config?.files && candidatesOf(config);
  }

  /** The globs of all configurations that name profiles themselves. */
  furtherGlobs(): readonly string[] {
    return [...new Set(this.all().flatMap(({ config }) => (config.files ? candidatesOf(config).globs : [])))];
  }

  /** Whether a file is a profile by the configuration that applies to it; undefined if none does. */
  holds(uri: string): boolean | undefined {
    const applicable = this.#of(uri);
    return applicable?.configuration.selection.holds(applicable.path);
  }

  /** Whether a configuration names a file as a profile. */
  names(uri: string): boolean {
    const applicable = this.#of(uri);
    return applicable?.configuration.selection.names(applicable.path) === true;
  }

  /** The configuration of the innermost folder that contains the file and has one, and the file's path in that folder. */
  #of(uri: string): { configuration: FolderConfiguration; path: string } | undefined {
    const [innermost] = [...this.#folders]
      .filter(([folder]) => isInside(uri, folder))
      .flatMap(([folder, cached]) => existing(cached.configuration).map((configuration) => ({ folder, configuration })))
      .sort((a, b) => keyOf(b.folder).length - keyOf(a.folder).length);
    if (!innermost) return undefined;
    const { folder, configuration } = innermost;
    return { configuration, path: keyOf(uri).slice(keyOf(folder).length + 1) };
  }

  #invalidate(): void {
    for (const cached of this.#folders.values()) cached.isStale = true;
  }

  async #readAll(): Promise<void> {
    await Promise.all([...this.#folders].map(([folder, cached]) => (cached.isStale ? this.#read(folder, cached) : undefined)));
  }

  async #read(folder: string, cached: CachedConfiguration): Promise<void> {
    // Reset first, so that a change during the reading makes it stale again.
    cached.isStale = false;
    const { name, reading } = await this.#readFile(folder);
    const previous = cached.configuration;
    const id = fingerprintOf(JSON.stringify([name, reading]));
    if (previous?.id === id) return;
    const { config, problems } = this.#parse(name, reading);
    const lines = new Lines("text" in reading ? reading.text : "");
    cached.configuration = { uri: uriIn(folder, name), id, reading, config, problems, lines, selection: selectionOf(config) };
    if (previous || !isMissing(cached.configuration)) this.#listener();
  }

  /** Reads a folder's configuration or, if there is none, the file with the name that people give it by mistake. */
  async #readFile(folder: string): Promise<{ readonly name: string; readonly reading: Reading }> {
    const reading = await this.#runtime.readProfile(uriIn(folder, CONFIG_NAME));
    if (!isMissing({ reading })) return { name: CONFIG_NAME, reading };
    const misnamedReading = await this.#runtime.readProfile(uriIn(folder, MISNAMED));
    return "text" in misnamedReading ? { name: MISNAMED, reading: misnamedReading } : { name: CONFIG_NAME, reading };
  }

  #parse(name: string, reading: Reading): ReturnType<typeof readConfig> {
    if (name === MISNAMED) return { config: NO_CONFIG, problems: [misnamed] };
    return "text" in reading ? readConfig(reading.text, this.#standard) : { config: NO_CONFIG, problems: [] };
  }
}

/** A caller waits for at most: one reading that was under way, its own, and one more after a change. */
const MAX_READINGS = 3;

interface CachedConfiguration {
  isStale: boolean;
  /** As it was last read. */
  configuration: FolderConfiguration | undefined;
}

function existing(configuration: FolderConfiguration | undefined): FolderConfiguration[] {
  return configuration && !isMissing(configuration) ? [configuration] : [];
}

function isMissing({ reading }: Pick<FolderConfiguration, "reading">): boolean {
  return "unread" in reading && reading.unread === "missing";
}

function uriIn(folder: string, name: string): string {
  return `${folder.replace(/(?<!\/)\/+$/, "")}/${name}`;
}
