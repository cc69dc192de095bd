import type { Analysis } from "../../core/analysis/analyze.ts";
import type { Profile } from "../../core/evaluation/profile.ts";
import type { AnyFinding } from "../../core/findings/finding.ts";
import type { SourceDocument } from "../../core/yaml/source.ts";
import type { Edit } from "../edits/edit.ts";
import type { FixData, FixKind, RefusalKind } from "./fix-data.ts";

interface FixOf<K extends FixKind> {
  readonly kind: K;
  readonly data: FixData[K];
  readonly finding: AnyFinding;
  readonly edits: readonly Edit[];
  /** Whether it is the most likely of several fixes. */
  readonly isPreferred: boolean;
  /** Whether it is unambiguous and loses nothing, so that it may be applied without asking. */
  readonly isAutomatic: boolean;
}

/** A change of the text that resolves a finding. It never states a fact that the profile does not state. */
export type Fix = { [K in FixKind]: FixOf<K> }[FixKind];

interface RefusalOf<K extends FixKind> {
  readonly kind: K;
  readonly data: FixData[K];
  readonly finding: AnyFinding;
  readonly why: RefusalKind;
}

/** A fix that cannot be made, and why. */
export type FixRefusal = { [K in FixKind]: RefusalOf<K> }[FixKind];

/** The analysis, profile and document of a finding. */
export interface FixContext {
  readonly analysis: Analysis;
  readonly profile: Profile;
  readonly document: SourceDocument;
}

/** Returns the fixes of a finding, the likeliest first; none for findings that the rule does not handle. Pure. */
export type FixRule = (finding: AnyFinding, context: FixContext) => readonly (Fix | FixRefusal)[];

/** Whether the fix can be made. */
export function isFix(fix: Fix | FixRefusal): fix is Fix {
  return "edits" in fix;
}

/** Builds a fix; without flags, one that the user has to choose. */
export function makeFix<K extends FixKind>(
  finding: AnyFinding,
  kind: K,
  data: FixData[K],
  edits: readonly Edit[],
  { isPreferred = false, isAutomatic = false } = {},
): Fix {
  // the signature ties the data to the kind; TypeScript cannot see that for the union
  return { kind, data, finding, edits, isPreferred, isAutomatic } as unknown as Fix;
}

/** Builds a refusal. */
export function refuse<K extends FixKind>(finding: AnyFinding, kind: K, data: FixData[K], why: RefusalKind): FixRefusal {
  return { kind, data, finding, why } as unknown as FixRefusal;
}
