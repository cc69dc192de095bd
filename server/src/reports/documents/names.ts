import { uniqueNames } from "../unique-names.ts";

/**
 * Unique names for documents written together. They suit a spreadsheet, where each names a sheet. `fallback` replaces a name of
 * which no character is allowed.
 */
export function documentNames(names: readonly string[], fallback: string): string[] {
  return uniqueNames(
    names.map((name) => allowed(name) || fallback),
    { cut: shortened, keyOf: (name) => name.toLowerCase() },
  );
}

function allowed(text: string): string {
  const name = text.replace(/[\\/?*[\]:\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ").replace(/^[' ]+|(?<![' ])[' ]+$/g, "");
  // Excel reserves this name.
  return name.toLowerCase() === "history" ? `${name}_` : name;
}

/** Cuts between characters and adds “…”. */
function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  let short = "";
  for (const character of text) {
    if (short.length + character.length >= maxLength) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}
