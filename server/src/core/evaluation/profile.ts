import type { Format } from "../schema/format.ts";
import type { Standard } from "../standard/standard.ts";
import type { Span, ValueNode } from "../yaml/node.ts";
import type { Facts } from "./facts.ts";
import type { Duty, RowResults, Verdict } from "./verdict.ts";

/** One profile of a file, judged. */
export interface Profile {
  readonly index: number;
  readonly root: ValueNode | undefined;
  readonly facts: Facts;
  readonly vendor: string | null;
  readonly service: string | null;
  /** The class that the profile states, if it states a valid one. */
  readonly classification: string | null;
  /** The class it is judged as: the one asked for, else the one stated. */
  readonly judgedAs: string | null;
  readonly rows: RowResults;
  readonly duties: readonly Duty[];
  readonly verdict: Verdict;
  /** Findings that make the document invalid. */
  readonly faults: number;
  /** The classes it may be used for, strictest first. */
  readonly eligible: readonly string[];
  /** Where a missing section is reported: at the class, which imposes the duty. */
  readonly anchor: Span;
}

/** What every rule is given. */
export interface RuleContext {
  /** The file's text. */
  readonly text: string;
  readonly profile: Profile;
  readonly standard: Standard;
  readonly format: Format;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly missingFiles: ReadonlySet<string>;
}
