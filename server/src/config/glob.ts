/**
 * Globs as configurations write them: `*` and `?` within a name, `**` for any folders, `{a,b}`; all else stands for itself.
 * They come with a stranger's folder. Matched by our own means, none can take long, and none reads beyond the folder.
 */

/** Characters of a glob. */
export const MAX_GLOB_LENGTH = 200;

/** Globs of a list. */
export const MAX_GLOBS = 50;

/** What is wrong with a glob. */
export type GlobFault = "empty" | "long" | (typeof REFUSED)[number]["fault"];

/** What a glob must not look like; the JSON Schema refuses the same. */
export const REFUSED = [
  { fault: "negated", pattern: /^!/u },
  { fault: "absolute", pattern: /^(?:[/~]|[A-Za-z]:)/u },
  { fault: "parent", pattern: /(?:^|\/)\.\.(?:\/|$)/u },
  // they mean something to other programs, which would be silently lost
  { fault: "characters", pattern: /[\\[\]]/u },
  // at most two, of up to ten words each
  { fault: "braces", pattern: /^(?![^{}]*(?:\{[^{},/]*(?:,[^{},/]*){1,9}\}[^{}]*){0,2}$)/u },
  { fault: "folder", pattern: /\/$/u },
] as const;

/** What is wrong with a glob; nothing with most. */
export function globFault(glob: string): GlobFault | undefined {
  if (glob === "") return "empty";
  if ([...glob].length > MAX_GLOB_LENGTH) return "long";
  return REFUSED.find(({ pattern }) => pattern.test(glob))?.fault;
}

/** One step of a glob: any folders, or the names that one folder or file may have. */
type GlobSegment = typeof ANY_FOLDERS | readonly Name[];
type Name = readonly string[];

const ANY_FOLDERS = "**";

/** Whether a path, relative and with `/`, is matched by one of the globs. What is hidden is matched only by what names its dot. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const all = globs.map(stepsOf);
  return (path) => {
    const names = path.normalize("NFC").split("/").map(charactersOf);
    return all.some((steps) => leadsTo(steps, names));
  };
}

function stepsOf(glob: string): GlobSegment[] {
  const steps = glob.normalize("NFC").split("/");
  return steps
    .filter((step) => step !== "" && step !== ".")
    .map((step) => (step === ANY_FOLDERS ? ANY_FOLDERS : expand(step).map(charactersOf)));
}

function charactersOf(name: string): Name {
  return [...name];
}

function expand(step: string): string[] {
  const braces = /\{([^{}]*)\}/.exec(step);
  if (!braces) return [step];
  const [whole, words = ""] = braces;
  const before = step.slice(0, braces.index);
  const after = expand(step.slice(braces.index + whole.length));
  return words.split(",").flatMap((word) => after.map((rest) => before + word + rest));
}

function leadsTo(steps: readonly GlobSegment[], names: readonly Name[]): boolean {
  let reached = withSkipped(new Set([0]), steps);
  for (const name of names) {
    const next = new Set<number>();
    for (const at of reached) {
      const step = steps[at];
      if (step === ANY_FOLDERS) {
        if (name[0] !== ".") next.add(at);
      } else if (step?.some((pattern) => isNamed(pattern, name))) next.add(at + 1);
    }
    reached = withSkipped(next, steps);
    if (reached.size === 0) return false;
  }
  return reached.has(steps.length);
}

/** Any folders may be none. */
function withSkipped(reached: Set<number>, steps: readonly GlobSegment[]): Set<number> {
  // a set that grows is gone through to its end
  for (const at of reached) if (steps[at] === ANY_FOLDERS) reached.add(at + 1);
  return reached;
}

/** Whether a name is of a pattern: of several `*` only the last is ever tried again, so that it takes no longer than the two are long. */
function isNamed(pattern: Name, name: Name): boolean {
  if (name[0] === "." && pattern[0] !== ".") return false;
  let at = 0;
  let star = -1;
  let from = 0;
  for (let index = 0; index < name.length; ) {
    if (pattern[at] === "*") {
      star = at++;
      from = index;
    } else if (at < pattern.length && (pattern[at] === "?" || pattern[at] === name[index])) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++from;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
