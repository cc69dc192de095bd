/** What the server needs of the machine it runs on. */
export interface Runtime {
  /** The day it is in an IANA time zone, YYYY-MM-DD. */
  readonly today: (timeZone: string) => string;
  /** The locale of the system, e.g. ja_JP.UTF-8; undefined where it has none. */
  readonly locale: string | undefined;
  /** Resolves once the messages that have already arrived are handled: later edits, and the cancelling of what they made stale. */
  readonly settled: () => Promise<void>;
  /** Of files named relative to a document's folder, those that are not there. Where that cannot be known: none. */
  readonly missingFiles: (documentUri: string, files: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** The day it is in an IANA time zone, YYYY-MM-DD. */
export function today(timeZone: string): string {
  // Swedish writes dates as ISO 8601 does
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(new Date());
}
