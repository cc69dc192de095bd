import type { Analysis } from "../../core/analysis/analyze.ts";
import type { Profile } from "../../core/evaluation/profile.ts";
import type { AnyFinding } from "../../core/findings/finding.ts";
import type { SourceDocument } from "../../core/yaml/source.ts";
import type { Edit } from "../edits/edit.ts";
import type { FixData, FixKind, RefusalKind } from "./fix-data.ts";

interface FixOf<K extends FixKind> {
  readonly kind: K;
  readonly data: FixData[K];
  /** The finding that it fixes. */
  readonly finding: AnyFinding;
  readonly edits: readonly Edit[];
  /** Whether it is what one would do, of several. */
  readonly isPreferred: boolean;
  /** Whether there is no other reading and nothing is lost: it may be made without asking. */
  readonly isAutomatic: boolean;
}

/** A change of the text that mends what a finding is about. It never states what the profile does not. */
export type Fix = { [K in FixKind]: FixOf<K> }[FixKind];

// what is written does not tell what was meant

interface RefusalOf<K extends FixKind> {
  readonly kind: K;
  readonly data: FixData[K];
  readonly finding: AnyFinding;
  readonly why: RefusalKind;
}

/** A fix that cannot be made. */
export type FixRefusal = { [K in FixKind]: RefusalOf<K> }[FixKind];

/** Where a finding stands. */
export interface FixContext {
  readonly analysis: Analysis;
  readonly profile: Profile;
  readonly document: SourceDocument;
}

/** The fixes of a finding, the likeliest first; none for a finding that is not its concern. Pure. */
export type FixRule = (finding: AnyFinding, context: FixContext) => readonly (Fix | FixRefusal)[];

/** Whether it can be made. */
export function isFix(fix: Fix | FixRefusal): fix is Fix {
  return "edits" in fix;
}

/** Makes a fix; without flags it is one that the user chooses. */
export function makeFix<K extends FixKind>(
  finding: AnyFinding,
  kind: K,
  data: FixData[K],
  edits: readonly Edit[],
  { isPreferred = false, isAutomatic = false } = {},
): Fix {
  // the signature ties the data to the kind, which the union cannot see
  return { kind, data, finding, edits, isPreferred, isAutomatic } as unknown as Fix;
}

/** Whether a comment would go with what edits remove: nobody is to lose one unasked. */
export function hasComment({ source: { text } }: Analysis, edits: readonly Edit[]): boolean {
  return edits.some(({ span }) => /(?:^|\s)#/.test(text.slice(span.start, span.end)));
}

/** Says why a fix cannot be made. */
export function refuse<K extends FixKind>(finding: AnyFinding, kind: K, data: FixData[K], why: RefusalKind): FixRefusal {
  return { kind, data, finding, why } as unknown as FixRefusal;
}
