import type { Analysis } from "../../core/analysis/analyze.ts";
import type { Profile } from "../../core/evaluation/profile.ts";
import type { AnyFinding } from "../../core/findings/finding.ts";
import type { SourceDocument } from "../../core/yaml/source.ts";
import { alias } from "./alias.ts";
import { alternatives } from "./alternatives.ts";
import { anchor } from "./anchor.ts";
import { begin } from "./begin.ts";
import { closeBracket, closeQuote } from "./closing.ts";
import { colon } from "./colon.ts";
import { colonSpace } from "./colon-space.ts";
import { conflict } from "./conflict.ts";
import { contradiction } from "./contradiction.ts";
import { directive } from "./directive.ts";
import { duplicate } from "./duplicate.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { empty } from "./empty.ts";
import { escapeBackslash } from "./escape.ts";
import { evidence } from "./evidence.ts";
import type { Fix, FixRefusal, FixRule } from "./fix.ts";
import { fullWidth } from "./full-width.ts";
import { indent } from "./indent.ts";
import { notation, similar } from "./notation.ts";
import { quote } from "./quote.ts";
import { required } from "./required.ts";
import { review } from "./review.ts";
import { section } from "./section.ts";
import { tab } from "./tab.ts";
import { tag } from "./tag.ts";
import { uncomment } from "./uncomment.ts";
import { unknownKey } from "./unknown-key.ts";
import { unstated } from "./unstated.ts";
import { whiteSpace } from "./white-space.ts";

/** All quick fixes. None of them states a fact that the profile does not state. */
export const fixes: readonly FixRule[] = [
  section,
  uncomment,
  notation,
  similar,
  unknownKey,
  duplicate,
  duplicateKey,
  empty,
  required,
  begin,
  unstated,
  alternatives,
  review,
  evidence,
  contradiction,
  colon,
  colonSpace,
  fullWidth,
  whiteSpace,
  directive,
  tab,
  quote,
  escapeBackslash,
  closeQuote,
  closeBracket,
  alias,
  anchor,
  tag,
  conflict,
  indent,
];

/** The fixes and refusals of a finding, the likeliest first. */
export function fixesOf(analysis: Analysis, finding: AnyFinding): (Fix | FixRefusal)[] {
  const profile = analysis.profiles[finding.profile] as Profile;
  const document = analysis.source.documents[finding.profile] as SourceDocument;
  return fixes.flatMap((fix) => fix(finding, { analysis, profile, document }));
}
