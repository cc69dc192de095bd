import type { SheetKind } from "../marks.ts";

/** A sheet of a questionnaire in one language. */
export interface FormSheet {
  readonly kind: SheetKind;
  readonly name: string;
  /** The list or keyed table in the sheet; empty for other kinds. */
  readonly path: readonly string[];
  /** The first column is hidden and holds the marks of the rows. */
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
}

export interface FormColumn {
  readonly mark: string;
  /** In half-width characters. */
  readonly width: number;
}

export interface FormRow {
  readonly mark: string;
  readonly style: "title" | "text" | "section" | "head" | "hint" | "item";
  /** The cells from the second column on. */
  readonly cells: readonly FormCell[];
}

export interface FormCell {
  readonly text: string;
  /** Present if the cell is to be filled in. */
  readonly input?: Input;
  /** Whether it continues the cell above. */
  readonly isContinued?: boolean;
  /** Whether it only explains another cell. */
  readonly isQuiet?: boolean;
}

/** What a cell takes. */
export interface Input {
  /** Empty if any text is allowed. */
  readonly choices: readonly string[];
  /** Whether other texts than the choices are allowed. */
  readonly isOpen: boolean;
}

/** The hidden column with the marks of the rows. */
export const HIDDEN: FormColumn = { mark: "", width: 4 };
