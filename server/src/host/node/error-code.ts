/** The system's code of an error, such as ENOENT; the error as text if it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

/** For `catch`: nothing if a file is missing; throws every other error. */
export function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== "ENOENT") throw error;
}
