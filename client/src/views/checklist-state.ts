import type { Shown } from "./context.ts";

/** What a page kept for when the window is loaded anew, if it is that. */
export function shownIn(state: unknown): Shown | undefined {
  const { uri, index, classification } = (state ?? {}) as { [Key in keyof Shown]?: unknown };
  if (typeof uri !== "string" || typeof index !== "number") return undefined;
  return { uri, index, classification: typeof classification === "string" ? classification : null };
}
