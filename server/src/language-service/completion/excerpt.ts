import { ALIKE, isBlank, trimBlanksStart, widthOf } from "../../core/text/white-space.ts";
import { isMarker } from "../../core/yaml/alike-separators.ts";
import type { Lines } from "../../core/yaml/lines.ts";

/** Lines just above the cursor that are parsed whatever they hold. */
const NEAR = 12;

/** Empty lines, comments and closing brackets enclose nothing, whatever their indentation. */
const ENCLOSES_NOTHING = new RegExp(`^[ \\t${ALIKE}]*(?:[#\\]}]|$)`);
/** A key or a bracket in the first column. */
const BEGINS_SECTION = new RegExp(`^(?!-(?:[ \\t${ALIKE}]|$))[^ \\t${ALIKE}#\\]}]`);

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
    return { start: lines.start(line) + indent, column, isItem: IS_ITEM.test(text.slice(indent, indent + 2)) };
  }
  return undefined;
}

/** The number of characters that look like white space at a line's start. */
export function indentOf(line: string): number {
  return line.length - trimBlanksStart(line).length;
}

const IS_ITEM = new RegExp(`^-[ \\t${ALIKE}]`);
const INDENT_AND_DASHES = new RegExp(`^[ \\t${ALIKE}]*(?:-[ \\t${ALIKE}]+)*`);
const DASH_AND_BLANKS = new RegExp(`(-?)([ \\t${ALIKE}]+)`, "g");
/** A key with a full-width colon, or with a colon that its value follows without a space; not `https://`. */
const KEY_AND_COLON = new RegExp(
  `^( *(?:- +)*(?:"[^"]*" *|'[^']*' *|[^\\s"'#：:[{&!][^\\s：:]*))(?::(?=[^\\s:/]|[\\t${ALIKE}])|：)[ \\t${ALIKE}]*`,
);

/** Repairs what a Japanese keyboard makes of colons and spaces. Indentation becomes as many spaces as it looks wide. */
export function normalize(line: string): string {
  return line.replace(INDENT_AND_DASHES, asSpaces).replace(KEY_AND_COLON, "$1: ");
}

function asSpaces(indentAndDashes: string): string {
  return indentAndDashes.replace(
    DASH_AND_BLANKS,
    (_, dash: string, blanks: string) => dash + " ".repeat(Math.max(dash.length, widthOf(blanks))),
  );
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
    if (!isBlank(line)) before = result;
    return result;
  });
}
