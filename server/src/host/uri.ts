import { spellingsOf } from "../../../protocol/file-system.ts";

/** A key to compare URIs by. Clients differ in what they escape, in the case of drive letters, and in a trailing slash. */
export function keyOf(uri: string): string {
  return decoded(uri).replace(/(?<!\/)\/+$/, "");
}

/** Whether a URI is below a folder, however the two are spelled. */
export function isInside(uri: string, folder: string): boolean {
  return decoded(uri).startsWith(decoded(folder.endsWith("/") ? folder : `${folder}/`));
}

/** The URI of a file that is named relative to another file's folder; undefined if it cannot be resolved. */
export function addressBeside(uri: string, file: string): string | undefined {
  try {
    return new URL(file.split("/").map(encodeURIComponent).join("/"), uri).href;
  } catch {
    return undefined;
  }
}

/** The keys of files that are named relative to another file's folder, in each Unicode form that the disk may use. */
export function keysBeside(uri: string, files: readonly string[]): string[] {
  return files.flatMap(spellingsOf).flatMap((file) => {
    const fileUri = addressBeside(uri, file);
    return fileUri === undefined ? [] : [keyOf(fileUri)];
  });
}

/** The scheme of a URI, in lower case and without the colon; empty if there is none. */
export function schemeOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.indexOf(":"))).toLowerCase();
}

/** The path of a file relative to the innermost folder that contains it; without one, the file's name. */
export function pathBelow(folders: readonly string[], uri: string): string {
  const key = keyOf(uri);
  const [innermost] = folders.filter((folder) => isInside(uri, folder)).sort((a, b) => keyOf(b).length - keyOf(a).length);
  return innermost === undefined ? (key.split("/").at(-1) ?? key) : key.slice(keyOf(innermost).length + 1);
}

function decoded(uri: string): string {
  let plain = uri;
  try {
    plain = decodeURIComponent(uri);
  } catch {
    // Not percent-encoded: use it as it is.
  }
  return plain.replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}
