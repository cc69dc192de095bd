/** A spreadsheet allows no longer name of a sheet. */
const MAX_COUNT = 31;

/** Makes names for documents that are written together: none is empty, too long, has what a sheet's name may not have, or is there twice. */
export function uniqueNames(wanted: readonly string[], otherwise: string): string[] {
  const taken = new Set<string>();
  return wanted.map((text) => {
    const plain = allowed(text) || otherwise;
    for (let number = 1; ; number++) {
      const suffix = number === 1 ? "" : ` (${number})`;
      const name = shortened(plain, MAX_COUNT - suffix.length) + suffix;
      const key = name.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return name;
    }
  });
}

function allowed(text: string): string {
  const name = text.replace(/[\\/?*[\]:\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ").replace(/^[' ]+|(?<![' ])[' ]+$/g, "");
  // a spreadsheet keeps this one for itself
  return name.toLowerCase() === "history" ? `${name}_` : name;
}

/** Cut behind a whole character. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  let short = "";
  for (const character of text) {
    if (short.length + character.length >= most) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}
