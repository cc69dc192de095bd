import type { Disposable, Event, ExtensionContext } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ProfileRef } from "../../../protocol/requests.ts";

/** What all views and commands share. */
export interface ViewContext {
  readonly context: ExtensionContext;
  readonly client: BaseLanguageClient;
  /** The language id of profiles. */
  readonly language: string;
  /** Sends a request of protocol/requests.ts to the server. Rejects while no server runs. */
  readonly request: <Answer>(method: string, params: unknown) => Promise<Answer>;
  /** Fires when the server's answers may have changed: after an edit, a change on disk, or a restart of the server. */
  readonly onDidChange: Event<void>;
  /** Registers a command. Its errors are logged and shown. */
  readonly command: (name: string, run: (...args: unknown[]) => unknown) => Disposable;
  /** Logs an error in background work. */
  readonly log: (error: unknown) => void;
  /** Logs an error in what the user asked for, and shows a notification. */
  readonly fail: (error: unknown) => void;
  /** The profile that the active view shows. Commands started without a profile use it. */
  shown: Shown | undefined;
}

/** A profile in a view, perhaps judged as a class other than the stated one. */
export interface Shown extends ProfileRef {
  readonly classification: string | null;
}
