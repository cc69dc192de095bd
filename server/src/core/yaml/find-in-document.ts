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
  let found: number | undefined;
  visit(document, {
    Collection(_, node) {
      if (!isCollection(node) || !node.flow || !node.range) return;
      const [start, end] = node.range;
      if (start <= offset && text[end - 1] !== (text[start] === "[" ? "]" : "}")) found = start;
    },
  });
  return found;
}
