import type { Disposable, Event, ExtensionContext } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { ProfileRef } from "../../../protocol/requests.ts";

/** What the surfaces around the editor share. */
export interface ViewContext {
  readonly context: ExtensionContext;
  readonly client: BaseLanguageClient;
  /** The one language served. */
  readonly language: string;
  /** Asks the server; it rejects while there is none. The names and shapes are those of protocol/requests.ts. */
  readonly ask: <Answer>(method: string, params: unknown) => Promise<Answer>;
  /** Fires when what the server answers may be another thing: a profile was edited, a file changed, the server started anew. */
  readonly onDidChange: Event<void>;
  /** Registers a command. What goes wrong in it is logged and told. */
  readonly command: (name: string, run: (...args: unknown[]) => unknown) => Disposable;
  /** Logs what went wrong beside what the user asked for. */
  readonly log: (error: unknown) => void;
  /** Logs what went wrong in what the user asked for, and tells. */
  readonly fail: (error: unknown) => void;
  /** What the active view shows: commands without a profile of their own are for that. */
  shown: Shown | undefined;
}

/** A profile in a view, perhaps judged as another class than it states. */
export interface Shown extends ProfileRef {
  readonly classification: string | null;
}
