import { CST, Lexer } from "yaml";

/** A token of a YAML text; a scalar of several lines is one token. */
export interface LexerToken {
  /** The token type's name in the `yaml` package. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** The tokens of any text, valid or not, in order. Only spaces, tabs and line ends are between them. */
export function tokensOf(text: string): LexerToken[] {
  const tokens: LexerToken[] = [];
  let start = 0;
  let isScalar = false;
  let isBlock = false;
  for (const lexeme of new Lexer().lex(text)) {
    const kind = isScalar ? (isBlock ? "block-scalar" : "scalar") : (CST.tokenType(lexeme) ?? "error");
    if (kind === "scalar" && !isScalar) {
      // a control character of the lexer: the next lexeme is the scalar
      isScalar = true;
      continue;
    }
    if (isScalar) isBlock = false;
    isScalar = false;
    if (kind === "doc-mode" || kind === "flow-error-end") continue;
    if (kind === "block-scalar-header") isBlock = true;
    const end = start + lexeme.length;
    if (lexeme !== "" && !["space", "newline", "byte-order-mark"].includes(kind)) {
      // exclude the space after a comment
      tokens.push({ kind, start, end: kind === "comment" ? start + lexeme.replace(/(?<![ \t])[ \t]+$/, "").length : end });
    }
    start = end;
  }
  return tokens;
}

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
