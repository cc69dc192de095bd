import { type Document, isCollection, isScalar, visit } from "yaml";
import type { Span } from "./node.ts";

/** A plain scalar that is all the document holds. */
export function lonePlainRoot({ contents }: Document): Span | undefined {
  if (!isScalar(contents) || contents.type !== "PLAIN" || !contents.range) return undefined;
  const [start, end] = contents.range;
  return { start, end };
}

/** The start of the scalar that an offset lies in. */
export function scalarStart(document: Document, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Scalar(_, { range }) {
      if (!range || offset < range[0] || offset >= range[1]) return undefined;
      found = range[0];
      return visit.BREAK;
    },
  });
  return found;
}

/** The quotation mark of the quoted scalar that ends, unclosed, at an offset. */
export function unclosedQuote(document: Document, text: string, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (!range || (type !== "QUOTE_DOUBLE" && type !== "QUOTE_SINGLE")) return undefined;
      const [start, end] = range;
      const isClosed = end - start > 1 && text[end - 1] === text[start];
      if (isClosed || Math.abs(end - offset) > 1) return undefined;
      found = start;
      return visit.BREAK;
    },
  });
  return found;
}

/** The last bracket opened at or before an offset that nothing closes. */
export function unclosedFlow(document: Document, text: string, offset: number): number | undefined {
  return flows(document, text).findLast(({ start, isClosed }) => start <= offset && !isClosed)?.start;
}

/** The first bracket opened in a part of the text that nothing closes. */
export function firstUnclosedFlow(document: Document, text: string, { start, end }: Span): number | undefined {
  return flows(document, text).find((flow) => start <= flow.start && flow.start < end && !flow.isClosed)?.start;
}

/** The innermost closed brackets around an offset. */
export function closedFlow(document: Document, text: string, offset: number): Span | undefined {
  return flows(document, text).findLast(({ start, end, isClosed }) => start < offset && offset < end && isClosed);
}

/** The lists and mappings in brackets, in the order of the text. */
function flows(document: Document, text: string): (Span & { readonly isClosed: boolean })[] {
  const found: (Span & { readonly isClosed: boolean })[] = [];
  visit(document, {
    Collection(_, node) {
      if (!isCollection(node) || !node.flow || !node.range) return;
      const [start, end] = node.range;
      // a pair in a list is a mapping without brackets
      const closing = { "[": "]", "{": "}" }[text.charAt(start)];
      if (closing !== undefined) found.push({ start, end, isClosed: text[end - 1] === closing });
    },
  });
  return found;
}

/** The start of the scalar or the outermost brackets that end at an offset. */
export function startOfValue(document: Document, end: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Node(_, node) {
      if (node.range?.[1] !== end || (isCollection(node) && !node.flow)) return undefined;
      found = node.range[0];
      return visit.BREAK;
    },
  });
  return found;
}
