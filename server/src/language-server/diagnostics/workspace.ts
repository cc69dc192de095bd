import {
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { keyOf } from "../../host/uri.ts";
import type { ProfileFile } from "../workspace/profile-file.ts";

/** Reports are sent on in portions of this many, where the client takes them so. */
const PORTION = 50;

/**
 * A report for each file: unchanged where the client has what there is to say, else in full; and an empty one for each file that
 * the client has a report of and that is there no more. Where there is `send`, all are handed to it, and none is returned.
 */
export async function workspaceDiagnostics(
  files: AsyncIterable<ProfileFile>,
  previous: readonly PreviousResultId[],
  send?: (items: WorkspaceDocumentDiagnosticReport[]) => void,
): Promise<WorkspaceDocumentDiagnosticReport[]> {
  const known = new Map(previous.map(({ uri, value }) => [keyOf(uri), { uri, value }]));
  let items: WorkspaceDocumentDiagnosticReport[] = [];
  for await (const file of files) {
    const before = known.get(keyOf(file.uri));
    known.delete(keyOf(file.uri));
    // as the client spells it
    items.push(reportOf(file, before?.uri ?? file.uri, before?.value));
    if (!send || items.length < PORTION) continue;
    send(items);
    items = [];
  }
  for (const { uri } of known.values()) items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
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
