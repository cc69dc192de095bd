/**
 * Globs of configurations: `*` and `?` within a name, `**` for any number of folders, `{a,b}`. Every other character is literal.
 * They may come with an untrusted folder. Our own matcher guarantees that none takes long or reads outside the folder. Globs on the
 * command line may also hold `[…]` and `\`, and lead anywhere.
 */
import { composed, namePatternOf } from "./name-pattern.ts";
import { ANY_FOLDERS, PathPattern, type Segment } from "./path-pattern.ts";

/** In characters. */
export const MAX_GLOB_LENGTH = 200;

/** Globs per list. */
export const MAX_GLOBS = 50;

export type GlobFault = "empty" | "long" | (typeof REFUSED)[number]["fault"];

/** More than two pairs of braces, or more than ten words in one. */
const MANY_BRACES = /^(?![^{}]*(?:\{[^{},/]*(?:,[^{},/]*){1,9}\}[^{}]*){0,2}$)/u;

/** Patterns of globs that we refuse. The JSON Schema refuses the same. */
export const REFUSED = [
  { fault: "negated", pattern: /^!/u },
  { fault: "absolute", pattern: /^(?:[/~]|[A-Za-z]:)/u },
  { fault: "parent", pattern: /(?:^|\/)\.\.(?:\/|$)/u },
  // Other programs give these a meaning, which ours would silently ignore.
  { fault: "characters", pattern: /[\\[\]]/u },
  { fault: "braces", pattern: MANY_BRACES },
  { fault: "folder", pattern: /\/$/u },
] as const;

/** The first fault of a glob, or undefined for a valid glob. */
export function globFault(glob: string): GlobFault | undefined {
  if (glob === "") return "empty";
  if ([...glob].length > MAX_GLOB_LENGTH) return "long";
  return REFUSED.find(({ pattern }) => pattern.test(glob))?.fault;
}

/** Whether a glob would take long to match. */
export function isTooComplex(glob: string): boolean {
  return [...glob].length > MAX_GLOB_LENGTH || MANY_BRACES.test(glob);
}

/** What globs match in one folder, and in the folders in it. */
export class FolderGlobs {
  readonly #patterns: readonly PathPattern[];

  private constructor(patterns: readonly PathPattern[]) {
    this.#patterns = patterns;
  }

  /** @param withHidden whether wildcards also match hidden names; a pattern that begins with a dot matches them anyway */
  static of(globs: readonly string[], withHidden = false): FolderGlobs {
    return new FolderGlobs(globs.map((glob) => new PathPattern(segmentsOf(glob), withHidden)));
  }

  matches(name: string): boolean {
    return this.#patterns.some((pattern) => pattern.matches(name));
  }

  /** In the folder with this name; undefined if they match nothing in it. */
  below(name: string): FolderGlobs | undefined {
    const patterns = this.#patterns.flatMap((pattern) => pattern.below(name) ?? []);
    return patterns.length > 0 ? new FolderGlobs(patterns) : undefined;
  }
}

/** Matches relative paths with `/` against globs. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const inRoot = FolderGlobs.of(globs);
  return (path) => {
    const names = composed(path).split("/");
    const file = names.pop() ?? "";
    const inFolder = names.reduce<FolderGlobs | undefined>((globs, name) => globs?.below(name), inRoot);
    return inFolder?.matches(file) ?? false;
  };
}

function segmentsOf(glob: string): Segment[] {
  const segments = glob.split("/").filter((segment) => segment !== "" && segment !== ".");
  return segments.map((segment) =>
    segment === ANY_FOLDERS
      ? ANY_FOLDERS
      : expand(segment)
          .map(namePatternOf)
          .filter((name) => name !== undefined),
  );
}

function expand(segment: string): string[] {
  const braces = /\{([^{}]*)\}/.exec(segment);
  if (!braces) return [segment];
  const [whole, alternatives = ""] = braces;
  const before = segment.slice(0, braces.index);
  const after = expand(segment.slice(braces.index + whole.length));
  return alternatives.split(",").flatMap((word) => after.map((rest) => before + word + rest));
}
