import { type Entry, plain, type ValueNode } from "./node.ts";

const MERGE_KEY = "<<";

/** The first entry of a key that a mapping states again. */
export interface Duplicate {
  readonly first: Entry;
  /** Whether both have the same value. */
  readonly isSame: boolean;
}

/** Collects the entries of one mapping: the first of duplicate keys, and those that merge keys bring in. */
export class MapEntries {
  readonly #entries = new Map<string, Entry>();
  readonly #merged: Entry[] = [];
  /** By key, the first value of a duplicate as JSON. */
  readonly #firstJson = new Map<string, string>();

  /** Adds an entry; returns the first of its key where the mapping already has one. */
  add(entry: Entry): Duplicate | undefined {
    if (entry.name === MERGE_KEY && this.#merge(entry.value)) return undefined;
    const first = this.#entries.get(entry.name);
    if (first) return { first, isSame: this.#isSame(first, entry.value) };
    this.#entries.set(entry.name, entry);
    return undefined;
  }

  /** The mapping's own entries, then the merged ones. An own key wins over a merged one, an earlier merged one over a later. */
  all(): Entry[] {
    for (const entry of this.#merged) if (!this.#entries.has(entry.name)) this.#entries.set(entry.name, entry);
    return [...this.#entries.values()];
  }

  /** Whether the value of a merge key is a mapping or a list of mappings; anything else is an ordinary value. */
  #merge(value: ValueNode): boolean {
    const sources = value.kind === "list" ? value.items : [value];
    if (!sources.every((source) => source.kind === "map")) return false;
    // one by one: more arguments than the stack holds would throw
    for (const { entries } of sources) for (const entry of entries) this.#merged.push(entry);
    return true;
  }

  #isSame({ name, value }: Entry, other: ValueNode): boolean {
    const json = this.#firstJson.get(name) ?? JSON.stringify(plain(value));
    this.#firstJson.set(name, json);
    return value.kind === other.kind && json === JSON.stringify(plain(other));
  }
}
