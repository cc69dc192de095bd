import { commands, Disposable, EventEmitter, type ExtensionContext, type LogOutputChannel, l10n, window } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { changed } from "../../../protocol/requests.ts";
import { checklistView } from "./checklist.ts";
import { comparisonView } from "./comparison.ts";
import type { ViewContext } from "./context.ts";
import { exporting } from "./export.ts";
import { importing } from "./import.ts";
import { languageModelTools } from "./language-model-tools.ts";
import { newProfiles } from "./new-profile.ts";
import { nextUnstated } from "./next-unstated.ts";
import { profilesView } from "./profiles.ts";
import { questionnaires } from "./questionnaire.ts";
import { standardCommands } from "./standard-commands.ts";

/** Each sets up one view or group of commands, and returns how to dispose of it. */
const surfaces: readonly ((views: ViewContext) => Disposable)[] = [
  profilesView,
  checklistView,
  comparisonView,
  exporting,
  newProfiles,
  nextUnstated,
  importing,
  questionnaires,
  standardCommands,
  languageModelTools,
];

/** Sets up all views and commands around the editor. Views load when they are first opened. */
export function openViews(
  context: ExtensionContext,
  client: BaseLanguageClient,
  output: LogOutputChannel,
  language: string,
): Disposable {
  const changes = new EventEmitter<void>();
  const log = (error: unknown) => output.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const fail = (error: unknown) => {
    log(error);
    void window.showErrorMessage(l10n.t("Failed. See the output."));
  };
  const views: ViewContext = {
    context,
    client,
    language,
    request: (method, params) => client.sendRequest(method, params),
    onDidChange: changes.event,
    command: (name, run) =>
      commands.registerCommand(`vendorProfile.${name}`, async (...args: unknown[]) => {
        try {
          return await run(...args);
        } catch (error) {
          return fail(error);
        }
      }),
    log,
    fail,
    shown: undefined,
  };
  const tell = () => changes.fire();
  return Disposable.from(
    changes,
    client.onNotification(changed, tell),
    client.onDidChangeState(({ newState }) => newState === State.Running && tell()),
    ...surfaces.map((surface) => surface(views)),
  );
}
