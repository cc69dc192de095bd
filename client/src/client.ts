import { commands, type ExtensionContext, l10n, window } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { quietWhileAway } from "./away.ts";
import { serveFiles } from "./file-system.ts";
import { takeNamedProfiles } from "./named-profiles.ts";
import { suggestAgain } from "./suggest-again.ts";
import { verdictStatus } from "./verdict.ts";
import { openViews } from "./views/index.ts";

/** The client's id: also the settings section and the prefix of commands. */
export const clientId = "vendorProfile";

/** The client's name, also used for its output channel. */
export const clientName = "Vendor Profile";

/** The language id of profiles. Not `yaml`: other extensions would report problems a second time. */
export const languageId = "vendor-profile";

/**
 * Starts the language client and all views around it.
 *
 * @param connect makes the client; only the transport differs between hosts
 * @returns the running client; stopped when the extension is deactivated
 */
export async function startClient(
  context: ExtensionContext,
  connect: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<BaseLanguageClient> {
  const output = window.createOutputChannel(clientName, { log: true });
  const client = connect({
    documentSelector: [{ language: languageId }],
    diagnosticCollectionName: languageId,
    // features of VS Code alone: the status item, files named as profiles, files that only the editor can read, the views
    initializationOptions: { verdict: true, files: true, fileSystem: true, views: true },
    outputChannel: output,
    middleware: { provideCompletionItem: suggestAgain },
  });
  quietWhileAway(client);
  const restartCommand = `${clientId}.restartServer`;
  const restart = async () => {
    const log = (error: unknown) => output.error(String(error));
    // a server that hangs does not stop in time; start a new one all the same
    await client.stop().catch(log);
    await client.start().catch((error: unknown) => {
      log(error);
      void window.showErrorMessage(l10n.t("The server could not be restarted. See the output."));
    });
  };
  context.subscriptions.push(
    output,
    verdictStatus(client, languageId, restartCommand),
    takeNamedProfiles(client, languageId),
    serveFiles(client),
    openViews(context, client, output, languageId),
    commands.registerCommand(restartCommand, restart),
    commands.registerCommand(`${clientId}.showOutput`, () => output.show()),
  );
  await client.start();
  return client;
}
