/**
 * Patterns of one name: `*`, `?`, `[…]` and `\` before a character that is meant literally. They come from strangers, so no regular
 * expression is made of them: the engine looks for literal text, and only `?` and `[…]` between two `*` are tried at every place.
 */

/** A pattern by what stands between its `*`. */
export type NamePattern = readonly Chunk[];

type Chunk = readonly Piece[];

/** Literal text, or one of several characters. */
type Piece = string | OneOf;

interface OneOf {
  readonly isNegated: boolean;
  /** Code points, from the first to the last. */
  readonly ranges: readonly (readonly [number, number])[];
}

const ANY_ONE: OneOf = { isNegated: true, ranges: [] };

/** A text as names and patterns are compared: macOS stores marks as separate characters. */
export function composed(text: string): string {
  return text.normalize("NFC");
}

/** Undefined if it matches nothing: a `[` without its `]`, or a `\` before nothing. */
export function namePatternOf(text: string): NamePattern | undefined {
  const characters = [...composed(text)];
  const chunks: Piece[][] = [[]];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at];
    const oneOf = character === "[" ? oneOfAt(characters, at + 1) : undefined;
    if (character === "*") chunks.push([]);
    else if (character === "?") add(ANY_ONE, chunks);
    else if (oneOf) {
      add(oneOf.oneOf, chunks);
      at = oneOf.end;
    } else {
      const literal = character === "\\" ? characters[++at] : character;
      if (literal === undefined || character === "[") return undefined;
      add(literal, chunks);
    }
  }
  return chunks;
}

function add(piece: Piece, chunks: Piece[][]): void {
  const chunk = chunks.at(-1) ?? [];
  const last = chunk.at(-1);
  if (typeof piece === "string" && typeof last === "string") chunk.splice(-1, 1, last + piece);
  else chunk.push(piece);
}

/** @param withHidden whether wildcards also match a dot at the beginning */
export function matchesName(pattern: NamePattern, name: string, withHidden: boolean): boolean {
  const [first = [], ...others] = pattern;
  if (!withHidden && name.startsWith(".") && !beginsWithDot(first)) return false;
  const last = others.pop();
  let at = endOf(first, name, 0);
  if (!last) return at === name.length;
  for (const chunk of others) at = at === undefined ? undefined : endOfNext(chunk, name, at);
  return at !== undefined && at <= (startOf(last, name) ?? -1);
}

function beginsWithDot([first]: Chunk): boolean {
  return typeof first === "string" && first.startsWith(".");
}

/** Where a chunk ends that begins at a place. */
function endOf(chunk: Chunk, name: string, start: number): number | undefined {
  let at = start;
  for (const piece of chunk) {
    if (typeof piece === "string") {
      if (!name.startsWith(piece, at)) return undefined;
      at += piece.length;
    } else {
      const code = name.codePointAt(at);
      if (code === undefined || !includes(piece, code)) return undefined;
      at += unitsOf(code);
    }
  }
  return at;
}

/** Where the first such chunk ends from a place on. */
function endOfNext(chunk: Chunk, name: string, from: number): number | undefined {
  const [first = ""] = chunk;
  for (let at = from; at <= name.length; at += unitsOf(name.codePointAt(at) ?? 0)) {
    if (typeof first === "string") at = name.indexOf(first, at);
    if (at < 0) return undefined;
    const end = endOf(chunk, name, at);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** Where a chunk begins that ends the name. */
function startOf(chunk: Chunk, name: string): number | undefined {
  let at = name.length;
  for (const piece of chunk.toReversed()) {
    if (typeof piece === "string") {
      if (!name.endsWith(piece, at)) return undefined;
      at -= piece.length;
    } else {
      const code = codeBefore(name, at);
      if (code === undefined || !includes(piece, code)) return undefined;
      at -= unitsOf(code);
    }
  }
  return at;
}

function codeBefore(name: string, at: number): number | undefined {
  const code = name.codePointAt(at - 2) ?? 0;
  return unitsOf(code) === 2 ? code : name.codePointAt(at - 1);
}

/** How many units of a string a character takes. */
function unitsOf(code: number): number {
  return code > 0xffff ? 2 : 1;
}

function includes({ isNegated, ranges }: OneOf, code: number): boolean {
  return ranges.some(([first, last]) => first <= code && code <= last) !== isNegated;
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** Reads `[…]` from behind its `[`, as git does; `end` is the place of its `]`. */
function oneOfAt(characters: readonly string[], start: number): { oneOf: OneOf; end: number } | undefined {
  const isNegated = characters[start] === "!" || characters[start] === "^";
  const begin = isNegated ? start + 1 : start;
  const ranges: (readonly [number, number])[] = [];
  /** What a range may begin with. */
  let before: string | undefined;
  let at = begin;
  const literal = () => (characters[at] === "\\" ? characters[++at] : characters[at]);
  // A `]` that comes first is a member.
  for (; characters[at] !== "]" || at === begin; at++) {
    const named = characters[at] === "[" ? NAMED.exec(characters.slice(at, at + MAX_NAMED).join("")) : undefined;
    const isRange = characters[at] === "-" && before !== undefined && characters[at + 1] !== "]";
    if (isRange) at++;
    const member = literal();
    if (member === undefined) return undefined;
    if (named) {
      const members = CLASSES.get(named[1] ?? "");
      if (!members) return undefined;
      for (const [first = "", last = ""] of members) ranges.push([codeOf(first), codeOf(last)]);
      at += named[0].length - 1;
    } else ranges.push([codeOf(isRange ? (before ?? member) : member), codeOf(member)]);
    before = named || isRange ? undefined : member;
  }
  return { oneOf: { isNegated, ranges }, end: at };
}

/** A class by its name, such as `[:digit:]`. */
const NAMED = /^\[:([a-z]+):\]/;
const MAX_NAMED = "[:xdigit:]".length;

/** The members of each class, as ranges from one character to another. */
const CLASSES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    alnum: ["09", "AZ", "az"],
    alpha: ["AZ", "az"],
    blank: ["  ", "\t\t"],
    cntrl: ["\0\x1f", "\x7f\x7f"],
    digit: ["09"],
    graph: ["!~"],
    lower: ["az"],
    print: [" ~"],
    punct: ["!/", ":@", "[`", "{~"],
    space: ["  ", "\t\r"],
    upper: ["AZ"],
    xdigit: ["09", "AF", "af"],
  }),
);
