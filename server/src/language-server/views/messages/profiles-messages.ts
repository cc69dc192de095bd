import type { Verdict } from "../../../core/evaluation/verdict.ts";

/** A verdict, or that there is none, for the file could not be read. */
export type Group = Verdict | "unread";

/** What a list of profiles says beside what is said of each. */
export interface ProfilesMessages {
  /** The groups of the list. */
  readonly groups: Readonly<Record<Group, string>>;
  /** How many are in a group, where nothing else is said. */
  readonly count: (group: Group, count: number) => string;
  readonly classification: (classification: string) => string;
  readonly noClass: string;
  /** A profile without a name, of several in its file. */
  readonly numbered: (file: string, number: number) => string;
  readonly more: (count: number) => string;
  /** How many do not conform, or cannot be judged before they are repaired. */
  readonly failing: (count: number) => string;
  /** The verdicts and the classes that are shown alone, and how many profiles that leaves of all. */
  readonly filtered: (words: readonly string[], shown: number, total: number) => string;
}
