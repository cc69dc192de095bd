import type { Profile } from "../../evaluation/profile.ts";
import type { AnyFinding, Kind, Payloads } from "../../findings/finding.ts";
import { make } from "../../findings/make.ts";
import { keyOf, placeOf } from "../../yaml/location.ts";
import { nodeAt, type Path } from "../../yaml/node.ts";

type Consistency = Extract<Kind, `consistency.${string}`>;

/** A warning at a value, or at its key where the value is a section. */
export function warning<K extends Consistency>(
  { index, root, anchor }: Profile,
  kind: K,
  path: Path,
  data: Payloads[K],
  requirement: string | null = null,
): AnyFinding {
  const span = nodeAt(root, path)?.kind === "map" ? keyOf(root, path, anchor) : placeOf(root, path, anchor);
  return make(index, kind, "warning", { path, span }, data, requirement);
}

/** The paths of a list's items; empty where the value is not a list. */
export function itemPaths({ root }: Profile, path: Path): Path[] {
  const list = nodeAt(root, path);
  return list?.kind === "list" ? list.items.map((_, index) => [...path, index]) : [];
}
