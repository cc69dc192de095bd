import { withoutUnseen } from "../text/white-space.ts";

/** These only choose how the character before them is drawn. */
const VARIATION_SELECTORS = /\ufe0e|\ufe0f/gu;

/** The form in which notations are compared: half-width, lower case, trimmed, with one kind of dash. */
export function normalize(text: string): string {
  return halfWidth(text).toLowerCase();
}

/** A text in half-width, trimmed, with one kind of dash and of space. */
export function halfWidth(text: string): string {
  return withoutUnseen(text)
    .normalize("NFKC")
    .replace(VARIATION_SELECTORS, "")
    .replace(/[‐‑‒–—−ｰ]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim();
}
