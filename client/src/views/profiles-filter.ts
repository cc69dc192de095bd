import { commands, Disposable, l10n, type QuickPickItem, QuickPickItemKind, window } from "vscode";
import type { FilterChoice, ProfileFilter, Profiles } from "../../../protocol/requests.ts";
import type { ViewContext } from "./context.ts";

/** The key in the workspace's storage. */
const KEY = "vendorProfile.filter";
const NONE: ProfileFilter = { verdicts: [], classifications: [] };

/** The tree's filter, stored with the workspace. */
export function profilesFilter(
  { command, context: { workspaceState } }: ViewContext,
  choices: () => Profiles["choices"] | undefined,
  onChange: () => void,
): Disposable & { readonly value: ProfileFilter } {
  let value = workspaceState.get<ProfileFilter>(KEY) ?? NONE;
  const tell = () => commands.executeCommand("setContext", "vendorProfile.isFiltered", value !== NONE);
  const set = async (filter: ProfileFilter) => {
    value = filter.verdicts.length + filter.classifications.length > 0 ? filter : NONE;
    onChange();
    await Promise.all([tell(), workspaceState.update(KEY, value === NONE ? undefined : value)]);
  };
  void tell();
  const disposable = Disposable.from(
    command("filterProfiles", async () => {
      const offered = choices();
      const filter = offered && (await pick(offered, value));
      if (filter) await set(filter);
    }),
    command("clearFilter", () => set(NONE)),
  );
  return {
    get value() {
      return value;
    },
    dispose: () => disposable.dispose(),
  };
}

/** Asks for a filter. Returns undefined if the user cancelled. */
async function pick(
  { verdicts, classifications }: Profiles["choices"],
  current: ProfileFilter,
): Promise<ProfileFilter | undefined> {
  const heading = (label: string) => ({ label, kind: QuickPickItemKind.Separator });
  const ofVerdict = verdicts.map((choice) => choiceItem(choice, current.verdicts));
  const ofClass = classifications.map((choice) => choiceItem(choice, current.classifications));
  const items: QuickPickItem[] = [heading(l10n.t("Verdict")), ...ofVerdict, heading(l10n.t("Class")), ...ofClass];
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    title: l10n.t("Filter Profiles"),
    placeHolder: l10n.t("Choose verdicts, classes or both"),
  });
  const among = <Value>(choices: readonly (QuickPickItem & { value: Value })[]) =>
    choices.filter((item) => picked?.includes(item)).map(({ value }) => value);
  return picked && { verdicts: among(ofVerdict), classifications: among(ofClass) };
}

function choiceItem<Value>(
  { value, title, count }: FilterChoice<Value>,
  chosen: readonly Value[],
): QuickPickItem & { value: Value } {
  return { label: title, description: String(count), picked: chosen.includes(value), value };
}
