import type { ImportError } from "../import-error.ts";

/** Carries an ImportError up from wherever the file turns out to be unreadable. */
export class ImportFailure extends Error {
  readonly importError: ImportError;

  constructor(importError: ImportError) {
    super(importError.kind);
    this.importError = importError;
  }
}

/** The file is broken, or is not what its structure claims. */
export function damaged(): ImportFailure {
  return new ImportFailure({ kind: "damaged" });
}
