import type { Lines } from "../../core/yaml/lines.ts";

/** Lines just above the cursor that are parsed whatever they hold. */
const NEAR = 12;

/** Empty lines, comments and closing brackets enclose nothing, whatever their indentation. */
const ENCLOSES_NOTHING = /^[ \t\u3000]*([#\]}]|$)/;
/** A key or a bracket in the first column. */
const BEGINS_SECTION = /^(?!-(\s|$))[^\s#\]}]/;

/**
 * The numbers of the lines that decide where the cursor is, ascending: at most 12 just above it, and above those each line
 * that encloses it, up to a key in the first column. So a request costs the same in a large document.
 */
export function linesAbove(lines: Lines, cursorLine: number): number[] {
  const above: number[] = [];
  let isNear = true;
  let least = Number.POSITIVE_INFINITY;
  let isLeastDash = false;
  /** How many of the lines to keep so that the topmost is an outermost one. */
  let complete = 0;
  for (let line = cursorLine; line > 0 && !BEGINS_SECTION.test(lines.text(line)); ) {
    line--;
    isNear &&= above.length < NEAR;
    const text = lines.text(line);
    const column = indentOf(text);
    const isDash = text[column] === "-";
    if (ENCLOSES_NOTHING.test(text)) {
      if (isNear) above.push(line);
      continue;
    }
    const encloses = column < least || (column === least && isLeastDash && !isDash);
    // lines whose own key or dash is too far up would be read as children of the next enclosing line
    if (encloses && !isNear) above.length = complete;
    if (encloses || isNear) above.push(line);
    if (encloses) {
      least = column;
      isLeastDash = isDash;
    }
    if ((encloses || isNear) && column === least && isDash === isLeastDash) complete = above.length;
  }
  return above.reverse();
}

/** The first word of a line below the cursor. */
export interface LineBelow {
  readonly start: number;
  /** Its column in the normalized line; for a closing bracket one more, which is still inside the brackets. */
  readonly column: number;
  readonly isItem: boolean;
}

/** The next line of the document that holds more than whitespace and a comment; undefined if there is none. */
export function lineBelow(lines: Lines, cursorLine: number): LineBelow | undefined {
  for (let line = cursorLine + 1; line < lines.count; line++) {
    const text = lines.text(line);
    if (isMarker(text)) return undefined;
    const indent = indentOf(text);
    if (indent === text.length || text[indent] === "#") continue;
    const column = indentOf(normalize(text)) + (/[\]}]/.test(text[indent] as string) ? 1 : 0);
    return { start: lines.start(line) + indent, column, isItem: /^-\s/.test(text.slice(indent, indent + 2)) };
  }
  return undefined;
}

/** Whether a line is a document marker, which begins or ends a document. */
export function isMarker(line: string): boolean {
  return /^(---|\.\.\.)(\s|$)/.test(line);
}

/** The number of spaces, tabs and full-width spaces at a line's start. */
export function indentOf(line: string): number {
  return line.length - line.replace(/^[ \t\u3000]+/, "").length;
}

const INDENT_AND_DASHES = /^[ \t\u3000]*(?:-[ \t\u3000]+)*/;
/** A key with a full-width colon, or with a colon that its value follows without a space; not `https://`. */
const KEY_AND_COLON = /^( *(?:- +)*(?:"[^"]*" *|'[^']*' *|[^\s"'#：:[{&!][^\s：:]*))(?::(?=[^\s:/]|[\t\u3000])|：)[ \t\u3000]*/;

/** Repairs what a Japanese keyboard makes of colons and spaces. A tab or full-width space becomes two, as in the recovery. */
export function normalize(line: string): string {
  return line.replace(INDENT_AND_DASHES, (indent) => indent.replace(/[\t\u3000]/g, "  ")).replace(KEY_AND_COLON, "$1: ");
}

const BARE_WORD = /^ *[^\s"'#,[\]{}|>&*!%.-][^\s,[\]{}]*(?<!:)$/;

/** Adds the missing colon to a word alone on its line, as the parser's recovery does. The lines must be normalized. */
export function withColons(lines: readonly string[]): string[] {
  let before = ":";
  return lines.map((line) => {
    const deeper = indentOf(line) - indentOf(before);
    // the word continues the text above
    const isText = (deeper > 0 && !before.endsWith(":")) || (deeper === 0 && BARE_WORD.test(before));
    const result = BARE_WORD.test(line) && !isText ? `${line}:` : line;
    if (line.trim() !== "") before = result;
    return result;
  });
}
