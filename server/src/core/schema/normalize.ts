/** Characters without width, and those that only choose how the one before them is drawn. */
const INVISIBLE = /[\u200b-\u200d]|\u2060|[\ufe0e\ufe0f]|\ufeff/gu;

/** The form in which notations are compared: half-width, lower case, trimmed, with one kind of dash. */
export function normalize(text: string): string {
  return halfWidth(text).toLowerCase();
}

/** A text in half-width, trimmed, with one kind of dash and of space. */
export function halfWidth(text: string): string {
  return text
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(/[‐‑‒–—−ｰ]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim();
}
