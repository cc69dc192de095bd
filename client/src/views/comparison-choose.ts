import { l10n, window } from "vscode";
import type { ProfileRef } from "../../../protocol/requests.ts";
import { isSameProfile, offered, type PickedProfile } from "./choose.ts";
import type { ViewContext } from "./context.ts";

/** Asks for at least two profiles. Returns undefined if the user cancelled, or if there is none to choose. */
export async function chooseToCompare(
  views: ViewContext,
  chosen: readonly ProfileRef[],
): Promise<readonly ProfileRef[] | undefined> {
  const items = await offered(views);
  if (!items) return undefined;
  const pick = window.createQuickPick<PickedProfile>();
  pick.title = l10n.t("Choose at least two profiles to compare");
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const isChosen = ({ profile }: PickedProfile) => chosen.some((one) => isSameProfile(one, profile));
  // selected profiles come first
  pick.items = [...items.filter(isChosen), ...items.filter((item) => !isChosen(item))];
  pick.selectedItems = items.filter(isChosen);
  try {
    return await new Promise((resolve) => {
      pick.onDidAccept(() => {
        // stays open until two are selected; the title says so
        if (pick.selectedItems.length > 1) resolve(pick.selectedItems.map(({ profile: { uri, index } }) => ({ uri, index })));
      });
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}
