import { isProfile } from "../../config/profile-files.ts";
import { isInside, keyOf } from "../../host/uri.ts";
import { type FoundProfiles, NOTHING_FOUND, type Runtime, type UnreadUri } from "../runtime.ts";
import type { Configurations } from "./configurations.ts";

/** Beyond this many created files, one search of the whole folder costs less than one search below each of them. */
const MAX_CREATED = 50;

/** Finds the profiles below the workspace's folders. It searches on demand, and again only after a change. */
export class ProfileSearch {
  /** The last search of each folder, by URI; undefined if the folder has to be searched. */
  readonly #searches = new Map<string, Promise<FoundProfiles> | undefined>();
  /** The URIs created since the last search. Each may be a folder with profiles in it. */
  readonly #created = new Set<string>();
  readonly #runtime: Runtime;
  readonly #configurations: Configurations;
  readonly #log: (error: unknown) => void;

  constructor(runtime: Runtime, configurations: Configurations, log: (error: unknown) => void) {
    this.#runtime = runtime;
    this.#configurations = configurations;
    this.#log = log;
  }

  /** The URIs of the workspace's folders. */
  folders(): readonly string[] {
    return [...this.#searches.keys()];
  }

  setFolders(uris: readonly string[]): void {
    for (const uri of this.#searches.keys()) if (!uris.includes(uri)) this.#searches.delete(uri);
    for (const uri of uris) if (!this.#searches.has(uri)) this.#searches.set(uri, undefined);
  }

  /** Has every folder searched again by the next `find`. */
  invalidate(): void {
    for (const uri of this.#searches.keys()) this.#searches.set(uri, undefined);
  }

  /** Notes a new file or folder. True if it is a profile by its name; only a search can tell whether it is excluded. */
  noteCreated(uri: string): boolean {
    if (this.#isProfile(uri)) {
      this.invalidate();
      return true;
    }
    if (this.#created.size <= MAX_CREATED) this.#created.add(uri);
    return false;
  }

  /** The profiles' URIs by their keys, and what could not be read. Each comes once, though folders may be nested. */
  async find(): Promise<{ found: Map<string, string>; unread: Iterable<UnreadUri> }> {
    const created = [...this.#created];
    this.#created.clear();
    // All searches start before the first is awaited, so that concurrent callers share them.
    const searches = [...this.#searches].map(([folder, last]) => {
      const inFolder = created.filter((uri) => isInside(uri, folder));
      return last && inFolder.length === 0 ? last : this.#search(folder, last, inFolder);
    });
    const found = new Map<string, string>();
    const unread = new Map<string, UnreadUri>();
    for (const search of searches) {
      const { uris, unread: others } = await search;
      for (const other of others) unread.set(keyOf(other.uri), other);
      for (const uri of uris) if (!found.has(keyOf(uri)) && this.#isProfile(uri)) found.set(keyOf(uri), uri);
    }
    return { found, unread: unread.values() };
  }

  /** By the configuration that applies to the file, or else by the usual names. */
  #isProfile(uri: string): boolean {
    return this.#configurations.holds(uri) ?? isProfile(keyOf(uri));
  }

  /** Searches a folder and caches the search. A search that fails is logged, finds nothing, and is not cached. */
  #search(folder: string, last: Promise<FoundProfiles> | undefined, created: readonly string[]): Promise<FoundProfiles> {
    const search: Promise<FoundProfiles> = this.#profilesIn(folder, last, created).catch((error: unknown) => {
      this.#log(error);
      if (this.#searches.get(folder) === search) this.#searches.set(folder, undefined);
      return NOTHING_FOUND;
    });
    this.#searches.set(folder, search);
    return search;
  }

  /** What the last search found, unless there are profiles below what was created since. */
  async #profilesIn(
    folder: string,
    last: Promise<FoundProfiles> | undefined,
    created: readonly string[],
  ): Promise<FoundProfiles> {
    const candidates = this.#configurations.candidatesIn(folder);
    if (last && created.length <= MAX_CREATED) {
      const below = await Promise.all(created.map((uri) => this.#runtime.findProfiles(uri, candidates)));
      if (below.every(({ uris, unread }) => uris.length + unread.length === 0)) return last;
    }
    // From the top, because what was found below may be excluded further up.
    return this.#runtime.findProfiles(folder, candidates);
  }
}
