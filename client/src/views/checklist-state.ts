import type { Shown } from "./context.ts";

/** The state that a page saved before the window was reloaded, if it is valid. */
export function shownIn(state: unknown): Shown | undefined {
  const { uri, index, classification } = (state ?? {}) as { [Key in keyof Shown]?: unknown };
  if (typeof uri !== "string" || typeof index !== "number") return undefined;
  return { uri, index, classification: typeof classification === "string" ? classification : null };
}
