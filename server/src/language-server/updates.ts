import { CodeLensRefreshRequest, InlayHintRefreshRequest } from "vscode-languageserver";
import { changed } from "../../../protocol/requests.ts";
import type { DiagnosticsPublisher } from "./diagnostics/publisher.ts";
import type { Session } from "./session.ts";

/** Tells the client that what it shows may be out of date. */
export class Updates {
  readonly #session: Session;
  readonly #publisher: DiagnosticsPublisher;

  constructor(session: Session, publisher: DiagnosticsPublisher) {
    this.#session = session;
    this.#publisher = publisher;
  }

  /** Tells a client that shows views of profiles that they may have changed. */
  notifyChanged(): void {
    const { client, connection, logger } = this.#session;
    if (client.has("views")) logger.background(connection.sendNotification(changed));
  }

  /** Publishes everything again, and has the client ask again for what it pulls. */
  async refresh(): Promise<void> {
    const { client, connection, documents, logger } = this.#session;
    const { diagnostics, inlayHint, codeLens } = client.capabilities.workspace ?? {};
    this.#publisher.publishConfigurations();
    this.notifyChanged();
    const work: Promise<unknown>[] = documents.all().map((document) => this.#publisher.publish(document));
    if (inlayHint?.refreshSupport) work.push(connection.sendRequest(InlayHintRefreshRequest.type));
    if (codeLens?.refreshSupport) work.push(connection.sendRequest(CodeLensRefreshRequest.type));
    if (diagnostics?.refreshSupport) work.push(connection.languages.diagnostics.refresh());
    await Promise.all(work.map(logger.background));
  }
}
