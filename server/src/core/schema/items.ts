import { trimBlanks } from "../text/white-space.ts";
import { optionsIn } from "./boxes.ts";

/** Stands between the items of a list in one text. A comma between digits belongs to a number. */
const SEPARATOR = /[、，;；\r\n]|,(?!\d)|(?<!\d),/u;

/**
 * The items that a text lists: those that it ticks, or those between its commas and line breaks. Undefined unless `read` reads each
 * of them.
 */
export function itemsIn<T>(text: string, read: (item: string) => T | undefined): readonly T[] | undefined {
  const options = optionsIn(text);
  if (options) {
    const ticked = allOf(options.map(({ text }) => read(text)))?.filter((_, index) => options[index]?.isTicked);
    return ticked?.length ? ticked : undefined;
  }
  // a notation may have a comma in it; a free text is read as itself, and is cut
  const whole = read(text);
  return whole !== undefined && whole !== text ? [whole] : allOf(partsOf(text).map(read));
}

function allOf<T>(values: readonly (T | undefined)[]): readonly T[] | undefined {
  return values.length === 0 || values.includes(undefined) ? undefined : (values as T[]);
}

/** The parts of a text between commas and line breaks, but not those in brackets. */
function partsOf(text: string): string[] {
  const parts = [""];
  for (const piece of text.split(/([(（][^()（）]*[)）])/u)) {
    const [first = "", ...others] = /^[(（].*[)）]$/su.test(piece) ? [piece] : piece.split(SEPARATOR);
    parts.push((parts.pop() ?? "") + first, ...others);
  }
  // a comma inside of other brackets
  if (parts.some((part) => part.split(/[(（]/u).length !== part.split(/[)）]/u).length)) return [text];
  return parts.length === 1 ? parts : parts.map(bare).filter((part) => part !== "");
}

/** One of several items without its bullet, and without the full stop behind the last. */
function bare(part: string): string {
  return trimBlanks(part)
    .replace(/^[・•] ?/u, "")
    .replace(/。$/u, "");
}
