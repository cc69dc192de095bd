/**
 * Globs of configurations: `*` and `?` within a name, `**` for any number of folders, `{a,b}`. Every other character is literal.
 * They may come with an untrusted folder. Our own matcher guarantees that none takes long or reads outside the folder.
 */

/** In characters. */
export const MAX_GLOB_LENGTH = 200;

/** Globs per list. */
export const MAX_GLOBS = 50;

export type GlobFault = "empty" | "long" | (typeof REFUSED)[number]["fault"];

/** Patterns of globs that we refuse. The JSON Schema refuses the same. */
export const REFUSED = [
  { fault: "negated", pattern: /^!/u },
  { fault: "absolute", pattern: /^(?:[/~]|[A-Za-z]:)/u },
  { fault: "parent", pattern: /(?:^|\/)\.\.(?:\/|$)/u },
  // Other programs give these a meaning, which ours would silently ignore.
  { fault: "characters", pattern: /[\\[\]]/u },
  // At most two pairs of braces with up to ten words each.
  { fault: "braces", pattern: /^(?![^{}]*(?:\{[^{},/]*(?:,[^{},/]*){1,9}\}[^{}]*){0,2}$)/u },
  { fault: "folder", pattern: /\/$/u },
] as const;

/** The first fault of a glob, or undefined for a valid glob. */
export function globFault(glob: string): GlobFault | undefined {
  if (glob === "") return "empty";
  if ([...glob].length > MAX_GLOB_LENGTH) return "long";
  return REFUSED.find(({ pattern }) => pattern.test(glob))?.fault;
}

/** A path segment of a glob: any number of folders, or alternative patterns for one name. */
type GlobSegment = typeof ANY_FOLDERS | readonly Name[];
type Name = readonly string[];

const ANY_FOLDERS = "**";

/** Matches relative paths with `/` against globs. A pattern matches a hidden name only if it begins with a dot itself. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const all = globs.map(segmentsOf);
  return (path) => {
    const names = path.normalize("NFC").split("/").map(charactersOf);
    return all.some((segments) => matches(segments, names));
  };
}

function segmentsOf(glob: string): GlobSegment[] {
  const segments = glob.normalize("NFC").split("/");
  return segments
    .filter((segment) => segment !== "" && segment !== ".")
    .map((segment) => (segment === ANY_FOLDERS ? ANY_FOLDERS : expand(segment).map(charactersOf)));
}

function charactersOf(name: string): Name {
  return [...name];
}

function expand(segment: string): string[] {
  const braces = /\{([^{}]*)\}/.exec(segment);
  if (!braces) return [segment];
  const [whole, alternatives = ""] = braces;
  const before = segment.slice(0, braces.index);
  const after = expand(segment.slice(braces.index + whole.length));
  return alternatives.split(",").flatMap((word) => after.map((rest) => before + word + rest));
}

function matches(segments: readonly GlobSegment[], names: readonly Name[]): boolean {
  let reached = withSkipped(new Set([0]), segments);
  for (const name of names) {
    const next = new Set<number>();
    for (const at of reached) {
      const segment = segments[at];
      if (segment === ANY_FOLDERS) {
        if (name[0] !== ".") next.add(at);
      } else if (segment?.some((pattern) => matchesName(pattern, name))) next.add(at + 1);
    }
    reached = withSkipped(next, segments);
    if (reached.size === 0) return false;
  }
  return reached.has(segments.length);
}

/** Adds the positions behind `**`, because it also matches no folder at all. */
function withSkipped(reached: Set<number>, segments: readonly GlobSegment[]): Set<number> {
  // The loop also visits the positions that it adds.
  for (const at of reached) if (segments[at] === ANY_FOLDERS) reached.add(at + 1);
  return reached;
}

/** Whether a name matches a pattern. Only the last `*` is ever retried, so the time is at most the product of both lengths. */
function matchesName(pattern: Name, name: Name): boolean {
  if (name[0] === "." && pattern[0] !== ".") return false;
  let at = 0;
  let lastStar = -1;
  let retryFrom = 0;
  for (let index = 0; index < name.length; ) {
    if (pattern[at] === "*") {
      lastStar = at++;
      retryFrom = index;
    } else if (at < pattern.length && (pattern[at] === "?" || pattern[at] === name[index])) {
      at++;
      index++;
    } else if (lastStar >= 0) {
      at = lastStar + 1;
      index = ++retryFrom;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
