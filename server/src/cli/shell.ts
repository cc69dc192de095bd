/** What no shell takes for anything else. */
const PLAIN = /^[\p{L}\p{M}\p{N}・（）._/+:][\p{L}\p{M}\p{N}・（）._/+:-]*$/u;

/** A file's name as one word of a command line that a person copies: quoted where their shell would need it. */
export function shellWord(name: string, isWindows = process.platform === "win32"): string {
  if (PLAIN.test(isWindows ? name.replaceAll("\\", "/") : name)) return name;
  // no name on Windows has a double quote; cmd knows no single ones
  return isWindows ? `"${name}"` : `'${name.replaceAll("'", "'\\''")}'`;
}
