import { commands, l10n, type QuickPickItem, type QuickPickOptions, Uri, window } from "vscode";
import type { ProfileItem, ProfileRef, Profiles } from "../../../protocol/requests.ts";
import type { ViewContext } from "./context.ts";
import { iconOf } from "./profiles-icons.ts";
import { askForProfiles } from "./profiles-request.ts";

/** The workspace's current profiles. */
export async function allProfiles(views: ViewContext): Promise<Profiles> {
  const { profiles } = await askForProfiles(views, { known: null });
  return profiles as Profiles;
}

/**
 * The one profile a command is for: passed by a menu, shown in the active view or editor, or else chosen by the user.
 * Undefined if the user cancelled.
 */
export async function chooseProfile(views: ViewContext, args: readonly unknown[]): Promise<ProfileRef | undefined> {
  const [handed] = profilesIn(args);
  const given = handed ?? views.shown ?? (await inEditor(views));
  if (given) return given;
  const items = await offered(views);
  return items && (await window.showQuickPick(items, { ...MATCHING, placeHolder: l10n.t("Choose a profile") }))?.profile;
}

/** The profiles a command is for: passed by a menu, or else chosen by the user. Undefined if the user cancelled. */
export async function chooseProfiles(
  views: ViewContext,
  args: readonly unknown[],
  options: QuickPickOptions,
): Promise<readonly ProfileRef[] | undefined> {
  const handed = profilesIn(args);
  if (handed.length > 0) return handed;
  const items = await offered(views);
  const picked = items && (await window.showQuickPick(items, { ...MATCHING, ...options, canPickMany: true }));
  return picked && picked.length > 0 ? picked.map(({ profile }) => profile) : undefined;
}

/** A profile can be found by its vendor, class, verdict and file. */
const MATCHING: QuickPickOptions = { matchOnDescription: true, matchOnDetail: true };

/** The profiles passed by a menu: files of the explorer or items of our tree; one, or one followed by the whole selection. */
export function profilesIn([first, all]: readonly unknown[]): ProfileRef[] {
  const chosen = Array.isArray(all) && all.length > 0 ? all : [first];
  const refs = chosen.flatMap((one): ProfileRef[] => {
    if (one instanceof Uri) return [{ uri: one.toString(), index: 0 }];
    if (typeof one !== "object" || one === null) return [];
    const { uri, index = 0, verdict } = one as { uri?: unknown; index?: unknown; verdict?: unknown };
    return typeof uri === "string" && typeof index === "number" && verdict !== "unread" ? [{ uri, index }] : [];
  });
  return [...new Map(refs.map((ref) => [`${ref.uri}#${ref.index}`, ref])).values()];
}

/** Whether two references name the same profile. */
export function isSameProfile(one: ProfileRef, other: ProfileRef): boolean {
  return one.uri === other.uri && one.index === other.index;
}

/** The profile at the cursor. */
export async function inEditor(views: ViewContext): Promise<ProfileRef | undefined> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== views.language) return undefined;
  const uri = views.client.code2ProtocolConverter.asUri(editor.document.uri);
  const { line } = editor.selection.active;
  const { groups } = await allProfiles(views);
  const before = groups
    .flatMap(({ profiles }) => profiles)
    .filter((item) => item.uri === uri && item.position.line <= line)
    .sort((a, b) => b.position.line - a.position.line);
  return { uri, index: before[0]?.index ?? 0 };
}

/** The profiles to choose from. If there is none, says so and offers to create one. */
export async function offered(views: ViewContext): Promise<readonly PickedProfile[] | undefined> {
  const items = await profileItems(views);
  if (items.length > 0) return items;
  const make = l10n.t("New Profile");
  if ((await window.showInformationMessage(l10n.t("No profiles yet."), make)) === make) {
    await commands.executeCommand("vendorProfile.newProfile");
  }
  return undefined;
}

/** A profile to choose. */
export type PickedProfile = QuickPickItem & { readonly profile: ProfileItem };

/** The items for a list of profiles. */
export async function profileItems(views: ViewContext): Promise<PickedProfile[]> {
  const { groups } = await allProfiles(views);
  return groups
    .filter(({ verdict }) => verdict !== "unread")
    .flatMap(({ title, profiles }) =>
      profiles.map((profile) => ({
        label: withoutIcons(profile.label),
        description: withoutIcons(profile.description),
        detail: `${title} · ${withoutIcons(profile.path)}`,
        iconPath: iconOf(profile.verdict),
        profile,
      })),
    );
}

/** Escapes a profile's text: lists would render `$(name)` as an icon. */
export function withoutIcons(text: string): string {
  return text.replace(/\$(?=\([a-z\d-]+(?:~[a-z]+)?\))/gi, "\\$");
}
