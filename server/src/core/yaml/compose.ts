import { Composer, type CST, type Document, Lexer, Parser } from "yaml";
import { MAX_DOCUMENTS, MAX_PARSER_DEPTH } from "./limits.ts";

/**
 * Composes a text's documents with the tolerant parser, each with the first of its errors.
 * Throws a RangeError where values are nested too deep or the text has too many documents.
 */
export function composeDocuments(text: string): Document.Parsed[] {
  return [...new FirstErrorComposer().compose(withinLimits(tokensOf(text)))];
}

type ErrorHandler = (source: unknown, code: string, message: string, isWarning?: boolean) => void;

/** Creates only the first error of a document: only that one is repaired, and a million others would cost seconds and gigabytes. */
class FirstErrorComposer extends Composer {
  constructor() {
    super({
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: "silent",
      schema: "core",
      // otherwise !!timestamp and !!binary give values that no profile can hold, without a warning about the tag
      resolveKnownTags: false,
    });
    // biome-ignore-start lint/complexity/useLiteralKeys: only brackets reach private members, and no option bounds the errors
    const report: ErrorHandler = this["onError"];
    this["onError"] = (source: unknown, code: string, message: string, isWarning?: boolean) => {
      if (isWarning || this["errors"].length === 0) report(source, code, message, isWarning);
    };
    // biome-ignore-end lint/complexity/useLiteralKeys: the end of the private members
  }
}

/** The parser's tokens. Throws a RangeError where they are nested too deep, before the composer recurses into them. */
function* tokensOf(text: string): Generator<CST.Token, void> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MAX_PARSER_DEPTH) throw new RangeError("values nested too deep");
  }
  yield* parser.end();
}

/** Drops all but the first of consecutive error tokens, which bypass `onError`. Throws a RangeError beyond the most documents. */
function* withinLimits(tokens: Iterable<CST.Token>): Generator<CST.Token, void> {
  let documents = 0;
  let isBroken = false;
  for (const token of tokens) {
    if (token.type === "document" && ++documents > MAX_DOCUMENTS) throw new RangeError("too many documents");
    if (token.type !== "error" || !isBroken) yield token;
    if (token.type === "error" || token.type === "document") isBroken = token.type === "error";
  }
}
