import type { Lines } from "../../core/yaml/lines.ts";
import type { Span } from "../../core/yaml/node.ts";
import { parseSource } from "../../core/yaml/parse.ts";
import type { Source } from "../../core/yaml/source.ts";
import { applyEdits, type Edit } from "../edits/edit.ts";
import { layOut } from "./layout.ts";
import { isFormattable, saysTheSame } from "./verify.ts";

/**
 * The edits that format a text, each as small as possible. They change white space only: indentation, the space around `:`, `-` and
 * within flow collections, empty lines beyond one, trailing space, the end of the text. A document with a problem stays unchanged.
 * Empty if the result would have another content, or would itself be formatted again (the formatter must be idempotent).
 */
export function formatEdits(source: Source): Edit[] {
  const edits = candidateEdits(source);
  if (edits.length === 0) return [];
  const result = parseSource(applyEdits(source.text, edits));
  return saysTheSame(source, result) && candidateEdits(result).length === 0 ? edits : [];
}

/** The formatting edits of the lines that a span touches, and of the adjacent lines that change with them. */
export function rangeEdits(source: Source, span: Span): Edit[] {
  const { lines, text } = source;
  const first = lines.position(span.start).line;
  const end = lines.position(span.end);
  // a selection of whole lines ends before the first character of the next line
  const last = end.character === 0 && end.line > first ? end.line - 1 : end.line;
  const edits = hunksOf(candidateEdits(source), lines)
    .filter((hunk) => hunk.first <= last && hunk.last >= first)
    .flatMap((hunk) => hunk.edits);
  return edits.length > 0 && saysTheSame(source, parseSource(applyEdits(text, edits))) ? edits : [];
}

interface Hunk {
  readonly edits: Edit[];
  readonly first: number;
  last: number;
}

/** Groups edits by runs of adjacent lines. */
function hunksOf(edits: readonly Edit[], lines: Lines): Hunk[] {
  const hunks: Hunk[] = [];
  for (const edit of edits) {
    const first = lines.position(edit.span.start).line;
    const last = lines.position(edit.span.end).line;
    const hunk = hunks.at(-1);
    if (hunk && first <= hunk.last + 1) {
      hunk.edits.push(edit);
      hunk.last = last;
    } else hunks.push({ edits: [edit], first, last });
  }
  return hunks;
}

/** The edits of the documents without problems, in the order of the text; not yet verified. */
function candidateEdits(source: Source): Edit[] {
  if (!isFormattable(source) || source.documents.every(({ problems }) => problems.length > 0)) return [];
  const problems = source.documents.flatMap(({ problems }) => problems);
  const parts = layOut(source);
  return parts
    .filter(({ isKept, start }, index) => {
      const end = parts[index + 1]?.start ?? source.text.length + 1;
      return !isKept && !problems.some(({ span }) => span.start >= start && span.start < end);
    })
    .flatMap(({ edits }) => edits)
    .sort((a, b) => a.span.start - b.span.start);
}
