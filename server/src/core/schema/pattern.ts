const patterns = new Map<string, RegExp>();

/** Whether a text matches a pattern of the standard's or the format's data. Compiled patterns are cached. */
export function matches(pattern: string, text: string): boolean {
  let compiled = patterns.get(pattern);
  if (!compiled) {
    compiled = new RegExp(pattern, "u");
    patterns.set(pattern, compiled);
  }
  return compiled.test(text);
}
