import { entryOf, isUnstated, type Path, pointer, type ValueNode } from "../document/node.ts";

/** What a profile says at a path. */
export type Fact =
  | { readonly state: "stated"; readonly node: ValueNode }
  | { readonly state: "unstated" }
  /** Something stands there, or above it, that cannot be read as a fact; it is not stated either. */
  | { readonly state: "invalid" };

/** The facts of one profile: its values, less those that break the schema. */
export class Facts {
  readonly root: ValueNode | undefined;
  readonly #invalid: ReadonlySet<string>;

  /** @param invalid JSON Pointers of the values that break the schema */
  constructor(root: ValueNode | undefined, invalid: ReadonlySet<string>) {
    this.root = root;
    this.#invalid = invalid;
  }

  at(path: Path): Fact {
    if (this.#invalid.size > 0 && this.#isBelowInvalid(path)) return { state: "invalid" };
    let node = this.root;
    for (const step of path) {
      node = typeof step === "number" ? (node?.kind === "list" ? node.items[step] : undefined) : entryOf(node, step)?.value;
      if (node === undefined) return { state: "unstated" };
    }
    return node === undefined || isUnstated(node) ? { state: "unstated" } : { state: "stated", node };
  }

  #isBelowInvalid(path: Path): boolean {
    let at = "";
    for (const step of path) {
      at += pointer([step]);
      if (this.#invalid.has(at)) return true;
    }
    return false;
  }

  /** The plain value, were it stated and valid. */
  value(path: Path): unknown {
    const fact = this.at(path);
    return fact.state === "stated" && fact.node.kind === "scalar" ? fact.node.value : undefined;
  }

  isInvalid(path: Path): boolean {
    return this.at(path).state === "invalid";
  }
}

/** A dotted path of the standard's data: from the root, or from `scope` where it begins with a dot; "." is the scope itself. */
export function resolvePath(fact: string, scope: Path): Path {
  if (fact === ".") return scope;
  return fact.startsWith(".") ? [...scope, ...fact.slice(1).split(".")] : fact.split(".");
}
