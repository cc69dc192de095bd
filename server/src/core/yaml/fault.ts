import type { Document, ErrorCode } from "yaml";
import { closedFlow } from "./find-in-document.ts";
import type { PatchedText } from "./patched-text.ts";
import type { Problem, ProblemKind } from "./problem.ts";

/** An error of the parser, and the line on which it is. All offsets are the draft's. */
export interface Fault {
  readonly draft: PatchedText;
  readonly document: Document;
  readonly code: ErrorCode;
  readonly at: number;
  /** The end of what the parser complains of. */
  readonly end: number;
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly line: string;
}

/** Names the problem and repairs it in the draft; undefined, and no change, where the fault is another. */
export type Repair = (fault: Fault) => Problem | undefined;

export function problemAt(draft: PatchedText, kind: ProblemKind, start: number, end: number, text?: string): Problem {
  return { kind, span: draft.originOf({ start, end }), ...(text === undefined ? {} : { text }) };
}

/** Blanks from an offset to the end of its line; `end` is only the problem's. */
export function blank({ draft }: Fault, kind: ProblemKind, start: number, end: number, text?: string): Problem {
  const problem = problemAt(draft, kind, start, end, text);
  draft.mask(start, draft.lineEnd(start));
  return problem;
}

/** Blanks a value from an offset to the end of its line; within brackets all that these hold, or a list would seem to be whole. */
export function maskValue({ draft, document, at }: Fault, start: number): void {
  const flow = closedFlow(document, draft.text, at);
  draft.mask(flow?.start ?? start, flow?.end ?? draft.lineEnd(start));
}
