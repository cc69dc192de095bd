import type { TextDocument } from "vscode-languageserver-textdocument";
import { verdictChanged } from "../../../protocol/requests.ts";
import type { Session } from "./session.ts";
import { verdict } from "./verdict.ts";
import type { DocumentSnapshot } from "./workspace/snapshots.ts";

/** Sends the verdicts of open documents to a client that shows them, each once. */
export class VerdictNotifier {
  /** The result id of the last verdict sent. */
  readonly #sent = new WeakMap<TextDocument, string>();
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  notify({ document, version, resultId, view }: DocumentSnapshot): void {
    const { connection, client, logger } = this.#session;
    if (!client.has("verdict") || document.version !== version || this.#sent.get(document) === resultId) return;
    this.#sent.set(document, resultId);
    const params = verdict(view.uri, version, view.analysis, view.language);
    logger.background(connection.sendNotification(verdictChanged, params));
  }
}
