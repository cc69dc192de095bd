import { MAX_CHARACTERS, MAX_DOCUMENTS, MAX_REPAIRS, REPAIR_BUDGET } from "./limits.ts";
import { readPlain } from "./parse-events.ts";
import { readTolerantly } from "./read-tolerantly.ts";
import { shiftDocument } from "./shift.ts";
import type { ParsedChunk, SourceChunk } from "./source.ts";
import { splitDocuments } from "./split-documents.ts";

/**
 * Reads a text chunk by chunk, and reuses the chunks of `before` that have not changed.
 * Undefined where the text is too large, has too many documents, or its values are nested too deep.
 */
export function readChunks(text: string, before: readonly SourceChunk[]): SourceChunk[] | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  const chunks = splitDocuments(text);
  if (chunks.length > MAX_DOCUMENTS) return undefined;
  let budget = REPAIR_BUDGET;
  try {
    return chunks.map(({ start, text }, index) => {
      const maxRepairs = Math.min(MAX_REPAIRS, Math.ceil(budget / text.length));
      // after one edit, an unchanged chunk has the same index from the start or from the end
      const candidates = [before[index], before[index - chunks.length + before.length]];
      const cached = candidates.find((chunk) => chunk?.parsed.text === text && isReusable(chunk.parsed, maxRepairs));
      const parsed = cached?.parsed ?? readChunk(chunks.length > 1 ? copyOf(text) : text, maxRepairs);
      budget = Math.max(0, budget - parsed.repairs * text.length);
      if (cached?.start === start) return cached;
      return { start, parsed, documents: parsed.documents.map((document) => shiftDocument(document, start)) };
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Reads one chunk with so many repairs at most. Throws a RangeError where its values are nested too deep. */
export function readChunk(text: string, maxRepairs: number): ParsedChunk {
  const documents = readPlain(text);
  return documents ? { text, documents, repairs: 0, maxRepairs } : readTolerantly(text, maxRepairs);
}

/** Whether parsed the chunk again with another limit of repairs would give the same. */
function isReusable({ repairs, maxRepairs }: ParsedChunk, newMaxRepairs: number): boolean {
  return newMaxRepairs === maxRepairs || repairs < Math.min(newMaxRepairs, maxRepairs);
}

/** Copied, because a V8 slice retains its parent: a chunk that is reused would keep every former text in memory. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
