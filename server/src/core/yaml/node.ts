import { trimSpaceEnd } from "../text/white-space.ts";
/** A range of the text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The keys and indices from a document's root to a value. */
export type Path = readonly (string | number)[];

/** A value of a document with its span. An alias has its own span and the content of its anchor. */
export type ValueNode = ScalarNode | MapNode | ListNode;

export interface ScalarNode {
  readonly kind: "scalar";
  readonly span: Span;
  readonly value: string | number | boolean | null;
}

export interface MapNode {
  readonly kind: "map";
  readonly span: Span;
  /** In the order of the text, then merged entries; only the first of duplicate keys. */
  readonly entries: readonly Entry[];
}

export interface ListNode {
  readonly kind: "list";
  readonly span: Span;
  readonly items: readonly ValueNode[];
}

export interface Entry {
  readonly name: string;
  readonly key: Span;
  readonly value: ValueNode;
}

/** The entry of that name; undefined where the value is not a mapping or does not have it. */
export function entryOf(node: ValueNode | undefined, name: string): Entry | undefined {
  if (node?.kind !== "map") return undefined;
  for (const entry of node.entries) if (entry.name === name) return entry;
  return undefined;
}

/** Whether a value is missing or null, which the format both reads as "not stated". */
export function isUnstated(node: ValueNode | undefined): boolean {
  return node === undefined || (node.kind === "scalar" && node.value === null);
}

/** Whether an offset is in a span, its end included. */
export function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The entries written in a mapping itself, without merged ones, whose spans are elsewhere. */
export function ownEntries({ entries, span }: MapNode): Entry[] {
  return entries.filter(({ key }) => key.start >= span.start && key.end <= span.end);
}

/** The offset after an entry's colon; after its key where it has no colon. */
export function behindColon(text: string, { key }: Entry): number {
  return key.end + (/^[ \t]*:/.exec(text.slice(key.end, key.end + 100))?.[0].length ?? 0);
}

/** The offset after a value's last character: the span of a block scalar includes the line ends behind it. */
export function contentEnd(text: string, { start, end }: Span): number {
  return start + trimSpaceEnd(text.slice(start, end)).length;
}

/** The value one step below another: a list item, or the value of a key. */
export function childOf(node: ValueNode | undefined, step: string | number): ValueNode | undefined {
  if (typeof step === "string") return entryOf(node, step)?.value;
  return node?.kind === "list" ? node.items[step] : undefined;
}

/** The value at a path; undefined where there is no such value. */
export function nodeAt(root: ValueNode | undefined, path: Path): ValueNode | undefined {
  let node = root;
  for (const step of path) {
    node = childOf(node, step);
    if (node === undefined) return undefined;
  }
  return node;
}

/** The string at a path; undefined for any other value. */
export function stringAt(root: ValueNode | undefined, path: Path): string | undefined {
  const node = nodeAt(root, path);
  return node?.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
}

/** A path as a JSON Pointer (RFC 6901). */
export function pointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The value of a node as plain JSON data. */
export function plain(node: ValueNode): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plain);
  const object: Record<string, unknown> = {};
  for (const { name, value } of node.entries) {
    // an assignment would set the prototype
    if (name === "__proto__") Object.defineProperty(object, name, { value: plain(value), enumerable: true });
    else object[name] = plain(value);
  }
  return object;
}
