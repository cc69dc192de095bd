/** Why a whole file cannot be read as a questionnaire. */
export type ImportError =
  | { readonly kind: "too-large"; readonly mebibytes: number }
  /** Its unpacked size exceeds that of any questionnaire. */
  | { readonly kind: "bomb"; readonly mebibytes: number }
  | { readonly kind: "encrypted" }
  /** A file of another format, by its usual extension. */
  | { readonly kind: "other-format"; readonly format: "xls" | "xlsb" | "ods" | "docx" | "pptx" | "pdf" | "zip" }
  | { readonly kind: "text" }
  | { readonly kind: "empty" }
  | { readonly kind: "unknown" }
  /** Damaged, or in a form that no spreadsheet program writes. */
  | { readonly kind: "damaged" }
  /** A spreadsheet that is not a questionnaire. */
  | { readonly kind: "foreign"; readonly sheets: readonly string[] }
  /** A questionnaire that lost the hidden rows and columns by which it is read. */
  | { readonly kind: "stripped" }
  /** A questionnaire of a later format version. */
  | { readonly kind: "version"; readonly version: string }
  | { readonly kind: "too-many-cells"; readonly sheets: number; readonly rows: number; readonly columns: number };
