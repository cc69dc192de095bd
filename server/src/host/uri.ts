import { spellingsOf } from "../../../protocol/file-system.ts";

/** One spelling of an address: clients differ in what they escape, in the case of a drive's letter, and in a slash at the end. */
export function keyOf(uri: string): string {
  return spelt(uri).replace(/(?<!\/)\/+$/, "");
}

/** Whether an address lies in a folder, however the two are spelt. */
export function isInside(uri: string, folder: string): boolean {
  return spelt(uri).startsWith(spelt(folder.endsWith("/") ? folder : `${folder}/`));
}

/** The address of a file that is named relative to the folder of another; undefined where there is none. */
export function addressBeside(uri: string, file: string): string | undefined {
  try {
    return new URL(file.split("/").map(encodeURIComponent).join("/"), uri).href;
  } catch {
    return undefined;
  }
}

/** The keys of files that are named relative to the folder of another, however the disk spells them. */
export function keysBeside(uri: string, files: readonly string[]): string[] {
  return files.flatMap(spellingsOf).flatMap((file) => {
    const address = addressBeside(uri, file);
    return address === undefined ? [] : [keyOf(address)];
  });
}

/** The scheme of an address, without its colon. */
export function schemeOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.indexOf(":"))).toLowerCase();
}

/** The path of an address below the innermost of some folders that it lies in; of any other, the file's name alone. */
export function pathBelow(folders: readonly string[], uri: string): string {
  const key = keyOf(uri);
  const [nearest] = folders.filter((folder) => isInside(uri, folder)).sort((a, b) => keyOf(b).length - keyOf(a).length);
  return nearest === undefined ? (key.split("/").at(-1) ?? key) : key.slice(keyOf(nearest).length + 1);
}

function spelt(uri: string): string {
  let plain = uri;
  try {
    plain = decodeURIComponent(uri);
  } catch {
    // no escapes, then
  }
  return plain.replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}
