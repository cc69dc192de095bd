import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";

/** Makes a client of the server as the host runs it. */
export type Connect = (context: ExtensionContext, id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;
