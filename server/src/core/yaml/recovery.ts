import { type Document, isCollection, isScalar, visit, type YAMLParseError } from "yaml";
import type { Span } from "./node.ts";
import type { PatchedText } from "./patched-text.ts";
import type { Problem, ProblemKind } from "./problem.ts";

/** "key：value" and "key:　value": what a Japanese keyboard makes of a colon and a space. */
const FULL_WIDTH_COLON = /^([ \t]*(?:- +)*[^\s#"'：:]+)(：[ \u3000]*|:\u3000[ \u3000]*)/;
const COLON_WITHOUT_SPACE = /^[ \t]*(?:- +)*[\w-]+(:)[^\s:/]/;

/** Blanks the unresolved merge conflicts of git, whose two sides cannot both be true. */
export function repairConflicts(draft: PatchedText): Problem[] {
  const conflicts: Span[] = [];
  for (let from = 0; ; ) {
    const start = lineWith("<<<<<<< ", draft.text, from);
    const last = start < 0 ? -1 : lineWith(">>>>>>> ", draft.text, start);
    if (last < 0) break;
    from = draft.lineEnd(last);
    conflicts.push({ start, end: from });
  }
  draft.maskAll(conflicts);
  return conflicts.map(({ start }) => ({ kind: "conflict", span: { start, end: draft.lineEnd(start) } }));
}

/** The start of the next line that begins with a mark; -1 where there is none. */
function lineWith(mark: string, text: string, from: number): number {
  if (from === 0 && text.startsWith(mark)) return 0;
  const before = text.indexOf(`\n${mark}`, from);
  return before < 0 ? -1 : before + 1;
}

/** Makes full-width spaces before a key what they were meant to be, so that the key keeps its place. */
export function repairFullWidthIndent(draft: PatchedText, documents: readonly Document[]): Problem | undefined {
  if (!draft.text.includes("\u3000")) return undefined;
  let found: Span | undefined;
  for (const document of documents) {
    visit(document, {
      Pair(_, { key }) {
        if (!isScalar(key) || key.type !== "PLAIN" || !key.range || draft.text[key.range[0]] !== "\u3000") return undefined;
        const spaces = (/^\u3000+/.exec(draft.text.slice(key.range[0])) as RegExpExecArray)[0];
        found = { start: key.range[0], end: key.range[0] + spaces.length };
        return visit.BREAK;
      },
    });
    if (found) break;
  }
  if (!found) return undefined;
  const span = { start: draft.origin(found.start), end: draft.origin(found.end) };
  draft.replace(found.start, found.end, "  ".repeat(found.end - found.start));
  return { kind: "full-width", span, text: "\u3000" };
}

/**
 * Says what a parser's error is about, and changes the draft so that as little as possible of the rest is lost: the value
 * at fault is blanked, or its line, or the line with its block. A line that was repaired before, in vain, is blanked in silence.
 */
export function repair(
  draft: PatchedText,
  document: Document,
  error: YAMLParseError,
  repaired: Set<number>,
): Problem | undefined {
  const at = Math.min(error.pos[0], draft.text.length);
  const start = draft.lineStart(at);
  const line = draft.origin(start);
  const before = draft.text;
  const problem = repaired.has(line) ? undefined : repairLine(draft, document, error, at, start);
  repaired.add(line);
  if (draft.text === before) draft.mask(start, draft.lineEnd(at));
  return problem;
}

function repairLine(draft: PatchedText, document: Document, error: YAMLParseError, at: number, lineStart: number): Problem {
  const { text } = draft;
  const lineEnd = draft.lineEnd(at);
  const line = text.slice(lineStart, lineEnd);

  const problem = (kind: ProblemKind, start: number, end: number, word?: string): Problem => ({
    kind,
    span: { start: draft.origin(start), end: draft.origin(end) },
    ...(word === undefined ? {} : { text: word }),
  });
  /** Blanks from the place, or from somewhere else, to the end of the line that the place begins in. */
  const blank = (kind: ProblemKind, start: number, end: number, word?: string, from = start): Problem => {
    const wrong = problem(kind, start, end, word);
    draft.mask(from, draft.lineEnd(start));
    return wrong;
  };
  const blankBlock = (line: number): Problem => {
    const wrong = problem("indent", line + draft.indent(line), draft.lineEnd(line));
    draft.mask(line, draft.blockEnd(line));
    return wrong;
  };

  // the document ended with a first line that is no key; all that follows seems out of place
  const first = document.contents;
  if (isScalar(first) && first.type === "PLAIN" && first.range && first.range[1] <= at) {
    const [start, end] = first.range;
    const wrong = problem("colon", start, draft.lineEnd(start), text.slice(start, draft.lineEnd(start)).trim());
    draft.mask(draft.lineStart(start), draft.lineEnd(end));
    return wrong;
  }

  if (error.code === "TAB_AS_INDENT") {
    const tab = text.indexOf("\t", lineStart);
    const wrong = problem("tab", tab, tab + (/^\t*/.exec(text.slice(tab)) as RegExpExecArray)[0].length);
    draft.expandTabs();
    return wrong;
  }

  const quote = error.code === "MISSING_CHAR" ? unclosedQuote(document, text, at) : undefined;
  if (quote !== undefined) return blank("quote", quote, draft.lineEnd(quote), text[quote]);

  const fullWidth = FULL_WIDTH_COLON.exec(line);
  if (fullWidth) {
    const [, key = "", colon = ""] = fullWidth;
    const from = lineStart + key.length;
    // a section keeps its content; a value on the line was not read as one and is not stated
    const wrong = blank("full-width", from, from + colon.length, colon.trimEnd() || colon, from + 1);
    draft.replace(from, from + 1, ":");
    return wrong;
  }

  const flow = unclosedFlow(document, text, at);
  if (flow !== undefined) return blank("flow", flow, draft.lineEnd(flow), text[flow]);

  const spaceless = COLON_WITHOUT_SPACE.exec(line);
  if (spaceless && (error.code === "MULTILINE_IMPLICIT_KEY" || error.code === "MISSING_CHAR")) {
    const colon = lineStart + spaceless[0].length - 2;
    return blank("colon-space", colon, colon + 1, undefined, colon + 1);
  }

  switch (error.code) {
    case "BLOCK_AS_IMPLICIT_KEY": {
      const second = /:(?=\s|$)/.exec(text.slice(at, lineEnd));
      if (!second) return blankBlock(draft.nextLine(at) ?? lineStart);
      return blank("colon-in-value", at + second.index, at + second.index + 1, undefined, at);
    }
    case "MULTILINE_IMPLICIT_KEY":
    case "MISSING_CHAR": {
      const key = text.slice(lineStart, at).replace(/- +/g, "").trim();
      const next = draft.nextLine(at);
      // a value that runs on into the next line: that line is indented as if it belonged to the value
      if (key !== "" && error.code === "MULTILINE_IMPLICIT_KEY" && next !== undefined) return blankBlock(next);
      const word = line.replace(/ #.*$/s, "").replace(/(?<![ \t])[ \t]+$/, "");
      const end = lineStart + word.length;
      if (word.trim() === "") return blank("full-width", lineStart, end, "\u3000");
      const start = end - word.trimStart().length;
      if (next === undefined || draft.indent(next) <= draft.indent(lineStart)) {
        return blank("colon", start, end, word.trim(), lineStart);
      }
      // what is indented below it stays its content
      const wrong = problem("colon", start, end, word.trim());
      draft.replace(end, end, ":");
      return wrong;
    }
    case "BAD_INDENT":
      return blankBlock(lineStart);
    case "BAD_SCALAR_START":
    case "UNEXPECTED_TOKEN":
    case "BAD_DQ_ESCAPE": {
      const end = Math.max(at + 1, Math.min(error.pos[1], lineEnd));
      return blank("character", at, end, text.slice(at, at + 1).trim(), scalarAround(document, at));
    }
    case "BAD_ALIAS":
    case "ALIAS_PROPS":
    case "MULTIPLE_ANCHORS":
      return blank("alias", at, lineEnd);
    case "RESOURCE_EXHAUSTION": {
      const wrong = problem("limit", at, lineEnd);
      draft.mask(lineStart, text.length);
      return wrong;
    }
    default:
      return blank("syntax", at, lineEnd);
  }
}

/** The offset at which the scalar begins that an offset lies in. */
function scalarAround(document: Document, at: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Scalar(_, { range }) {
      if (!range || at < range[0] || at >= range[1]) return undefined;
      found = range[0];
      return visit.BREAK;
    },
  });
  return found;
}

/** The offset of the quotation mark that begins a scalar which ends, unclosed, at an offset. */
function unclosedQuote(document: Document, text: string, at: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (!range || (type !== "QUOTE_DOUBLE" && type !== "QUOTE_SINGLE")) return undefined;
      const [start, end] = range;
      const closed = end - start > 1 && text[end - 1] === text[start];
      if (closed || Math.abs(end - at) > 1) return undefined;
      found = start;
      return visit.BREAK;
    },
  });
  return found;
}

/** The offset of the last bracket opened before an offset that nothing closes. */
function unclosedFlow(document: Document, text: string, at: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Collection(_, node) {
      if (!isCollection(node) || !node.flow || !node.range) return;
      const [start, end] = node.range;
      if (start <= at && text[end - 1] !== (text[start] === "[" ? "]" : "}")) found = start;
    },
  });
  return found;
}
