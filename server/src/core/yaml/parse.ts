import { Lines } from "./lines.ts";
import type { Span } from "./node.ts";
import type { ProblemKind } from "./problem.ts";
import { readChunks } from "./read-chunks.ts";
import type { Source, SourceChunk } from "./source.ts";

/**
 * Parses a text as YAML 1.2. Never throws: errors become problems of the documents, and the rest of the text is read.
 *
 * @param before the result for the text before an edit; it only saves time
 */
export function parseSource(text: string, before?: Source): Source {
  const lines = new Lines(text);
  const chunks = readChunks(text, before?.chunks ?? []) ?? [emptyChunk({ start: 0, end: lines.end(0) }, "limit")];
  const documents = chunks.flatMap((chunk) => chunk.documents);
  if (documents.length > 0) return { text, lines, documents, chunks };
  const nothing = emptyChunk({ start: 0, end: 0 });
  return { text, lines, documents: nothing.documents, chunks: [nothing] };
}

/** The only chunk of a text that holds nothing, or nothing that could be read. */
function emptyChunk(span: Span, problem?: ProblemKind): SourceChunk {
  const problems = problem ? [{ kind: problem, span }] : [];
  const documents = [{ span, root: undefined, problems, anchors: [] }];
  return { start: 0, parsed: { text: "", documents, repairs: 0, maxRepairs: 0 }, documents };
}
