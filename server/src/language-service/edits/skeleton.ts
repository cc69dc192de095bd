import { type Field, type Format, keysOf, namingKeyOf, propertyOf } from "../../core/schema/format.ts";
import { ANY } from "../../core/standard/facts.ts";
import { type Indentation, USUAL_INDENTATION } from "./indentation.ts";

/** What to insert: keys in canonical order, with holes where the user writes the values. */
export type Skeleton = Hole | GivenText | MapSkeleton | ListSkeleton;

/** A value that the user has to write. */
export interface Hole {
  readonly kind: "hole";
}

/** A value that is known: the only possible one, or one the user already chose. */
export interface GivenText {
  readonly kind: "given";
  readonly text: string;
}

export interface MapSkeleton {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Skeleton>;
}

export interface ListSkeleton {
  readonly kind: "list";
  /** By index; by ANY for every existing item (or a first one), or by APPEND for a new one. */
  readonly items: ReadonlyMap<string, Skeleton>;
}

/** The path step of a new item, as in JSON Pointer. */
export const APPEND = "-";

const HOLE: Hole = { kind: "hole" };

/**
 * The skeleton of facts: the keys that lead to them, and the other keys that these require. A list gets an item only if it must
 * have one or if a path names one, because `[]` may state something.
 *
 * @param facts paths as strings: keys, indices, ANY, APPEND
 * @param values the known values, by dotted path
 */
export function skeletonOf(format: Format, facts: readonly Steps[], values: Readonly<Record<string, string>> = {}): MapSkeleton {
  return build(format.root, facts, [], values) as MapSkeleton;
}

type Steps = readonly string[];

/** The skeleton of a field at a path; `facts` are relative to it. */
function build(field: Field, facts: readonly Steps[], path: Steps, values: Readonly<Record<string, string>>): Skeleton {
  const value = values[path.join(".")] ?? field.const;
  if (value !== undefined) return { kind: "given", text: String(value) };
  const below = facts.filter(({ length }) => length > 0);
  if (field.type === "object") return buildMap(field, below, path, values);
  return field.type === "array" && field.items?.type === "object" ? buildList(field, field.items, below, path, values) : HOLE;
}

function buildMap(field: Field, facts: readonly Steps[], path: Steps, values: Readonly<Record<string, string>>): Skeleton {
  const names = new Set([...(field.required ?? []), ...facts.map(([name]) => name as string)]);
  const order = keysOf(field);
  const ordered = [...names].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const entries = ordered.flatMap((name): [string, Skeleton][] => {
    const child = propertyOf(field, name);
    return child ? [[name, build(child, factsBelow(facts, name), [...path, name], values)]] : [];
  });
  return entries.length === 0 ? HOLE : { kind: "map", entries: new Map(entries) };
}

function buildList(
  { minItems }: Field,
  itemField: Field,
  facts: readonly Steps[],
  path: Steps,
  values: Readonly<Record<string, string>>,
): Skeleton {
  const steps = new Set(facts.map(([step]) => step as string).filter((step) => step !== ANY || minItems));
  const naming = namingKeyOf(itemField);
  const items = [...steps].map((step): [string, Skeleton] => {
    const below = factsBelow(facts, step);
    const isNew = step === ANY || step === APPEND;
    return [step, build(itemField, isNew && naming ? [[naming], ...below] : below, [...path, step], values)];
  });
  return items.length === 0 ? HOLE : { kind: "list", items: new Map(items) };
}

/** The facts that begin with a step, without it. */
function factsBelow(facts: readonly Steps[], step: string): Steps[] {
  return facts.flatMap(([first, ...rest]) => (first === step ? [rest] : []));
}

/** A skeleton as text, and the offsets in it where the user has to write something. */
export interface Rendered {
  readonly text: string;
  readonly stops: readonly number[];
}

/** Rendered text without its brackets. */
export function inner({ text, stops }: Rendered): Rendered {
  return { text: text.slice(1, -1), stops: stops.map((stop) => stop - 1) };
}

