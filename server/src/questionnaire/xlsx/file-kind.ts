import { ImportFailure } from "./import-failure.ts";

/** Throws an ImportFailure unless the file begins like a ZIP archive. Names the formats that users confuse with .xlsx. */
export function checkSignature(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new ImportFailure({ kind: "empty" });
  const head = latin1(bytes.subarray(0, 8));
  if (head.startsWith("PK")) return;
  if (head === "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
    // Excel encrypts a workbook into the container of .xls files, which holds names in UTF-16
    const isEncrypted = latin1(bytes).includes([..."EncryptedPackage"].join("\0"));
    throw new ImportFailure(isEncrypted ? { kind: "encrypted" } : { kind: "other-format", format: "xls" });
  }
  if (head.startsWith("%PDF")) throw new ImportFailure({ kind: "other-format", format: "pdf" });
  throw new ImportFailure({ kind: bytes.includes(0) ? "unknown" : "text" });
}

/**
 * Throws an ImportFailure unless a ZIP archive holds an .xlsx workbook.
 *
 * @param names the names of its entries
 */
export function checkEntryNames(names: readonly string[]): void {
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

/** Decodes each byte to one character, so that ASCII stays readable in any file. */
function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
