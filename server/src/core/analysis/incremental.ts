import { lazy } from "../yaml/lazy.ts";
import { shiftSpan } from "../yaml/shift.ts";
import type { SourceChunk, SourceDocument } from "../yaml/source.ts";
import { type CheckOptions, type Judgement, judge } from "./check-document.ts";

/** A part of a text, judged, with the judgement as it would be if nothing else stood in the text. */
export interface JudgedPart extends Judgement {
  readonly source: SourceChunk;
  /** The index of its first profile. */
  readonly index: number;
  readonly terms: CheckOptions;
  readonly alone: Judgement;
}

/** Judges a part of a text. Of what was judged before it takes what is the same. */
export function judgePart(source: SourceChunk, index: number, terms: CheckOptions, before: JudgedPart | undefined): JudgedPart {
  const same = before?.source.reading === source.reading && isSame(before.terms, terms) ? before : undefined;
  if (same?.source === source && same.index === index) return same;
  const alone = same?.alone ?? judge(source.reading, terms);
  return { source, index, terms, alone, ...place(alone, source, index) };
}

/** A judgement as it is where so much more text, and so many more profiles, stand before. */
function place({ profiles, findings, evidenceFiles }: Judgement, { start, documents }: SourceChunk, first: number): Judgement {
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
