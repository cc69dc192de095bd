import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";

/** Makes the language client for a host. */
export type Connect = (context: ExtensionContext, id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;
