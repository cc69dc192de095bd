import { useEffect, useState } from "preact/hooks";
import type { Host } from "./vscode-api.ts";

/** State that a page keeps while it is hidden. */
export function useKept<Kept extends object>(
  host: Pick<Host<never, never, Kept>, "kept" | "keep">,
  initial: Kept,
): [Kept, (change: Partial<Kept>) => void] {
  const [kept, setKept] = useState<Kept>(() => ({ ...initial, ...host.kept() }));
  useEffect(() => host.keep(kept), [kept]);
  return [kept, (change) => setKept((kept) => ({ ...kept, ...change }))];
}
