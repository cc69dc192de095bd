import { type Connection, MessageType, Position, ShowMessageNotification } from "vscode-languageserver";
import { profileAt } from "../core/analysis/analyze.ts";
import { editorMessages } from "../language-service/messages/index.ts";
import { NEXT_UNSTATED, stepToNextUnstated } from "../language-service/next-unstated.ts";
import type { View } from "../language-service/view.ts";
import type { WithAnalysis } from "./session.ts";

/**
 * Serves the command that takes the cursor to the next unstated fact. It works in any editor: the server has the client insert the
 * key and show the place. The result is true if there was such a fact and the client applied the edit.
 */
export function serveNextUnstated(connection: Connection, withAnalysis: WithAnalysis): void {
  connection.onExecuteCommand(async ({ command, arguments: [uri, position] = [] }, token) => {
    if (command !== NEXT_UNSTATED || typeof uri !== "string" || !Position.is(position)) return null;
    return withAnalysis({ uri }, token, async (view, version) => {
      const offset = view.analysis.source.lines.offset(position);
      const step = stepToNextUnstated(view, offset);
      if (!step) {
        const message = nothingLeft(view, offset);
        await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
        return false;
      }
      const edits = [...step.edits];
      const { versionedEdits, showsDocuments } = view.capabilities;
      const edit = versionedEdits
        ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
        : { changes: { [uri]: edits } };
      if (edits.length > 0 && !(await connection.workspace.applyEdit(edit)).applied) return false;
      if (showsDocuments) await connection.window.showDocument({ uri, takeFocus: true, selection: step.selection });
      return true;
    });
  });
}

function nothingLeft({ analysis, language }: View, offset: number): string {
  const { nothingUnstated, nothingToAdd } = editorMessages[language].marks;
  const { verdict, duties } = profileAt(analysis, offset);
  return verdict === "invalid" || duties.some(({ status }) => status === "unknown") ? nothingToAdd : nothingUnstated;
}
