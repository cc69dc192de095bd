import { Inflate } from "fflate";
import { crc32 } from "./crc32.ts";
import { damaged } from "./import-failure.ts";

// Neither library can replace this: fflate verifies no checksums and does not stop at the declared size; hucre skips a checksum of
// zero, does not limit an entry of size zero, and takes nothing but an archive.

/** An entry of a ZIP archive, as the central directory declares it. Sizes and the offset are in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  /** Of the local header, from the start of the archive. */
  readonly offset: number;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;
/** Marks a field whose value is in the 64-bit extension. */
const ZIP64 = 0xffffffff;
/** Bytes given to the inflater at once. They can grow a thousandfold before the size is checked again. */
const CHUNK_SIZE = 8 * 1024;

/** Lists the entries in the central directory. Throws an ImportFailure if it is damaged, or of the 64-bit form. */
export function entriesOf(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let header = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (header + 46 > end || view.getUint32(header, true) !== CENTRAL_HEADER) throw damaged();
    const nameLength = view.getUint16(header + 28, true);
    const entry = {
      name: new TextDecoder().decode(bytes.subarray(header + 46, header + 46 + nameLength)),
      method: view.getUint16(header + 10, true),
      checksum: view.getUint32(header + 16, true),
      packedSize: view.getUint32(header + 20, true),
      size: view.getUint32(header + 24, true),
      offset: view.getUint32(header + 42, true),
    };
    if ([entry.packedSize, entry.size, entry.offset].includes(ZIP64)) throw damaged();
    entries.push(entry);
    header += 46 + nameLength + view.getUint16(header + 30, true) + view.getUint16(header + 32, true);
  }
  return entries;
}

/** The offset of the end record, which a comment of up to 65,535 bytes may follow. */
function endOfDirectory(view: DataView): number {
  const last = view.byteLength - 22;
  for (let offset = last; offset >= 0 && offset >= last - 0xffff; offset--) {
    if (view.getUint32(offset, true) === END_OF_DIRECTORY) return offset;
  }
  throw damaged();
}

/** Unpacks an entry. Throws an ImportFailure if its size or checksum differs from what it declares. */
export function contentOf(bytes: Uint8Array, { method, checksum, packedSize, size, offset }: ZipEntry): Uint8Array {
  const view = viewOf(bytes);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) throw damaged();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw damaged();
  const content = decompress(bytes.subarray(start, start + packedSize), method, size);
  if (content.length !== size || crc32(content) !== checksum) throw damaged();
  return content;
}

function decompress(packed: Uint8Array, method: number, size: number): Uint8Array {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw damaged();
  const content = new Uint8Array(size);
  let length = 0;
  try {
    const inflate = new Inflate((chunk) => {
      // throws as soon as a chunk exceeds the declared size
      content.set(chunk, length);
      length += chunk.length;
    });
    for (let at = 0; at < packed.length; at += CHUNK_SIZE) {
      inflate.push(packed.subarray(at, at + CHUNK_SIZE), at + CHUNK_SIZE >= packed.length);
    }
  } catch {
    throw damaged();
  }
  return content.subarray(0, length);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
