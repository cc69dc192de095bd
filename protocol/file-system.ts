/**
 * What the server asks VS Code's side for, where it cannot look itself: in a browser, and on a machine that the files are not on.
 * It asks clients that set `fileSystem: true` in their initialization options.
 */

/** The requests, by what is asked for. */
export const fileRequests = {
  read: "vendorProfile/fs/read",
  find: "vendorProfile/fs/find",
  missing: "vendorProfile/fs/missing",
  script: "vendorProfile/script",
} as const;

/** The largest file that is read. No profile comes near; a file beyond it is something else. */
export const MAX_MEBIBYTES = 10;

/** Asks for a file's content. */
export interface ReadParams {
  readonly uri: string;
}

/** The content in base64, or why there is none: `missing`, `tooLarge`, or what the file system says. */
export type ReadAnswer = { readonly content: string } | { readonly error: string };

/** Asks for the files below a folder that globs match, but for node_modules and .git. */
export interface FindParams {
  readonly folder: string;
  readonly globs: readonly string[];
  /** Whether names that begin with a dot count. */
  readonly hidden: boolean;
}

/** The addresses; none where there is no such folder. */
export interface FindAnswer {
  readonly uris: readonly string[];
}

/** Asks which of some files are not there, named relative to the folder that another is in. */
export interface MissingParams {
  readonly uri: string;
  readonly files: readonly string[];
}

/** None where that cannot be known. */
export interface MissingAnswer {
  readonly missing: readonly string[];
}

/** The scripts that the server loads when they are needed; each is `dist/<name>.cjs`. */
export type ScriptName = "spreadsheet";

/** Asks for a script's text, in a browser. */
export interface ScriptParams {
  readonly name: ScriptName;
}

export interface ScriptAnswer {
  readonly text: string;
}

/** Whether a file is named relative to a folder. What has a drive is not, nor is what begins with a slash of either kind. */
export function isRelative(file: string): boolean {
  return !/^(?:[a-z]:|[\\/])/i.test(file);
}

/**
 * A name, and the same as other systems spell it: what one keeps as 「が」 another keeps as 「か」 and a mark. What is copied from one
 * to the other goes by either.
 */
export function spellingsOf(name: string): string[] {
  return [...new Set([name, name.normalize("NFC"), name.normalize("NFD")])];
}
