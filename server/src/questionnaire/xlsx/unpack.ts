import { checkEntryNames, checkSignature } from "./file-kind.ts";
import { damaged, ImportFailure } from "./import-failure.ts";
import { contentOf, entriesOf, type ZipEntry } from "./zip.ts";

/** A filled-in questionnaire has about a hundredth of this. */
const MAX_FILE_MEBIBYTES = 10;
/** Of all entries together, read or not. */
const MAX_UNPACKED_MEBIBYTES = 100;
/** Of the entries that are read: their XML trees take a multiple of this in memory. */
const MAX_READ_MEBIBYTES = 10;
const MAX_ENTRIES = 1000;
const MEBIBYTE = 1024 * 1024;

/**
 * Unpacks the wanted entries of an .xlsx file, by name. It first adds up the sizes that the archive declares and then holds each
 * entry to its declared size, so that a ZIP bomb never goes off. Throws an ImportFailure for any other file.
 */
export function unpack(bytes: Uint8Array, isWanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  if (bytes.length > MAX_FILE_MEBIBYTES * MEBIBYTE) throw new ImportFailure({ kind: "too-large", mebibytes: MAX_FILE_MEBIBYTES });
  checkSignature(bytes);
  const entries = entriesOf(bytes);
  if (entries.length > MAX_ENTRIES) throw bomb(MAX_UNPACKED_MEBIBYTES);
  checkSizes(entries, MAX_UNPACKED_MEBIBYTES);
  checkEntryNames(entries.map(({ name }) => name));
  const wanted = entries.filter(({ name }) => !name.endsWith("/") && isWanted(name));
  checkSizes(wanted, MAX_READ_MEBIBYTES);
  const parts = new Map<string, Uint8Array>();
  for (const entry of wanted) {
    // readers disagree on which of two entries with the same name counts
    if (parts.has(entry.name)) throw damaged();
    parts.set(entry.name, contentOf(bytes, entry));
  }
  return parts;
}

function checkSizes(entries: readonly ZipEntry[], mebibytes: number): void {
  if (entries.reduce((sum, { size }) => sum + size, 0) > mebibytes * MEBIBYTE) throw bomb(mebibytes);
}

function bomb(mebibytes: number): ImportFailure {
  return new ImportFailure({ kind: "bomb", mebibytes });
}
