import type { CancellationToken } from "vscode-languageserver";
import { analyze } from "../../core/analysis/analyze.ts";
import { pathBelow } from "../../host/uri.ts";
import type { Session } from "../session.ts";
import { stopIfCancelled } from "../workspace/cancellation.ts";
import { filesInScope } from "../workspace-features.ts";
import type { JudgedFile, ViewContext } from "./context.ts";

/** The context of the views' answers, from a session. */
export function viewContextOf(session: Session): ViewContext {
  const { bundle, runtime, workspace, snapshots, viewOptions } = session;
  return {
    bundle,
    language: () => viewOptions().language,
    today: () => viewOptions().today,
    files: async function* (token) {
      await snapshots.ready(true);
      yield* filesInScope(session, token);
    },
    judge: (uri, classification, token) => judge(session, uri, classification, token),
    pathOf: (uri) => pathBelow(workspace.folders(), uri),
    folders: () => workspace.folders(),
    spreadsheet: () => runtime.load("spreadsheet"),
  };
}

async function judge(
  { bundle, workspace, snapshots, configurations, viewOptions }: Session,
  uri: string,
  classification: string | null,
  token: CancellationToken,
): Promise<JudgedFile | undefined> {
  const path = pathBelow(workspace.folders(), uri);
  const snapshot = await snapshots.of(uri, token, { isFresh: true });
  if (!snapshot) {
    const analysis = await workspace.analysisOf(uri, viewOptions().today, classification ?? undefined);
    stopIfCancelled(token);
    return analysis && { uri, path, version: null, analysis };
  }
  const { version, view } = snapshot;
  if (classification === null) return { uri, path, version, analysis: view.analysis };
  const { source, today, missingFiles } = view.analysis;
  const severities = configurations.severitiesOf(uri);
  const analysis = analyze(source.text, bundle, { today, missingFiles, classification, severities }, view.analysis);
  return { uri, path, version, analysis };
}
