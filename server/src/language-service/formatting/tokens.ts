import { CST, Lexer } from "yaml";

/** A stretch of a YAML text that is not white space; a scalar of several lines is one. */
export interface LexerToken {
  /** As the `yaml` package names them. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** The tokens of a text, in order; between any two stand spaces, tabs and line ends only. Reads any text, broken or not. */
export function tokensOf(text: string): LexerToken[] {
  const tokens: LexerToken[] = [];
  let start = 0;
  let isScalar = false;
  let isBlock = false;
  for (const lexeme of new Lexer().lex(text)) {
    const kind = isScalar ? (isBlock ? "block-scalar" : "scalar") : (CST.tokenType(lexeme) ?? "error");
    if (kind === "scalar" && !isScalar) {
      // a mark of the lexer: the next is the scalar itself
      isScalar = true;
      continue;
    }
    if (isScalar) isBlock = false;
    isScalar = false;
    if (kind === "doc-mode" || kind === "flow-error-end") continue;
    if (kind === "block-scalar-header") isBlock = true;
    const end = start + lexeme.length;
    if (lexeme !== "" && !["space", "newline", "byte-order-mark"].includes(kind)) {
      // space behind a comment is no part of it
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
