/** What test files import: the session that they are at, shared by all files of a variant. */
import type { EditorSession } from "./editor-session.ts";

/** The session; test/e2e/run.ts sets it before the tests run. */
export let session: EditorSession;

/** Seats the tests at a session. */
export function setSession(next: EditorSession): void {
  session = next;
}
