import { lazy } from "../yaml/lazy.ts";
import { shiftSpan } from "../yaml/shift.ts";
import type { SourceChunk, SourceDocument } from "../yaml/source.ts";
import { type CheckOptions, type Judgement, judge } from "./check-document.ts";

/** A judged chunk, with its judgement independent of its place in the text. */
export interface JudgedChunk extends Judgement {
  readonly source: SourceChunk;
  /** The index of its first profile. */
  readonly index: number;
  readonly options: CheckOptions;
  /** Spans and indices are relative to the chunk. */
  readonly alone: Judgement;
}

/** Judges a chunk, reusing the judgement of the same chunk before an edit. */
export function judgeChunk(
  source: SourceChunk,
  index: number,
  options: CheckOptions,
  before: JudgedChunk | undefined,
): JudgedChunk {
  const cached = before?.source.parsed === source.parsed && isSame(before.options, options) ? before : undefined;
  if (cached?.source === source && cached.index === index) return cached;
  const alone = cached?.alone ?? judge(source.parsed, options);
  return { source, index, options, alone, ...shift(alone, source, index) };
}

/** Moves a judgement to its chunk's offset, and its profiles to their indices. Lazy, because most of a moved chunk is never read. */
function shift({ profiles, findings, evidenceFiles }: Judgement, { start, documents }: SourceChunk, first: number): Judgement {
  if (start === 0 && first === 0) return { profiles, findings, evidenceFiles };
  return {
    profiles: profiles.map((profile, index) => {
      const document = documents[index] as SourceDocument;
      const facts = lazy(() => profile.facts.of(document.root));
      return {
        ...profile,
        index: first + index,
        anchor: shiftSpan(profile.anchor, start),
        get root() {
          return document.root;
        },
        get facts() {
          return facts();
        },
      };
    }),
    findings: findings.map((finding) => ({
      ...finding,
      profile: first + finding.profile,
      span: shiftSpan(finding.span, start),
      related: finding.related.map((related) => ({ ...related, span: shiftSpan(related.span, start) })),
    })),
    evidenceFiles,
  };
}

function isSame(a: CheckOptions, b: CheckOptions): boolean {
  return (Object.keys(a) as (keyof CheckOptions)[]).every((key) => a[key] === b[key]);
}
