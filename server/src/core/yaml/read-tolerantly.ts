import type { Document } from "yaml";
import { composeDocuments } from "./compose.ts";
import { MAX_REPAIRS } from "./limits.ts";
import { PatchedText } from "./patched-text.ts";
import type { Problem } from "./problem.ts";
import { readDocument } from "./read-document.ts";
import { repairConflicts } from "./repair-conflicts.ts";
import { repairError } from "./repair-error.ts";
import { repairWhiteSpace } from "./repair-white-space.ts";
import type { ParsedChunk, SourceDocument } from "./source.ts";
import { withUnreliableValues } from "./unreliable-values.ts";

/** Reads as much of a chunk as can be read, repairing one error after the other. Throws a RangeError where the limits are exceeded. */
export function readTolerantly(text: string, maxRepairs = MAX_REPAIRS): ParsedChunk {
  const draft = new PatchedText(text);
  const conflicts = repairConflicts(draft);
  // sorting parses the text with its conflicts, so these must be within the limits as well
  if (conflicts.length > 0) composeDocuments(text);
  const { composed, repaired, repairs } = repairDraft(draft, maxRepairs);
  const problems = [...conflicts, ...repaired, ...unrepaired(composed, draft)];
  const read = composed.map((document) => readDocument(document, draft));
  const documents = withProblems(read, problems, text).filter(({ root, problems }) => root !== undefined || problems.length > 0);
  // a text may have nothing left once it is repaired
  const lost: SourceDocument = { span: { start: 0, end: 0 }, root: undefined, problems, anchors: [] };
  return { text, documents: documents.length === 0 && problems.length > 0 ? [lost] : documents, repairs, maxRepairs };
}

interface RepairedDraft {
  readonly composed: readonly Document.Parsed[];
  readonly repaired: readonly Problem[];
  readonly repairs: number;
}

/** Composes the draft and repairs its first error, again and again until nothing is wrong or `maxRepairs` is reached. */
function repairDraft(draft: PatchedText, maxRepairs: number): RepairedDraft {
  let repaired = repairWhiteSpace(draft);
  const repairedLines = new Set<number>();
  let composed = composeDocuments(draft.text);
  let repairs = 0;
  for (; repairs < maxRepairs; repairs++) {
    const broken = composed.find(({ errors }) => errors.length > 0);
    const [error] = broken?.errors ?? [];
    if (!broken || !error) break;
    const problem = repairError(draft, broken, error, repairedLines);
    // what the error hid is in sight now
    repaired = repaired.concat(problem ?? [], repairWhiteSpace(draft));
    composed = composeDocuments(draft.text);
  }
  return { composed, repaired, repairs };
}

/** The errors left when the repairs ran out: without a problem, their documents would pass for well-formed. */
function unrepaired(documents: readonly Document.Parsed[], draft: PatchedText): Problem[] {
  return documents.flatMap(({ errors: [error] }): Problem[] => {
    if (!error) return [];
    const [at] = error.pos;
    return [{ kind: "syntax", span: { start: draft.origin(at), end: draft.origin(draft.lineEnd(at)) } }];
  });
}

/** Puts each problem in the document in which it starts, before the document's own; those before the first document into that. */
function withProblems(documents: readonly SourceDocument[], problems: readonly Problem[], text: string): SourceDocument[] {
  return documents.map((document, index) => {
    const start = index === 0 ? 0 : document.span.start;
    const end = documents[index + 1]?.span.start ?? text.length + 1;
    const own = problems.filter(({ span }) => span.start >= start && span.start < end);
    if (own.length === 0) return document;
    return { ...document, problems: [...withUnreliableValues(own, document.root, text), ...document.problems] };
  });
}
