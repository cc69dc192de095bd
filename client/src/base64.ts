/** Bytes as text; in pieces, for a call takes only so many arguments. */
export function base64Of(bytes: Uint8Array): string {
  let chars = "";
  for (let at = 0; at < bytes.length; at += 0x8000) chars += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(chars);
}

/** The bytes that a text stands for. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
