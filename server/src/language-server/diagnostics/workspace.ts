import {
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { keyOf } from "../../host/uri.ts";
import type { ProfileFile } from "../workspace/profile-file.ts";

/** The number of reports in one partial result. */
const BATCH_SIZE = 50;

/**
 * A report for each file: unchanged if the client has its latest diagnostics, else in full. Also an empty report for each file that
 * the client has diagnostics of and that is gone.
 *
 * @param send takes the reports in batches; if given, the result is empty
 */
export async function workspaceDiagnostics(
  files: AsyncIterable<ProfileFile>,
  previous: readonly PreviousResultId[],
  send?: (items: WorkspaceDocumentDiagnosticReport[]) => void,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const previousByKey = new Map(previous.map(({ uri, value }) => [keyOf(uri), { uri, value }]));
  let items: WorkspaceDocumentDiagnosticReport[] = [];
  for await (const file of files) {
    const before = previousByKey.get(keyOf(file.uri));
    previousByKey.delete(keyOf(file.uri));
    // In the client's own spelling, so that the client recognizes it.
    items.push(reportOf(file, before?.uri ?? file.uri, before?.value));
    if (!send || items.length < BATCH_SIZE) continue;
    send(items);
    items = [];
  }
  for (const { uri } of previousByKey.values())
    items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
  if (!send) return items;
  if (items.length > 0) send(items);
  return [];
}

function reportOf(
  { version, resultId, diagnostics }: ProfileFile,
  uri: string,
  previousResultId: string | undefined,
): WorkspaceDocumentDiagnosticReport {
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...diagnostics] };
}
