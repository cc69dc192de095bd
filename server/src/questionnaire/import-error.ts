/** Why a file cannot be read as a questionnaire at all. */
export type ImportError =
  | { readonly kind: "too-large"; readonly mebibytes: number }
  /** Unpacked, it would be larger than any questionnaire. */
  | { readonly kind: "bomb"; readonly mebibytes: number }
  | { readonly kind: "encrypted" }
  /** A file of another kind, by its usual name. */
  | { readonly kind: "other-format"; readonly format: "xls" | "xlsb" | "ods" | "docx" | "pptx" | "pdf" | "zip" }
  | { readonly kind: "text" }
  | { readonly kind: "empty" }
  | { readonly kind: "unknown" }
  /** Damaged, or of a form that no program for spreadsheets writes. */
  | { readonly kind: "damaged" }
  /** A spreadsheet, but not ours. */
  | { readonly kind: "foreign"; readonly sheets: readonly string[] }
  /** Of a later version of the format. */
  | { readonly kind: "version"; readonly version: string }
  | { readonly kind: "too-many-cells"; readonly sheets: number; readonly rows: number; readonly columns: number };
