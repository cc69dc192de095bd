import type { Analysis } from "../../core/analysis/analyze.ts";
import type { Profile } from "../../core/evaluation/profile.ts";
import { isBlocking } from "../../core/findings/blocking.ts";
import { shorten } from "../../core/text/shorten.ts";
import type { Position } from "../../core/yaml/lines.ts";
import { firstKey } from "../../core/yaml/location.ts";
import type { LanguageId } from "../../messages/language.ts";
import { coreMessages, messageOf, summaryOf } from "../../messages/render.ts";
import { profilesMessages } from "../views/messages/profiles.ts";
import type { Group } from "../views/messages/profiles-messages.ts";
import { plainLine } from "../views/text.ts";

/** A profile in the list of profiles, independent of its file's name. Every text is one line of plain text. */
export interface ProfileEntry {
  /** The index of the profile in its file. */
  readonly index: number;
  readonly verdict: Group;
  readonly classification: string | null;
  /** The names of its service and vendor, as far as stated, shortened. */
  readonly names: readonly string[];
  /** The verdict with its counts, or why the file could not be read. */
  readonly summary: string;
  /** The first blocking findings, and how many more there are. */
  readonly blockers: readonly string[];
  /** Where the profile begins. */
  readonly position: Position;
}

const MAX_BLOCKERS = 3;

/** The profiles of a text. */
export function profileEntries(analysis: Analysis, language: LanguageId): ProfileEntry[] {
  const { source, profiles } = analysis;
  return profiles.map((profile) => {
    const { index, verdict, classification, service, vendor, root } = profile;
    const start = (firstKey(root) ?? source.documents[index]?.span)?.start ?? 0;
    return {
      index,
      verdict,
      classification,
      names: [service, vendor].flatMap(visibleName),
      summary: coreMessages[language].summary(summaryOf(profile)),
      blockers: blockersOf(profile, analysis, language),
      position: source.lines.position(start),
    };
  });
}

/** The entry of a file that could not be read. */
export function unreadEntry(reason: string): ProfileEntry {
  const position = { line: 0, character: 0 };
  return { index: 0, verdict: "unread", classification: null, names: [], summary: reason, blockers: [], position };
}

/** A name in a list; an empty list if no character of it is visible. */
function visibleName(text: string | null): string[] {
  const name = shorten(plainLine(text ?? ""));
  return /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\ufffd]*$/u.test(name) ? [] : [name];
}

function blockersOf({ index }: Profile, { findings, standard }: Analysis, language: LanguageId): string[] {
  const all = findings.filter((finding) => finding.profile === index && isBlocking(finding));
  const first = all.slice(0, MAX_BLOCKERS).map((finding) => messageOf(finding, standard, coreMessages[language]).what);
  const further = all.length - first.length;
  return [...first.map((text) => `• ${plainLine(text)}`), ...(further > 0 ? [profilesMessages[language].more(further)] : [])];
}
