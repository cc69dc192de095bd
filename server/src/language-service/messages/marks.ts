import type { Status } from "../../core/standard/status.ts";

/** A status as one character, wherever there is no room for a word. */
export const MARKS: Readonly<Record<Status, string>> = { met: "✓", unmet: "✗", unknown: "?", "not-applicable": "–" };
