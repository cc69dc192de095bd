/** Text in which no shell sees a special character. */
const PLAIN = /^[\p{L}\p{M}\p{N}・（）._/+:][\p{L}\p{M}\p{N}・（）._/+:-]*$/u;

/** A file name as one word of a command line to copy, quoted if the user's shell needs that. */
export function shellWord(name: string, isWindows = process.platform === "win32"): string {
  if (PLAIN.test(isWindows ? name.replaceAll("\\", "/") : name)) return name;
  // Windows allows no double quote in names, and cmd does not know single quotes
  return isWindows ? `"${name}"` : `'${name.replaceAll("'", "'\\''")}'`;
}
