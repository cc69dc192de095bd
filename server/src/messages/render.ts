import type { Profile } from "../core/evaluation/profile.ts";
import type { AnyFinding, Related } from "../core/findings/finding.ts";
import { type Row, riskOf, type Standard } from "../core/standard/standard.ts";
import { findings as en } from "./en/findings.ts";
import { findings as ja } from "./ja/findings.ts";
import type { CoreMessages, LanguageId, Summary } from "./language.ts";
import { wordingOf } from "./wording.ts";

export const coreMessages: Readonly<Record<LanguageId, CoreMessages>> = { ja, en };

/** The texts of a finding. */
export interface Message {
  /** What is wrong, on one line. */
  readonly what: string;
  /** What would be enough, one line each. */
  readonly remedy: readonly string[];
  /** Quoted from the standard; null unless the finding is about one requirement. */
  readonly risk: string | null;
  /** The requirement's number, name and obligation. */
  readonly requirement: string | null;
}

export function messageOf(finding: AnyFinding, standard: Standard, { id, what, remedy, requirement }: CoreMessages): Message {
  // The union ties each kind to its data, but indexing by kind loses that tie.
  const message = what[finding.kind] as (data: unknown) => string;
  const remedies = remedy[finding.kind] as ((data: unknown) => readonly string[]) | undefined;
  const about = requirementOf(finding);
  return {
    what: message(finding.data),
    remedy: remedies?.(finding.data) ?? [],
    risk: about && !finding.kind.includes(".") ? wordingOf(riskOf(standard, about.row), id) : null,
    requirement: about ? requirement(about.row, about.classification, about.alternatives) : null,
  };
}

function requirementOf({ data }: AnyFinding) {
  if (!("row" in data) || typeof data.row === "string") return undefined;
  const classification = "classification" in data ? data.classification : null;
  return { row: data.row as Row, classification, alternatives: "alternatives" in data ? data.alternatives : [] };
}

/** The whole message, one part per line: what is wrong, what would be enough, the risk, the requirement. */
export function textOf({ what, remedy, risk, requirement }: Message, { risk: riskLine }: CoreMessages): string {
  return [what, ...remedy, ...(risk === null ? [] : [riskLine(risk)]), ...(requirement === null ? [] : [requirement])].join("\n");
}

/** The text of a place related to a finding. */
export function relatedText({ reason, row }: Related, language: CoreMessages): string {
  const text = language.reason(reason);
  return row ? language.relatedRow(row, text) : text;
}

/** A profile's summary, with its open duties counted. */
export function summaryOf({ duties, faults, judgedAs, verdict, eligible, open, excluded }: Profile): Summary {
  const count = (status: string) => duties.filter((duty) => duty.status === status).length;
  const counts = { unmet: count("unmet"), unknown: count("unknown"), invalid: faults };
  return { classification: judgedAs, verdict, ...counts, eligible, open, excluded };
}
