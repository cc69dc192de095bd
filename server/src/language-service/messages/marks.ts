import type { Status } from "../../core/standard/status.ts";

/** Each status as one character, for places without room for a word. */
export const MARKS: Readonly<Record<Status, string>> = { met: "✓", unmet: "✗", unknown: "?", "not-applicable": "–" };
