import type { Format } from "../schema/format.ts";
import type { Standard } from "../standard/standard.ts";
import type { Span, ValueNode } from "../yaml/node.ts";
import type { Facts } from "./facts.ts";
import type { Duty, RowResults, Verdict } from "./verdict.ts";

/** A judged profile of a file. */
export interface Profile {
  readonly index: number;
  readonly root: ValueNode | undefined;
  readonly facts: Facts;
  readonly vendor: string | null;
  readonly service: string | null;
  /** The class that the profile states; null where it states none, or no valid one. */
  readonly classification: string | null;
  /** The class it is judged as: the requested one, else the stated one. */
  readonly judgedAs: string | null;
  readonly rows: RowResults;
  readonly duties: readonly Duty[];
  readonly verdict: Verdict;
  /** The number of problems that make the document invalid. */
  readonly faults: number;
  /** The classes whose duties it meets, strictest first. */
  readonly eligible: readonly string[];
  /** The span at which a missing section is reported: that of the class, which imposes the duty. */
  readonly anchor: Span;
}

/** The input of every rule. */
export interface RuleContext {
  /** The text that the profile's spans refer to. */
  readonly text: string;
  readonly profile: Profile;
  readonly standard: Standard;
  readonly format: Format;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The evidence files that do not exist, as profiles name them. */
  readonly missingFiles: ReadonlySet<string>;
}
