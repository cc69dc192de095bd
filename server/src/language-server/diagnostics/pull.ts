import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from "vscode-languageserver";
import { diagnostics } from "../../language-service/diagnostics.ts";
import type { Session } from "../session.ts";
import type { VerdictNotifier } from "../verdict-notifier.ts";

/** Serves the diagnostics of one document to clients that pull them. */
export function servePullDiagnostics({ connection, snapshots, logger }: Session, verdicts: VerdictNotifier): void {
  connection.languages.diagnostics.on(
    logger.withErrorLogging(async ({ textDocument: { uri }, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
      const snapshot = await snapshots.of(uri, token, { isFresh: true });
      if (!snapshot) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      verdicts.notify(snapshot);
      const { resultId, view } = snapshot;
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics(view) };
    }),
  );
}
