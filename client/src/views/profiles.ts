import { Disposable, l10n, window } from "vscode";
import { State } from "vscode-languageclient";
import type { Profiles } from "../../../protocol/requests.ts";
import type { ViewContext } from "./context.ts";
import { latest } from "./latest.ts";
import { profilesFilter } from "./profiles-filter.ts";
import { askForProfiles } from "./profiles-request.ts";
import { profilesStatus } from "./profiles-status.ts";
import { ProfilesTree } from "./profiles-tree.ts";

/** The workspace's profiles: the tree, its badge and the status bar item. All stay up to date even when hidden. */
export function profilesView(views: ViewContext): Disposable {
  const { client, log, onDidChange } = views;
  const tree = new ProfilesTree(client);
  const view = window.createTreeView("vendorProfile.profiles", { treeDataProvider: tree, canSelectMany: true });
  const status = profilesStatus();
  let profiles: Profiles | undefined;
  let known: string | null = null;

  const show = () => {
    const isStopped = client.state === State.Stopped || client.state === State.StartFailed;
    const { total = 0, failing = 0, failingText = "", filtered = null } = profiles ?? {};
    view.message = isStopped ? l10n.t("The server has stopped. This view may be out of date.") : (filtered?.text ?? "");
    view.description = filtered ? `${filtered.shown}/${total}` : "";
    view.badge = failing > 0 ? { value: failing, tooltip: failingText } : undefined;
    status.show(profiles);
    // keep what is shown, but end the progress of the first request
    if (profiles || isStopped) tree.show(profiles?.groups ?? []);
  };

  const refresh = latest(async () => {
    // asked again once the server is back
    if (client.state !== State.Running) return;
    const answer = await askForProfiles(views, { known, filter: filter.value });
    if (!answer.profiles) return;
    ({ id: known, profiles } = answer);
    show();
  }, log);

  const filter = profilesFilter(views, () => profiles?.choices, refresh);
  return Disposable.from(view, tree, status, filter, onDidChange(refresh), client.onDidChangeState(show));
}
