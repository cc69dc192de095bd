import type { SheetKind } from "../marks.ts";

/** A sheet of a questionnaire in one language. */
export interface FormSheet {
  readonly kind: SheetKind;
  readonly name: string;
  /** Of its rows: a list, or what has names. */
  readonly path: readonly string[];
  /** The first is not shown: it has the rows' marks. */
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
  /** From the second column on. */
  readonly cells: readonly FormCell[];
}

export interface FormCell {
  readonly text: string;
  /** Present where it is to be filled in. */
  readonly input?: Input;
  /** Whether it belongs to the cell above. */
  readonly isContinued?: boolean;
  /** Whether it explains another. */
  readonly isQuiet?: boolean;
}

/** What may be filled in. */
export interface Input {
  /** Empty where any text may stand. */
  readonly choices: readonly string[];
  /** Whether something else than the choices may stand there too. */
  readonly isOpen: boolean;
}

/** The column of the rows' marks. */
export const HIDDEN: FormColumn = { mark: "", width: 4 };
