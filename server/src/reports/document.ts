import type { LanguageId } from "../messages/language.ts";

/** A document in one language, to be read, printed and filled in: what all writers write. */
export interface ReportDocument {
  readonly language: LanguageId;
  /** Its name among documents that are written together: a sheet's name. */
  readonly name: string;
  readonly title: string;
  /** What tells it from others: columns before those of its first table, where documents become rows of one. */
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  readonly parts: readonly ReportBlock[];
}

export type ReportBlock = Heading | Paragraph | FactList | Table | Boxes;

export interface Heading {
  readonly kind: "heading";
  readonly text: string;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
  readonly tone?: Tone;
}

/** Names, each with its value. */
export interface FactList {
  readonly kind: "facts";
  readonly entries: readonly { readonly name: string; readonly value: Cell }[];
}

export interface Table {
  readonly kind: "table";
  readonly columns: readonly Column[];
  /** Each has a cell for every column. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Places for signatures, each with its title, left empty for a person. */
export interface Boxes {
  readonly kind: "boxes";
  readonly titles: readonly string[];
}

export interface Column {
  readonly title: string;
  /** In half-width characters. */
  readonly width: number;
  readonly align?: "center";
  /** Whether it is the one that counts, e.g. that of the profile's class. */
  readonly isMarked?: boolean;
}

export interface Cell {
  /** None: an empty cell. */
  readonly lines: readonly TextLine[];
  readonly tone?: Tone;
  /** How many rows it covers; the cells below it that it covers have none. Left out: one. */
  readonly span?: number;
  /** It is left for a person, who chooses one of these. */
  readonly choices?: readonly string[];
}

export interface TextLine {
  readonly text: string;
  /** An http(s) address; nothing else is ever a link. */
  readonly href?: string;
}

/** What a cell tells at a glance. A tone never stands alone: the text says the same. */
export type Tone = "good" | "bad" | "open" | "muted" | "note";

/** A cell of plain text, its lines kept apart. */
export function cell(text: string, tone?: Tone): Cell {
  return { lines: text === "" ? [] : text.split("\n").map((text) => ({ text })), ...(tone && { tone }) };
}
