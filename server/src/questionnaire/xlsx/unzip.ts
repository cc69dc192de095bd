import { Inflate } from "fflate";
import type { ImportError } from "../import-error.ts";
import { crc32 } from "./crc32.ts";

/** A file as large as this is no questionnaire: one that is filled in has a hundredth. */
const MAX_MEBIBYTES = 10;
/** What it may amount to when it is unpacked. */
const MAX_UNPACKED_MEBIBYTES = 100;
/** What of it is read: a tree of its XML takes a multiple of that. */
const MAX_READ_MEBIBYTES = 10;
const MAX_ENTRIES = 1000;
const MEBIBYTE = 1024 * 1024;
/** What is unpacked at once. It amounts to a thousandfold at most. */
const STEP = 8 * 1024;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** An entry of a ZIP archive, still packed. */
interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** An importError that a part of the work has met. */
export class ImportFailure extends Error {
  readonly importError: ImportError;

  constructor(importError: ImportError) {
    super(importError.kind);
    this.importError = importError;
  }
}

/**
 * Unpacks the wanted entries of an Office file, each bounded by the size that it declares, after all of them were added up: a
 * bomb never goes off. Throws Obstructed for what is no such file.
 *
 * @param isWanted given an entry's name
 */
export function unpack(bytes: Uint8Array, isWanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  checkKind(bytes);
  const entries = entriesOf(bytes);
  if (entries.length > MAX_ENTRIES) throw bomb(MAX_UNPACKED_MEBIBYTES);
  checkSizes(entries, MAX_UNPACKED_MEBIBYTES);
  checkContent(entries.map(({ name }) => name));
  const wanted = entries.filter(({ name }) => !name.endsWith("/") && isWanted(name));
  checkSizes(wanted, MAX_READ_MEBIBYTES);
  const parts = new Map<string, Uint8Array>();
  for (const entry of wanted) {
    // of two of one name, readers differ in which they take
    if (parts.has(entry.name)) throw damaged();
    parts.set(entry.name, contentOf(bytes, entry));
  }
  return parts;
}

/** The kinds of file that are taken for a questionnaire, told by how they begin. */
function checkKind(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new ImportFailure({ kind: "empty" });
  if (bytes.length > MAX_MEBIBYTES * MEBIBYTE) throw new ImportFailure({ kind: "too-large", mebibytes: MAX_MEBIBYTES });
  const head = latin1(bytes.subarray(0, 8));
  if (head.startsWith("PK")) return;
  if (head === "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
    // in UTF-16
    const isEncrypted = latin1(bytes).includes([..."EncryptedPackage"].join("\0"));
    throw new ImportFailure(isEncrypted ? { kind: "encrypted" } : { kind: "other-format", format: "xls" });
  }
  if (head.startsWith("%PDF")) throw new ImportFailure({ kind: "other-format", format: "pdf" });
  throw new ImportFailure({ kind: bytes.includes(0) ? "unknown" : "text" });
}

/** The formats that are ZIP archives as well. */
function checkContent(names: readonly string[]): void {
  if (names.includes("[Content_Types].xml") && names.some((name) => /^xl\/workbook\d*\.xml$/i.test(name))) return;
  const format = names.some((name) => name.startsWith("word/"))
    ? "docx"
    : names.some((name) => name.startsWith("ppt/"))
      ? "pptx"
      : names.includes("xl/workbook.bin")
        ? "xlsb"
        : names.includes("mimetype") && names.includes("content.xml")
          ? "ods"
          : "zip";
  throw new ImportFailure({ kind: "other-format", format });
}

function entriesOf(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw damaged();
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const entry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    // the format's 64-bit form, which nothing so small needs
    if ([entry.packed, entry.size, entry.offset].includes(0xffffffff)) throw damaged();
    entries.push(entry);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** Where the directory's end is told. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged();
}

function contentOf(bytes: Uint8Array, { method, checksum, packed, size, offset }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw damaged();
  const content = inflated(bytes.subarray(start, start + packed), method, size);
  if (content.length !== size || crc32(content) !== checksum) throw damaged();
  return content;
}

function inflated(packed: Uint8Array, method: number, size: number): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw damaged();
  const content = new Uint8Array(size);
  let length = 0;
  try {
    // too much does not fit, which ends it
    const inflate = new Inflate((chunk) => {
      content.set(chunk, length);
      length += chunk.length;
    });
    for (let at = 0; at < packed.length; at += STEP) {
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    }
  } catch {
    throw damaged();
  }
  return content.subarray(0, length);
}

/** Bytes as characters, ASCII as what it is. */
function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

function checkSizes(entries: readonly ZipEntry[], mebibytes: number): void {
  if (entries.reduce((sum, { size }) => sum + size, 0) > mebibytes * MEBIBYTE) throw bomb(mebibytes);
}

function bomb(mebibytes: number): ImportFailure {
  return new ImportFailure({ kind: "bomb", mebibytes });
}

function damaged(): ImportFailure {
  return new ImportFailure({ kind: "damaged" });
}
