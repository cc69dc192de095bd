import type { CancellationToken } from "vscode-languageserver";
import type {
  ProfileFilter,
  ProfileGroup,
  ProfileItem,
  Profiles,
  ProfilesAnswer,
  ProfilesParams,
} from "../../../../protocol/requests.ts";
import { fingerprintOf } from "../hash.ts";
import type { ProfileFile } from "../workspace/profile-file.ts";
import type { ViewContext } from "./context.ts";
import { profilesMessages } from "./messages/profiles.ts";
import type { Group, ProfilesMessages } from "./messages/profiles-messages.ts";
import { plainLine } from "./text.ts";

/** First what fails, then what lacks facts, then what needs no action. */
const ORDER: readonly Group[] = ["nonconforming", "invalid", "unread", "undetermined", "conforming", "not-applicable"];
const FAILING: readonly Group[] = ["nonconforming", "invalid", "unread"];

/** The list of profiles, grouped by verdict. */
export async function profilesAnswer(
  { known, filter }: ProfilesParams,
  context: ViewContext,
  token: CancellationToken,
): Promise<ProfilesAnswer> {
  const messages = profilesMessages[context.language()];
  const items: ProfileItem[] = [];
  for await (const file of context.files(token)) items.push(...itemsOf(file, plainLine(context.pathOf(file.uri)), messages));
  const profiles = profileList(items, filter, Object.keys(context.bundle.standard.classes), messages);
  const id = fingerprintOf(JSON.stringify(profiles));
  return { id, profiles: id === known ? null : profiles };
}

/** The list, each group sorted by path. */
function profileList(
  items: readonly ProfileItem[],
  filter: ProfileFilter | undefined,
  classes: readonly string[],
  messages: ProfilesMessages,
): Profiles {
  const all = grouped(items, messages);
  const isShown = filterTest(filter);
  const shown = isShown ? items.filter(isShown) : items;
  const counts = all.map(({ verdict, profiles: { length } }) => messages.count(verdict, length));
  const failing = items.filter(({ verdict }) => FAILING.includes(verdict)).length;
  const choices = choicesOf(items, classes, messages);
  return {
    groups: isShown ? grouped(shown, messages) : all,
    filtered: filter && isShown ? filteredOf(filter, choices, shown.length, items.length, messages) : null,
    choices,
    total: items.length,
    failing,
    failingText: messages.failing(failing),
    summary: counts.join(" · "),
    tooltip: counts.join("\n"),
  };
}

function grouped(items: readonly ProfileItem[], { groups }: ProfilesMessages): ProfileGroup[] {
  return ORDER.flatMap((verdict) => {
    const profiles = items.filter((item) => item.verdict === verdict).sort(byPath);
    return profiles.length > 0 ? [{ verdict, title: groups[verdict], profiles }] : [];
  });
}

function byPath(a: ProfileItem, b: ProfileItem): number {
  return compare(a.path, b.path) || compare(a.uri, b.uri) || a.index - b.index;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The test that a filter applies; undefined if it lets everything through. */
function filterTest(filter: ProfileFilter | undefined): ((item: ProfileItem) => boolean) | undefined {
  if (!filter || filter.verdicts.length + filter.classifications.length === 0) return undefined;
  const { verdicts, classifications } = filter;
  return ({ verdict, classification }) =>
    (verdicts.length === 0 || verdicts.includes(verdict)) &&
    (classifications.length === 0 || classifications.includes(classification));
}

function choicesOf(items: readonly ProfileItem[], classes: readonly string[], messages: ProfilesMessages): Profiles["choices"] {
  const count = (test: (item: ProfileItem) => boolean) => items.filter(test).length;
  return {
    verdicts: ORDER.map((value) => ({
      value,
      title: messages.groups[value],
      count: count(({ verdict }) => verdict === value),
    })),
    classifications: [...classes, null].map((value) => ({
      value,
      title: value === null ? messages.noClass : messages.classification(value),
      count: count(({ classification }) => classification === value),
    })),
  };
}

function filteredOf(
  { verdicts, classifications }: ProfileFilter,
  choices: Profiles["choices"],
  shown: number,
  total: number,
  { filtered }: ProfilesMessages,
): NonNullable<Profiles["filtered"]> {
  const chosen = [
    ...choices.verdicts.filter(({ value }) => verdicts.includes(value)),
    ...choices.classifications.filter(({ value }) => classifications.includes(value)),
  ];
  const titles = chosen.map(({ title }) => title);
  return { text: filtered(titles, shown, total), shown };
}

/** The list's items for one file. */
function itemsOf({ uri, entries }: ProfileFile, path: string, messages: ProfilesMessages): ProfileItem[] {
  const file = path.split("/").at(-1) ?? path;
  return entries.map(({ index, verdict, classification, names, summary, blockers, position }): ProfileItem => {
    const [label = entries.length > 1 ? messages.numbered(file, index + 1) : file, ...vendor] = names;
    const description = [...(classification === null ? [] : [messages.classification(classification)]), ...vendor].join(" · ");
    return {
      uri,
      index,
      verdict,
      classification,
      label,
      description: verdict === "unread" ? summary : description,
      path,
      tooltip: [label, ...vendor, summary, ...blockers, path].join("\n"),
      position,
    };
  });
}
