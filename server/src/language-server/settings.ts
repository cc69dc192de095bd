import type { Connection } from "vscode-languageserver";
import { isDate } from "../core/schema/formats.ts";
import type { LanguageId } from "../messages/language.ts";
import type { Client } from "./client.ts";
import type { Logger } from "./logger.ts";
import { record } from "./record.ts";

/** The settings under `vendorProfile`, as the server uses them. */
export interface Settings {
  /** Undefined: the client's or the system's language. */
  readonly language: LanguageId | undefined;
  /** The date to evaluate on, as YYYY-MM-DD. Undefined: today. */
  readonly asOf: string | undefined;
  readonly inlayHints: boolean;
  /** Whether the server also evaluates profiles that are not open. */
  readonly wholeWorkspace: boolean;
}

/** Reads a client's settings under `vendorProfile`. An invalid value counts as not set. */
function readSettings(value: unknown): Settings {
  const { language, asOf, inlayHints, diagnostics } = record(value);
  return {
    language: language === "ja" || language === "en" ? language : undefined,
    asOf: typeof asOf === "string" && isDate(asOf) ? asOf : undefined,
    inlayHints: record(inlayHints).enabled !== false,
    wholeWorkspace: record(diagnostics).scope !== "openFiles",
  };
}

/** The client's settings, as they are now. */
export class ClientSettings {
  #current = readSettings(undefined);
  #ready: Promise<void> = Promise.resolve();
  readonly #connection: Connection;
  readonly #client: Client;
  readonly #logger: Logger;

  constructor(connection: Connection, client: Client, logger: Logger) {
    this.#connection = connection;
    this.#client = client;
    this.#logger = logger;
  }

  get current(): Settings {
    return this.#current;
  }

  /** Resolves once the last update is in. Answers wait for it: they might be in the wrong language. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** @param options the client's initialization options */
  initialize(options: unknown): void {
    this.#current = readSettings(options);
  }

  /** Asks the client for its settings, or takes those it pushed if it cannot be asked. Never rejects. */
  update(pushed?: unknown): Promise<void> {
    this.#ready = this.#logger.background(this.#update(pushed));
    return this.#ready;
  }

  async #update(pushed: unknown): Promise<void> {
    const canAsk = this.#client.capabilities.workspace?.configuration === true;
    const value: unknown = canAsk
      ? await this.#connection.workspace.getConfiguration("vendorProfile")
      : record(pushed).vendorProfile;
    if (typeof value === "object" && value !== null) this.#current = readSettings(value);
  }
}
