/** Encodes bytes as base64, with functions that Node and browsers share. */
export function base64Of(bytes: Uint8Array): string {
  let chars = "";
  // In chunks, because the number of arguments of a call is limited.
  for (let start = 0; start < bytes.length; start += 0x8000)
    chars += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(chars);
}

/** Decodes base64; throws if the text is not base64. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
