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
