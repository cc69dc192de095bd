import { childOf, isUnstated, type Path, type ValueNode } from "../yaml/node.ts";

/** What a profile states at a path. */
export type Fact =
  | { readonly state: "stated"; readonly node: ValueNode }
  | { readonly state: "unstated" }
  /** The value, or one above it, breaks the schema; it counts as not stated. */
  | { readonly state: "invalid" };

/** A tree of the paths that must not be read, by their steps; `true` ends a path. */
type Blocked = Map<string | number, Blocked | true>;

/** The facts of one profile: its values without those that break the schema. */
export class Facts {
  readonly root: ValueNode | undefined;
  #blocked: Blocked | true = new Map();

  /** Whether the whole document could be read. If not, a missing fact may only be unread. */
  readonly isWhole: boolean;

  /** @param invalid the paths of the values that break the schema */
  constructor(root: ValueNode | undefined, invalid: readonly Path[], isWhole = true) {
    this.root = root;
    this.isWhole = isWhole;
    for (const path of invalid) this.#blocked = block(this.#blocked, path, 0);
  }

  /** The same facts over a root whose spans were shifted. */
  of(root: ValueNode | undefined): Facts {
    const facts = new Facts(root, [], this.isWhole);
    facts.#blocked = this.#blocked;
    return facts;
  }

  at(path: Path): Fact {
    if (this.#blocked === true) return { state: "invalid" };
    let node = this.root;
    let blocked: Blocked | true | undefined = this.#blocked;
    for (const step of path) {
      blocked = blocked instanceof Map ? blocked.get(step) : undefined;
      if (blocked === true) return { state: "invalid" };
      node = childOf(node, step);
      if (node === undefined && blocked === undefined) return { state: "unstated" };
    }
    return node === undefined || isUnstated(node) ? { state: "unstated" } : { state: "stated", node };
  }

  /** The scalar value at a path; undefined where it is not stated, invalid, or not a scalar. */
  value(path: Path): unknown {
    const fact = this.at(path);
    return fact.state === "stated" && fact.node.kind === "scalar" ? fact.node.value : undefined;
  }

  isInvalid(path: Path): boolean {
    return this.at(path).state === "invalid";
  }
}

function block(blocked: Blocked | true, path: Path, depth: number): Blocked | true {
  const step = path[depth];
  if (step === undefined || blocked === true) return true;
  return blocked.set(step, block(blocked.get(step) ?? new Map(), path, depth + 1));
}

/** The path of a fact in the standard's data: from the root, or below `scope` where it begins with a dot; "." is the scope. */
export function resolvePath(fact: string, scope: Path): Path {
  if (fact === ".") return scope;
  return fact.startsWith(".") ? [...scope, ...fact.slice(1).split(".")] : fact.split(".");
}
