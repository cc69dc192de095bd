import type { LexerToken } from "../../core/yaml/tokens.ts";

/** Whether a token opens a flow collection (1), closes one (-1), or neither. */
export function nesting({ kind }: LexerToken): number {
  if (kind === "flow-map-start" || kind === "flow-seq-start") return 1;
  return kind === "flow-map-end" || kind === "flow-seq-end" ? -1 : 0;
}

/** Whether a token is an anchor or a tag, which comes before its value. */
export function isProperty({ kind }: LexerToken): boolean {
  return kind === "anchor" || kind === "tag";
}

/** The index of the token that closes the flow collection opened at an index; of the last token if nothing closes it. */
export function endOfFlow(tokens: readonly LexerToken[], index: number): number {
  let depth = 0;
  for (let at = index; at < tokens.length; at++) {
    depth += nesting(tokens[at] as LexerToken);
    if (depth === 0) return at;
  }
  return tokens.length - 1;
}

/** Whether a key begins at a token, perhaps with an anchor or a tag, and has its colon on the same line. */
export function beginsKey(tokens: readonly LexerToken[], index: number, text: string): boolean {
  for (let at = index; ; at++) {
    const token = tokens[at] as LexerToken;
    const next = tokens[(nesting(token) > 0 ? endOfFlow(tokens, at) : at) + 1];
    if (!next || text.slice(token.start, next.start).includes("\n")) return false;
    if (next.kind === "map-value-ind") return true;
    if (!isProperty(token)) return false;
  }
}
