import type { Range } from "vscode-languageserver";

/** A value near the middle of a text that can be changed from right to wrong and back. */
export interface Edit {
  readonly right: string;
  readonly wrong: string;
  readonly range: (value: string) => Range;
}

/** A kind of generated document that a language server reads. Every document has at least one error. */
export interface Kind {
  /** Returns a document of exactly `lines` lines. The seed varies its names. */
  readonly make: (lines: number, seed?: number) => string;
  /** The path in the workspace of the document with an index. */
  readonly path: (index: number) => string;
  readonly edit: (text: string) => Edit;
}

/** The length of a typical document, in lines. */
export const SMALL = 115;

/** A text of exactly `lines` lines: as many units as fit, and single lines for the rest. */
export function filled(lines: number, compose: (units: number, singles: number) => string[]): string {
  const least = compose(0, 0).length;
  const spare = lines - least;
  if (spare < 0) throw new Error(`There are at least ${least} lines.`);
  const unit = compose(1, 0).length - least;
  return `${compose(Math.floor(spare / unit), spare % unit).join("\n")}\n`;
}

/** The edit of the middle one of the lines that end with `end`. */
export function editOf(text: string, end: string, right: string, wrong: string): Edit {
  const lines = text.split("\n");
  const places = lines.flatMap((line, index) => (line.endsWith(end) ? [index] : []));
  const line = places[Math.floor(places.length / 2)];
  if (line === undefined) throw new Error("There is nothing to edit.");
  const start = { line, character: (lines[line] as string).lastIndexOf(right) };
  return { right, wrong, range: (value) => ({ start, end: { line, character: start.character + value.length } }) };
}

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

export function pick<T>(from: readonly T[], index: number): T {
  return from[index % from.length] as T;
}
