import type { Verdict } from "../../../core/evaluation/verdict.ts";

/** A verdict, or `unread` for a file that could not be read. */
export type Group = Verdict | "unread";

/** The texts of the list of profiles. */
export interface ProfilesMessages {
  /** The titles of the groups. */
  readonly groups: Readonly<Record<Group, string>>;
  /** The number of profiles with a verdict, as a text of its own. */
  readonly count: (group: Group, count: number) => string;
  readonly classification: (classification: string) => string;
  readonly noClass: string;
  /** A profile without a name, in a file with several. */
  readonly numbered: (file: string, number: number) => string;
  readonly more: (count: number) => string;
  /** How many do not conform or cannot be evaluated as written. */
  readonly failing: (count: number) => string;
  /** The filter's verdicts and classes, and how many of all profiles it shows. */
  readonly filtered: (titles: readonly string[], shown: number, total: number) => string;
}
