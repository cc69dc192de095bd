import type { ClientCapabilities, InitializeParams } from "vscode-languageserver";
import { type EditorCapabilities, editorCapabilities } from "../language-service/client-capabilities.ts";
import { record } from "./record.ts";

/** What a client turns on by setting it to true in its initialization options. */
export type ClientOption = "fileSystem" | "files" | "verdict" | "views";

/** What the client says of itself in `initialize`. Until then it is taken to support nothing. */
export class Client {
  #params: InitializeParams | undefined;
  #editor = editorCapabilities({});

  initialize(params: InitializeParams): void {
    this.#params = params;
    this.#editor = editorCapabilities(params.capabilities);
  }

  get capabilities(): ClientCapabilities {
    return this.#params?.capabilities ?? {};
  }

  get editor(): EditorCapabilities {
    return this.#editor;
  }

  get locale(): string | undefined {
    return this.#params?.locale;
  }

  /** Whether it pulls diagnostics; they are published to other clients. */
  get canPull(): boolean {
    return this.capabilities.textDocument?.diagnostic !== undefined;
  }

  has(option: ClientOption): boolean {
    return record(this.#params?.initializationOptions)[option] === true;
  }
}
