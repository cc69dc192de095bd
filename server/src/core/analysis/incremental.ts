import { lazy } from "../yaml/lazy.ts";
import { moveSpan } from "../yaml/shift.ts";
import type { SourceDocument, SourcePart } from "../yaml/source.ts";
import { type Judgement, judge, type Terms } from "./check-document.ts";

/** A part of a text, judged, with the judgement as it would be if nothing else stood in the text. */
export interface JudgedPart extends Judgement {
  readonly source: SourcePart;
  /** The index of its first profile. */
  readonly index: number;
  readonly terms: Terms;
  readonly alone: Judgement;
}

/** Judges a part of a text. Of what was judged before it takes what is the same. */
export function judgePart(source: SourcePart, index: number, terms: Terms, before: JudgedPart | undefined): JudgedPart {
  const same = before?.source.reading === source.reading && isSame(before.terms, terms) ? before : undefined;
  if (same?.source === source && same.index === index) return same;
  const alone = same?.alone ?? judge(source.reading, terms);
  return { source, index, terms, alone, ...place(alone, source, index) };
}

/** A judgement as it is where so much more text, and so many more profiles, stand before. */
function place({ profiles, findings, evidenceFiles }: Judgement, { start, documents }: SourcePart, first: number): Judgement {
  if (start === 0 && first === 0) return { profiles, findings, evidenceFiles };
  return {
    profiles: profiles.map((profile, index) => {
      const document = documents[index] as SourceDocument;
      const facts = lazy(() => profile.facts.of(document.root));
      return {
        ...profile,
        index: first + index,
        anchor: moveSpan(profile.anchor, start),
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
      span: moveSpan(finding.span, start),
      related: finding.related.map((related) => ({ ...related, span: moveSpan(related.span, start) })),
    })),
    evidenceFiles,
  };
}

function isSame(a: Terms, b: Terms): boolean {
  return (Object.keys(a) as (keyof Terms)[]).every((key) => a[key] === b[key]);
}
