/** Bytes as text, by what every host has. */
export function base64Of(bytes: Uint8Array): string {
  let chars = "";
  // in pieces, for a call takes only so many arguments
  for (let at = 0; at < bytes.length; at += 0x8000) chars += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(chars);
}

/** The bytes of such a text; throws where it is none. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
