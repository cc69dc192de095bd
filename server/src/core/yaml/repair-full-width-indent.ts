import { type Document, isScalar, visit } from "yaml";
import type { Span } from "./node.ts";
import type { PatchedText } from "./patched-text.ts";
import type { Problem } from "./problem.ts";

/** Replaces the full-width spaces before the first key that starts with one by ASCII spaces, so that the key keeps its level. */
export function repairFullWidthIndent(draft: PatchedText, documents: readonly Document[]): Problem | undefined {
  if (!draft.text.includes("\u3000")) return undefined;
  const indent = findIndent(draft.text, documents);
  if (!indent) return undefined;
  const span = { start: draft.origin(indent.start), end: draft.origin(indent.end) };
  draft.replace(indent.start, indent.end, "  ".repeat(indent.end - indent.start));
  return { kind: "full-width", span, text: "\u3000" };
}

function findIndent(text: string, documents: readonly Document[]): Span | undefined {
  let found: Span | undefined;
  for (const document of documents) {
    visit(document, {
      Pair(_, { key }) {
        if (!isScalar(key) || key.type !== "PLAIN" || !key.range) return undefined;
        const [start] = key.range;
        const spaces = /^\u3000+/.exec(text.slice(start, key.range[1]))?.[0];
        if (!spaces) return undefined;
        found = { start, end: start + spaces.length };
        return visit.BREAK;
      },
    });
    if (found) return found;
  }
  return undefined;
}
