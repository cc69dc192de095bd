import type { Path } from "./node.ts";

/** A path as a list linked from its end: cheap enough to make for every value, where only a problem needs the whole path. */
export interface PathLink {
  readonly step: string | number;
  readonly parent: PathLink | undefined;
  readonly depth: number;
}

export function linkTo(parent: PathLink | undefined, step: string | number): PathLink {
  return { step, parent, depth: (parent?.depth ?? 0) + 1 };
}

export function toPath(link: PathLink | undefined): Path {
  return link ? [...toPath(link.parent), link.step] : [];
}
