import { matchesName, type NamePattern } from "./name-pattern.ts";

/** A part of a path's pattern: any number of folders, or alternatives for one name. */
export type Segment = typeof ANY_FOLDERS | readonly NamePattern[];

export const ANY_FOLDERS = "**";

/** What of a pattern is left to match in a folder. It is given the names of a path one after another. */
export class PathPattern {
  readonly #segments: readonly Segment[];
  /** The places of the segments that may match the next name. They may be several, because `**` matches any number of names. */
  readonly #next: readonly number[];
  readonly #withHidden: boolean;
  /** From this place on, nothing more is needed. */
  readonly #end: number;

  /** @param withHidden whether wildcards also match a name that begins with a dot */
  constructor(segments: readonly Segment[], withHidden: boolean, next: readonly number[] = [0]) {
    this.#segments = segments;
    this.#withHidden = withHidden;
    this.#next = withSkipped(next, segments);
    this.#end = segments.findLastIndex((segment) => segment !== ANY_FOLDERS) + 1;
  }

  /** Whether a path may end with this name. */
  matches(name: string): boolean {
    return this.#next.some((at) => (this.#step(at, name) ?? -1) >= this.#end);
  }

  /** What is left in the folder with this name; undefined if nothing in it can match. */
  below(name: string): PathPattern | undefined {
    const open = this.#next.filter((at) => this.#segments[at] === ANY_FOLDERS || at + 1 < this.#segments.length);
    const next = withSkipped(
      open.flatMap((at) => this.#step(at, name) ?? []),
      this.#segments,
    );
    if (next.length === 0) return undefined;
    const isSame = next.length === this.#next.length && next.every((at, index) => at === this.#next[index]);
    return isSame ? this : new PathPattern(this.#segments, this.#withHidden, next);
  }

  /** The place for the name behind this one. */
  #step(at: number, name: string): number | undefined {
    const segment = this.#segments[at];
    if (segment === ANY_FOLDERS) return this.#withHidden || !name.startsWith(".") ? at : undefined;
    return segment?.some((pattern) => matchesName(pattern, name, this.#withHidden)) ? at + 1 : undefined;
  }
}

/** Adds the places behind `**`, because it also matches no folder at all. */
function withSkipped(places: readonly number[], segments: readonly Segment[]): number[] {
  const all = new Set(places);
  // The loop also visits the places that it adds.
  for (const at of all) if (segments[at] === ANY_FOLDERS) all.add(at + 1);
  return [...all];
}
