/** The form in which notations are compared: half width, lower case, no space at the ends. */
export function normalize(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[‐‑‒–—−ｰ]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
}
