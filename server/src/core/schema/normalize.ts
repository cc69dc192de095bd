/** The form in which notations are compared: half-width, lower case, trimmed, with one kind of dash. */
export function normalize(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[‐‑‒–—−ｰ]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
}
