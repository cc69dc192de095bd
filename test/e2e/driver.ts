/** The session that test files import, shared by all files of a variant. */
import type { EditorSession } from "./editor-session.ts";

/** The current session. test/e2e/run.ts sets it before the tests run. */
export let session: EditorSession;

/** Sets the current session. */
export function setSession(next: EditorSession): void {
  session = next;
}
