import { namePatternOf } from "../config/name-pattern.ts";
import { ANY_FOLDERS, PathPattern, type Segment } from "../config/path-pattern.ts";

/** The .gitignore files that are followed in a folder, those above it included, have at most this many characters. */
export const MAX_CHARACTERS = 50_000;

export const MAX_RULES = 2000;

/** How many `?` and `[…]` the rules have at most: between two `*`, each is tried at every place of a name. */
export const MAX_SINGLES = 1000;

interface Rule {
  readonly pattern: PathPattern;
  /** Begins with `!`: what an earlier rule excludes comes back. */
  readonly isNegated: boolean;
  /** Ends with `/`. */
  readonly isForFolders: boolean;
  /** How many `?` and `[…]` it has. */
  readonly singles: number;
}

/** What the .gitignore files of a folder, and of those above it, exclude from it: as git reads them. */
export class IgnoreRules {
  static readonly NONE = new IgnoreRules([], 0);

  /** The last that matches a name decides. */
  readonly #rules: readonly Rule[];
  readonly #characters: number;

  private constructor(rules: readonly Rule[], characters: number) {
    this.#rules = rules;
    this.#characters = characters;
  }

  /** With those of the folder's own .gitignore; undefined if that would be too much. */
  with(text: string): IgnoreRules | undefined {
    const characters = this.#characters + text.length;
    if (characters > MAX_CHARACTERS) return undefined;
    const own = text.split(/\r?\n|\r$/).flatMap((line) => ruleOf(line) ?? []);
    const rules = [...this.#rules, ...own];
    const singles = rules.reduce((sum, rule) => sum + rule.singles, 0);
    return rules.length > MAX_RULES || singles > MAX_SINGLES ? undefined : new IgnoreRules(rules, characters);
  }

  /** Whether they exclude what has a name in this folder. Nothing comes back in a folder that is excluded itself. */
  exclude(name: string, isFolder: boolean): boolean {
    const applies = ({ pattern, isForFolders }: Rule) => (isFolder || !isForFolders) && pattern.matches(name);
    const last = this.#rules.findLast(applies);
    return last !== undefined && !last.isNegated;
  }

  /** In the folder with this name. */
  below(name: string): IgnoreRules {
    const rules = this.#rules.flatMap((rule) => {
      const pattern = rule.pattern.below(name);
      if (pattern === rule.pattern) return rule;
      return pattern ? { ...rule, pattern } : [];
    });
    return new IgnoreRules(rules, this.#characters);
  }
}

/** Undefined if the line excludes nothing. */
function ruleOf(line: string): Rule | undefined {
  const text = withoutSpaces(line);
  if (text === "" || text.startsWith("#")) return undefined;
  const isNegated = text.startsWith("!");
  const isForFolders = text.endsWith("/");
  const segments = segmentsOf(text.slice(isNegated ? 1 : 0, isForFolders ? -1 : undefined));
  const singles = text.match(/[?[]/g)?.length ?? 0;
  return segments && { pattern: new PathPattern(segments, true), isNegated, isForFolders, singles };
}

/** Without the spaces at the end, except for one behind a backslash. */
function withoutSpaces(line: string): string {
  const text = line.replace(/(?<! ) +$/, "");
  return text.length < line.length && /(?<!\\)\\(?:\\\\)*$/.test(text) ? `${text} ` : text;
}

function segmentsOf(text: string): Segment[] | undefined {
  // A backslash before a slash means nothing.
  const names = text.replace(/\\(.)/gsu, (pair, character) => (character === "/" ? "/" : pair)).split("/");
  if (text.startsWith("/")) names.shift();
  // Without a slash in it, a rule is for every folder below.
  else if (names.length === 1) names.unshift("**");
  // `a/**` excludes what is in a, and not a itself.
  if (isAnyFolders(names.at(-1) ?? "")) names.push("*");
  const segments: Segment[] = [];
  for (const name of names) {
    const segment = isAnyFolders(name) ? ANY_FOLDERS : namePatternOf(name);
    if (segment === undefined) return undefined;
    segments.push(segment === ANY_FOLDERS ? segment : [segment]);
  }
  return segments;
}

function isAnyFolders(name: string): boolean {
  return /^\*{2,}$/.test(name);
}
