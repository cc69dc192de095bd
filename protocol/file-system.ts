/**
 * Requests from the server to the client for files that the server cannot read itself: in a browser, or on another machine. It sends
 * them to clients that set `fileSystem: true` in their initialization options.
 */

/** The names of the requests. */
export const fileRequests = {
  read: "vendorProfile/fs/read",
  find: "vendorProfile/fs/find",
  missing: "vendorProfile/fs/missing",
  script: "vendorProfile/script",
} as const;

/** The size of the largest file that is read. A larger one cannot be a profile. */
export const MAX_MEBIBYTES = 10;

/** Reads a file. */
export interface ReadParams {
  readonly uri: string;
}

/** The content in base64, or the error: `missing`, `tooLarge`, or the file system's own. */
export type ReadAnswer = { readonly content: string } | { readonly error: string };

/** Finds the files below a folder that match the globs, except in node_modules and .git. */
export interface FindParams {
  readonly folder: string;
  readonly globs: readonly string[];
  /** Whether to include names that begin with a dot. */
  readonly hidden: boolean;
}

/** Empty if there is no such folder. */
export interface FindAnswer {
  readonly uris: readonly string[];
}

/** Asks which files are missing. They are named relative to the folder of the file at `uri`. */
export interface MissingParams {
  readonly uri: string;
  readonly files: readonly string[];
}

/** Empty if that cannot be determined. */
export interface MissingAnswer {
  readonly missing: readonly string[];
}

/** The scripts that the server loads on demand; each is `dist/<name>.cjs`. */
export type ScriptName = "spreadsheet";

/** Asks for a script's text. Sent in a browser only. */
export interface ScriptParams {
  readonly name: ScriptName;
}

export interface ScriptAnswer {
  readonly text: string;
}

/** Whether a file name is relative: it has no drive letter, and does not begin with a slash or a backslash. */
export function isRelative(file: string): boolean {
  return !/^(?:[a-z]:|[\\/])/i.test(file);
}

/**
 * A file name in each Unicode form that a disk may use, the given one first. One system stores 「が」 as one character, another as 「か」
 * and a combining mark, and copied files keep either form.
 */
export function spellingsOf(name: string): string[] {
  return [...new Set([name, name.normalize("NFC"), name.normalize("NFD")])];
}
