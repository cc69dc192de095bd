/** A stretch of the text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Keys and indices that lead from a document's root to a value. */
export type Path = readonly (string | number)[];

/** A value of a document with its place in the text. An alias has the place where it is used and the content of its anchor. */
export type ValueNode = ScalarNode | MapNode | ListNode;

export interface ScalarNode {
  readonly kind: "scalar";
  readonly span: Span;
  readonly value: string | number | boolean | null;
}

export interface MapNode {
  readonly kind: "map";
  readonly span: Span;
  /** In the order of the text; of keys that stand twice, the first only. */
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

/** The entry of that name, if the value is a mapping that has it. */
export function entryOf(node: ValueNode | undefined, name: string): Entry | undefined {
  if (node?.kind !== "map") return undefined;
  for (const entry of node.entries) if (entry.name === name) return entry;
  return undefined;
}

/** True for nothing, and for a null: the format's "not stated". */
export function isUnstated(node: ValueNode | undefined): boolean {
  return node === undefined || (node.kind === "scalar" && node.value === null);
}

/** Whether an offset lies in a span, its end included. */
export function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The entries that stand in a mapping itself: what is merged into it stands elsewhere. */
export function ownEntries({ entries, span }: MapNode): Entry[] {
  return entries.filter(({ key }) => key.start >= span.start && key.end <= span.end);
}

/** The offset behind an entry's colon; behind its key where it has none. */
export function behindColon(text: string, { key }: Entry): number {
  return key.end + (/^[ \t]*:/.exec(text.slice(key.end, key.end + 100))?.[0].length ?? 0);
}

/** The value one step below another: a list's item, or what stands behind a key. */
export function childOf(node: ValueNode | undefined, step: string | number): ValueNode | undefined {
  if (typeof step === "string") return entryOf(node, step)?.value;
  return node?.kind === "list" ? node.items[step] : undefined;
}

/** The value behind a path; undefined where nothing stands. */
export function nodeAt(root: ValueNode | undefined, path: Path): ValueNode | undefined {
  let node = root;
  for (const step of path) {
    node = childOf(node, step);
    if (node === undefined) return undefined;
  }
  return node;
}

/** The scalar's string behind a path; undefined for anything else. */
export function stringAt(root: ValueNode | undefined, path: Path): string | undefined {
  const node = nodeAt(root, path);
  return node?.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
}

/** A path as a JSON Pointer (RFC 6901). */
export function pointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The plain value of a node as JSON has it. */
export function plain(node: ValueNode): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plain);
  const object: Record<string, unknown> = {};
  for (const { name, value } of node.entries) {
    // a plain assignment would set the prototype
    if (name === "__proto__") Object.defineProperty(object, name, { value: plain(value), enumerable: true });
    else object[name] = plain(value);
  }
  return object;
}
