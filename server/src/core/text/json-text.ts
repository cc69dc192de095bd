/** JSON in which every character can be seen: format characters and separators are escaped, as JSON itself does with controls. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSEEN, (character) => character.split("").map(escaped).join(""));
}

/** All but the two joiners, which form emoji and the letters of some languages. */
const UNSEEN = /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}](?<![\u200c\u200d])/gu;

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
