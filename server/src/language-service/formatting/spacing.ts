import type { LexerToken } from "../../core/yaml/tokens.ts";
import { isProperty, nesting } from "./tokens.ts";

/** The space that belongs between two tokens of one line; `isSpaced` says whether there is any now. */
export function spaceBetween(before: LexerToken, token: LexerToken, isSpaced: boolean): string {
  const unchanged = isSpaced ? " " : "";
  // adding or removing space could change the name
  if (before.kind === "alias" || isProperty(before)) return unchanged;
  if (before.kind === "map-value-ind") return token.kind === "comma" || nesting(token) < 0 ? unchanged : " ";
  if (nesting(before) > 0 || nesting(token) < 0 || token.kind === "comma" || token.kind === "map-value-ind") return "";
  return before.kind === "comma" ? " " : unchanged;
}

/** The width in characters of tokens on one line; undefined if a comment or a scalar of several lines prevents that. */
export function widthOnOneLine(tokens: readonly LexerToken[], text: string): number | undefined {
  let width = 0;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const word = text.slice(token.start, token.end);
    if (token.kind === "comment" || word.includes("\n")) return undefined;
    width += word.length + (before ? spaceBetween(before, token, before.end < token.start).length : 0);
  }
  return width;
}
