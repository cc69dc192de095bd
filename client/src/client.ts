import { commands, type ExtensionContext, l10n, window } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { quietWhileAway } from "./away.ts";
import { serveFiles } from "./file-system.ts";
import { takeNamedProfiles } from "./named-profiles.ts";
import { suggestAgain } from "./suggest-again.ts";
import { verdictStatus } from "./verdict.ts";
import { openViews } from "./views/index.ts";

/** The client's id: also the settings section and the prefix of the commands. */
export const clientId = "vendorProfile";

/** The client's name: also that of its output channel. */
export const clientName = "Vendor Profile";

/** The one language served. Never `yaml`: what other extensions judge is not judged twice. */
export const languageId = "vendor-profile";

/**
 * Starts the language client and all that is shown around it.
 *
 * @param connect makes the client: the transport is all that differs between hosts
 * @returns the running client; whoever deactivates the extension stops it
 */
export async function startClient(
  context: ExtensionContext,
  connect: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<BaseLanguageClient> {
  const output = window.createOutputChannel(clientName, { log: true });
  const client = connect({
    documentSelector: [{ language: languageId }],
    diagnosticCollectionName: languageId,
    // Offers what other editors do not know: the status item, files named as profiles, files that only the editor can read, and the views.
    initializationOptions: { verdict: true, files: true, fileSystem: true, views: true },
    outputChannel: output,
    middleware: { provideCompletionItem: suggestAgain },
  });
  quietWhileAway(client);
  const restartCommand = `${clientId}.restartServer`;
  const restart = async () => {
    const log = (error: unknown) => output.error(String(error));
    // A server that hangs does not stop in time: one more reason to start a new one.
    await client.stop().catch(log);
    await client.start().catch((error: unknown) => {
      log(error);
      void window.showErrorMessage(l10n.t("The server could not be restarted. The output has the reason."));
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
