import type { LanguageId } from "../messages/language.ts";

/** A document in one language to read, print and fill in: the input of all writers. */
export interface ReportDocument {
  readonly language: LanguageId;
  /** Distinguishes documents written together, for example as a sheet's name. */
  readonly name: string;
  readonly title: string;
  /** Facts that identify the document. Writers that merge documents into one table put them in front as columns. */
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

export interface FactList {
  readonly kind: "facts";
  readonly entries: readonly { readonly name: string; readonly value: Cell }[];
}

export interface Table {
  readonly kind: "table";
  readonly columns: readonly Column[];
  /** Each row has a cell for every column. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Empty boxes for signatures, one per title. */
export interface Boxes {
  readonly kind: "boxes";
  readonly titles: readonly string[];
}

export interface Column {
  readonly title: string;
  /** In half-width characters. */
  readonly width: number;
  readonly align?: "center";
  /** Whether to emphasise it, e.g. the column of the profile's class. */
  readonly isMarked?: boolean;
}

export interface Cell {
  /** Empty for an empty cell. */
  readonly lines: readonly TextLine[];
  readonly tone?: Tone;
  /** How many rows it covers, by default one. The covered cells below are empty. */
  readonly span?: number;
  /** The values that a person may fill in here. */
  readonly choices?: readonly string[];
}

export interface TextLine {
  readonly text: string;
  /** An http(s) URL. Writers ignore any other link. */
  readonly href?: string;
}

/** A meaning that writers show as a colour. The text always says the same. */
export type Tone = "good" | "bad" | "open" | "muted" | "note";

/** A cell of plain text that keeps its line breaks. */
export function cell(text: string, tone?: Tone): Cell {
  return { lines: text === "" ? [] : text.split("\n").map((text) => ({ text })), ...(tone && { tone }) };
}
