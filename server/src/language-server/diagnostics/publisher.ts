import type { TextDocument } from "vscode-languageserver-textdocument";
import { diagnostics } from "../../language-service/diagnostics.ts";
import type { Session } from "../session.ts";
import type { VerdictNotifier } from "../verdict-notifier.ts";
import { configurationDiagnostics } from "./configuration.ts";

/** Publishes diagnostics to clients that do not pull them. For other clients it does nothing. */
export class DiagnosticsPublisher {
  /** The URIs of the configurations whose diagnostics are published. */
  #configurationUris: readonly string[] = [];
  readonly #session: Session;
  readonly #verdicts: VerdictNotifier;

  constructor(session: Session, verdicts: VerdictNotifier) {
    this.#session = session;
    this.#verdicts = verdicts;
  }

  /** Publishes the diagnostics of a document, unless it is edited in the meantime. */
  async publish({ uri, version }: TextDocument): Promise<void> {
    const { client, connection, snapshots } = this.#session;
    if (client.canPull) return;
    const snapshot = await snapshots.of(uri, undefined, { isFresh: true, version });
    if (snapshot?.document.version !== version || snapshot.version !== version) return;
    this.#verdicts.notify(snapshot);
    await connection.sendDiagnostics({ uri, version, diagnostics: diagnostics(snapshot.view) });
  }

  /** Removes the diagnostics of a document. */
  async withdraw({ uri }: TextDocument): Promise<void> {
    const { client, connection } = this.#session;
    if (!client.canPull) await connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Publishes the problems of all configurations, and removes those that are fixed. */
  publishConfigurations(): void {
    const { client, connection, configurations, logger, viewOptions } = this.#session;
    if (client.canPull) return;
    const { language } = viewOptions();
    const found = configurations
      .all()
      .map((configuration) => [configuration.uri, configurationDiagnostics(configuration, language)] as const)
      .filter(([, items]) => items.length > 0);
    const byUri = new Map(found);
    for (const uri of new Set([...this.#configurationUris, ...byUri.keys()])) {
      logger.background(connection.sendDiagnostics({ uri, diagnostics: byUri.get(uri) ?? [] }));
    }
    this.#configurationUris = [...byUri.keys()];
  }
}