export function prefixed(prefix: string, { text, stops }: Rendered): Rendered {
  return { text: prefix + text, stops: stops.map((stop) => stop + prefix.length) };
}

/** Renders what follows a key's colon: a value on the same line, or lines indented deeper than `indent` columns. */
export function renderBlock(skeleton: Skeleton, indent: number, eol: string, indentation = USUAL_INDENTATION): Rendered {
  const out = new BlockWriter(eol, indentation);
  out.writeValue(skeleton, indent);
  return out;
}

/** Renders the entries of a mapping in block style; the first line has no indentation. */
export function renderEntries(
  entries: MapSkeleton["entries"],
  indent: number,
  eol: string,
  indentation = USUAL_INDENTATION,
): Rendered {
  const out = new BlockWriter(eol, indentation);
  out.writeEntries(entries, indent);
  return out;
}

/** Renders the dash of a list's item, and the item. */
export function renderItem(item: Skeleton, indent: number, eol: string, indentation: Indentation): Rendered {
  const out = new BlockWriter(eol, indentation);
  out.writeItem(item, indent);
  return out;
}

/** Renders a skeleton in flow style, on one line. */
export function renderFlow(skeleton: Skeleton): Rendered {
  const out = new SkeletonWriter();
  writeFlow(out, skeleton);
  return out;
}

/** A key as YAML: in quotes if it looks like a number. */
export function writtenKey(name: string): string {
  return /^\d/.test(name) ? JSON.stringify(name) : name;
}

class SkeletonWriter implements Rendered {
  text = "";
  readonly stops: number[] = [];

  write(text: string): void {
    this.text += text;
  }

  stop(): void {
    this.stops.push(this.text.length);
  }
}

class BlockWriter extends SkeletonWriter {
  readonly #eol: string;
  readonly #indentation: Indentation;

  constructor(eol: string, indentation: Indentation) {
    super();
    this.#eol = eol;
    this.#indentation = indentation;
  }

  writeEntries(entries: MapSkeleton["entries"], indent: number): void {
    for (const [index, [name, value]] of [...entries].entries()) {
      if (index > 0) this.#newLine(indent);
      this.write(`${writtenKey(name)}:`);
      this.writeValue(value, indent);
    }
  }

  writeValue(skeleton: Skeleton, indent: number): void {
    const { section, dash } = this.#indentation;
    if (skeleton.kind === "hole" || skeleton.kind === "given") {
      this.write(" ");
      writeFlow(this, skeleton);
    } else if (skeleton.kind === "map") {
      this.#newLine(indent + section);
      this.writeEntries(skeleton.entries, indent + section);
    } else {
      for (const item of skeleton.items.values()) {
        this.#newLine(indent + dash);
        this.writeItem(item, indent + dash);
      }
    }
  }

  writeItem(item: Skeleton, indent: number): void {
    const column = indent + this.#indentation.item;
    this.write("-".padEnd(this.#indentation.item));
    if (item.kind === "map") this.writeEntries(item.entries, column);
    else writeFlow(this, item);
  }

  #newLine(indent: number): void {
    this.write(this.#eol + " ".repeat(indent));
  }
}

function writeFlow(out: SkeletonWriter, skeleton: Skeleton): void {
  switch (skeleton.kind) {
    case "hole":
      out.stop();
      break;
    case "given":
      out.write(skeleton.text);
      break;
    case "map":
      out.write("{");
      for (const [index, [name, value]] of [...skeleton.entries].entries()) {
        out.write(`${index > 0 ? ", " : ""}${writtenKey(name)}: `);
        writeFlow(out, value);
      }
      out.write("}");
      break;
    case "list":
      out.write("[");
      for (const [index, item] of [...skeleton.items.values()].entries()) {
        if (index > 0) out.write(", ");
        writeFlow(out, item);
      }
      out.write("]");
  }
}
