import type { Edit } from "../documents/kind.ts";
import type { Server } from "../peers/servers.ts";
import { Session } from "./session.ts";
import { inTurn, type Turns } from "./turns.ts";
import { uri, workspace } from "./workspace.ts";

/** A document that is open in its own server, and its edit. */
export interface Edited {
  readonly session: Session;
  readonly uri: string;
  readonly edit: Edit;
}

export async function openEdited(server: Server, text: string): Promise<Edited> {
  const session = await Session.start(server, workspace);
  await session.open(uri(server), text);
  return { session, uri: uri(server), edit: server.kind.edit(text) };
}

/** Makes each document's value wrong and right in turn. Resolves with the milliseconds until its diagnostic appears or goes. */
export function makeEdits<S>(documents: ReadonlyMap<S, Edited>, turns: Turns): Promise<Map<S, number[]>> {
  return inTurn([...documents.keys()], turns, async (subject, run) => {
    const { session, uri, edit } = documents.get(subject) as Edited;
    const makesWrong = run % 2 === 0;
    const [from, to] = makesWrong ? [edit.right, edit.wrong] : [edit.wrong, edit.right];
    const { line } = edit.range(from).start;
    return session.change(uri, run + 2, { range: edit.range(from), text: to }, (diagnostics) => {
      const isMarked = diagnostics.some(({ range, severity = 1 }) => range.start.line === line && severity === 1);
      return isMarked === makesWrong;
    });
  });
}
