/** Characters behind the cursor that are looked at; a mapping in brackets is far shorter. */
const MAX_LENGTH = 4_000;

/** A scalar in quotes or plain, a comment, or one other character. What is not closed ends with the text. */
const TOKEN = /"(?:[^"\\]|\\.)*"?|'[^']*'?|#[^\r\n]*|[^\s"'[\]{},#:](?:[^[\]{},:#\r\n]|:(?![\s,[\]{}])|(?<![ \t])#)*|./gs;

/** The keys and scalars that follow an offset in the same brackets. The parser may drop them while a word before them is missing. */
export function membersBehind(text: string, offset: number): string[] {
  const members: string[] = [];
  let depth = 0;
  let isNext = false;
  for (const [token] of text.slice(offset, offset + MAX_LENGTH).matchAll(TOKEN)) {
    if (/^(\s|#)/.test(token)) continue;
    if (/^[\]}]/.test(token) && depth-- === 0) break;
    if (/^[[{]/.test(token)) depth++;
    if (isNext && depth === 0) members.push(token.replace(/^(["'])(.*)\1$/s, "$2").trimEnd());
    isNext = token === "," && depth === 0;
  }
  return members;
}
