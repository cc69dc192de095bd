import validate, { type ValidationError } from "../../generated/validate-profile.js";
import type { Kind, Payloads } from "../findings/finding.ts";
import { firstKey, keyOf, placeOf } from "../yaml/location.ts";
import { childOf, type Entry, isUnstated, nodeAt, type Path, plain, pointer, type Span, type ValueNode } from "../yaml/node.ts";
import { type Field, type Format, fieldAt, vocabularyOf } from "./format.ts";
import { meantValue, supposedValue } from "./meant.ts";
import { misspelled } from "./misspelling.ts";
import { normalize } from "./normalize.ts";
import { countIn, editionIn, mayHold, readList } from "./reading.ts";

type SchemaKind = Extract<Kind, `schema.${string}`>;

/** A violation of the schema. */
export type SchemaProblem = {
  [K in SchemaKind]: {
    readonly kind: K;
    readonly path: Path;
    readonly span: Span;
    readonly data: Payloads[K];
    /** The paths whose facts cannot be relied on because of it. */
    readonly blocked: readonly Path[];
  };
}[SchemaKind];

/** The keywords in order of precedence: of several errors about one value, only the first is reported. */
const PRECEDENCE = ["type", "const", "enum", "pattern", "format", "minLength", "minimum", "minItems", "uniqueItems"];

/** Checks a document against the profile's schema; returns one problem per cause. */
export function checkSchema(text: string, root: ValueNode, format: Format): SchemaProblem[] {
  if (validate(plain(root))) return [];
  const causes = new Map<string, ValidationError>();
  const problems: SchemaProblem[] = [];
  const keysOf = indexer();
  for (const error of validate.errors ?? []) {
    if (error.keyword === "required") {
      const path = [...toPath(root, error.instancePath), String(error.params.missingProperty)];
      problems.push(missingKey(root, format, path));
    } else if (error.keyword === "additionalProperties") problems.push(unknownKey(root, format, error, keysOf));
    else {
      const cause = causes.get(error.instancePath);
      if (!cause || PRECEDENCE.indexOf(error.keyword) < PRECEDENCE.indexOf(cause.keyword)) causes.set(error.instancePath, error);
    }
  }
  for (const error of causes.values()) for (const problem of badValue(text, root, format, error)) problems.push(problem);
  // a key that is missing because it is misspelled is reported once, at the misspelling
  const meant = new Set(problems.flatMap(({ kind, blocked }) => (kind === "schema.unknown-key" ? blocked.map(pointer) : [])));
  return problems.filter(({ kind, path }) => kind !== "schema.required" || !meant.has(pointer(path)));
}

/** A JSON Pointer as a path. The document decides whether a step is an index. */
function toPath(root: ValueNode, instancePath: string): Path {
  const path: (string | number)[] = [];
  let node: ValueNode | undefined = root;
  for (const part of instancePath.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const step: string | number = node?.kind === "list" ? Number(name) : name;
    path.push(step);
    node = childOf(node, step);
  }
  return path;
}

/** A required key that is missing or has no value. */
function missingKey(root: ValueNode, format: Format, path: Path): SchemaProblem {
  const parent = path.slice(0, -1);
  const key = String(path[path.length - 1]);
  const top = firstKey(root) ?? { start: root.span.start, end: root.span.start };
  const fact = fieldAt(format, path)?.title ?? { ja: key, en: key };
  return {
    kind: "schema.required",
    path,
    span: placeOf(root, path, keyOf(root, parent, top)),
    data: { key, fact, of: parent.join(".") },
    blocked: [],
  };
}

type Keys = ReadonlyMap<string, Entry>;

/** Looks up the keys of mappings. Cached, because a mapping may have thousands of unknown keys. */
function indexer(): (node: ValueNode | undefined) => Keys {
  const cache = new Map<ValueNode, Keys>();
  return (node) => {
    if (node?.kind !== "map") return new Map();
    const keys = cache.get(node) ?? new Map(node.entries.map((entry) => [entry.name, entry]));
    cache.set(node, keys);
    return keys;
  };
}

function unknownKey(
  root: ValueNode,
  format: Format,
  { instancePath, params }: ValidationError,
  keysOf: ReturnType<typeof indexer>,
): SchemaProblem {
  const parent = toPath(root, instancePath);
  const key = String(params.additionalProperty);
  const keys = keysOf(nodeAt(root, parent));
  const free = Object.keys(fieldAt(format, parent)?.properties ?? {}).filter((name) => !keys.has(name));
  const meant = meantKey(fieldAt(format, parent), key, free);
  const similar = meant === undefined ? misspelled(key, free) : undefined;
  const intended = meant ?? similar;
  return {
    kind: "schema.unknown-key",
    path: [...parent, key],
    span: keys.get(key)?.key ?? keyOf(root, parent, root.span),
    data: {
      key,
      ...(meant === undefined ? {} : { meant }),
      ...(similar === undefined ? {} : { similar }),
      only: siblingsWith(format, parent, key),
      blocks: [],
    },
    // the value of a misspelled key may be the value of the intended one
    blocked: intended === undefined ? [] : [[...parent, intended]],
  };
}

/**
 * The free key of a mapping that a word stands for: by another spelling (case, width, separators), or by a title that no other
 * key of the mapping shares. The separators of a number are significant.
 */
export function meantKey(field: Field | undefined, word: string, free: readonly string[]): string | undefined {
  const key = field && spellingsOf(field).get(squeeze(word));
  return key !== undefined && free.includes(key) ? key : undefined;
}

const spellings = new WeakMap<Field, ReadonlyMap<string, string | undefined>>();

/** The keys of a mapping by their spellings and titles; undefined for one that two keys share. */
function spellingsOf(field: Field): ReadonlyMap<string, string | undefined> {
  const cached = spellings.get(field);
  if (cached) return cached;
  const keys = new Map<string, string | undefined>();
  for (const [name, { title }] of Object.entries(field.properties ?? {})) {
    for (const text of new Set([name, title.ja, title.en].map(squeeze))) keys.set(text, keys.has(text) ? undefined : name);
  }
  spellings.set(field, keys);
  return keys;
}

function squeeze(text: string): string {
  const normal = normalize(text);
  return /^\d/.test(normal) ? normal : normal.replace(/[-_ ]/g, "");
}

/** The siblings of a mapping that may have a key which this mapping may not, e.g. the rows that have an exception. */
function siblingsWith(format: Format, path: Path, key: string): string[] {
  const siblings = path.length < 2 ? undefined : fieldAt(format, path.slice(0, -1))?.properties;
  return Object.entries(siblings ?? {}).flatMap(([name, { properties = {} }]) => (Object.hasOwn(properties, key) ? [name] : []));
}

function badValue(
  text: string,
  root: ValueNode,
  format: Format,
  { instancePath, keyword, params }: ValidationError,
): SchemaProblem[] {
  const path = toPath(root, instancePath);
  const node = nodeAt(root, path);
  const field = fieldAt(format, path);
  if (!node || !field) return [];
  // a null means "not stated", so the schema refuses it only for a required key
  if (isUnstated(node)) return [missingKey(root, format, path)];
  // an item of plain values has the title of its list
  const titled =
    typeof path[path.length - 1] === "number" && field.type !== "object"
      ? { ...field, title: fieldAt(format, path.slice(0, -1))?.title ?? field.title }
      : field;
  if (path.length === 0) {
    return [
      {
        kind: "schema.type",
        path,
        span: firstLine(text, node.span),
        data: { ...ofValue(text, node, field, format), expected: "object" },
        blocked: [path],
      },
    ];
  }
  if (keyword === "uniqueItems") return duplicates(text, node, field, path);
  const problem = { path, span: node.kind === "map" ? keyOf(root, path, node.span) : node.span, blocked: [path] };
  const data = { ...withEdition(ofValue(text, node, titled, format), root, path, field), ...inList(root, path, format) };
  switch (keyword === "type" ? keywordBehindType(node, field, format, data.meant) : keyword) {
    case "type":
      return [{ kind: "schema.type", ...problem, data: { ...data, expected: field.type } }];
    case "const":
      return [{ kind: "schema.version", ...problem, data }];
    case "enum":
      if (field.vocabulary === "countries") return [{ kind: "schema.country", ...problem, data }];
      return [{ kind: "schema.enum", ...problem, data: { ...data, allowed: allowedValues(format, field) } }];
    case "pattern":
      return [{ kind: field.vocabulary ? "schema.cipher" : "schema.empty", ...problem, data }];
    case "format":
      return [{ kind: field.format === "date" ? "schema.date" : "schema.corporate-number", ...problem, data }];
    case "minimum":
      return [{ kind: "schema.minimum", ...problem, data: { ...data, minimum: field.minimum ?? Number(params.limit) } }];
    default:
      return [{ kind: "schema.empty", ...problem, data }];
  }
}

/** What to write for a value that stands for several items of a list, or perhaps for none. */
function inList(root: ValueNode, path: Path, format: Format): Pick<Payloads["schema.date"], "apart" | "orNone"> {
  const isItem = typeof path[path.length - 1] === "number";
  const list = fieldAt(format, isItem ? path.slice(0, -1) : path);
  const node = nodeAt(root, path);
  if (list?.type !== "array" || node?.kind !== "scalar") return {};
  const items = isItem ? readList(format, list, String(node.value)) : undefined;
  if (items && items.length > 1) return { apart: items.map(String) };
  const parent = nodeAt(root, path.slice(0, -1));
  const isAlone = !isItem || (parent?.kind === "list" && parent.items.length === 1);
  return isAlone && !list.minItems ? { orNone: true } : {};
}

/** The keyword that a scalar of the wrong type would still break with its quotation marks added or removed, which helps nothing then. */
function keywordBehindType(node: ValueNode, field: Field, format: Format, meant: string | undefined): string {
  if (node.kind !== "scalar") return "type";
  if (field.type === "integer") {
    const count = countIn(field, String(node.value));
    if (count === undefined || mayHold(field, count)) return "type";
    return field.const === undefined ? "minimum" : "const";
  }
  if (field.type !== "string") return "type";
  if (field.vocabulary) return vocabularyOf(format, field)?.compound ? "pattern" : "enum";
  return field.format && meant === undefined ? "format" : "type";
}

function ofValue(text: string, node: ValueNode, field: Field, format: Format): Payloads["schema.date"] {
  const source = text.slice(node.span.start, node.span.end);
  // an alias is not a notation of its anchor's value
  const isNotation = !source.startsWith("*") || typeof (node.kind === "scalar" && node.value) === "string";
  const meant = node.kind === "scalar" && isNotation ? meantValue(format, field, node.value, source) : undefined;
  const similar = meant === undefined && node.kind === "scalar" ? supposedValue(format, field, node.value) : undefined;
  return {
    fact: field.title,
    value: source,
    ...(meant === undefined ? {} : { meant }),
    ...(similar === undefined ? {} : { similar }),
    blocks: [],
  };
}

/** Adds what a value says of its standard's edition. Where the edition's own key states another, it is not clear what is meant. */
function withEdition(data: Payloads["schema.date"], root: ValueNode, path: Path, field: Field): Payloads["schema.date"] {
  const { editionKey: key } = field;
  const node = nodeAt(root, path);
  const edition =
    node?.kind === "scalar" && data.meant !== undefined ? editionIn(field, String(node.value), data.meant) : undefined;
  if (key === undefined || edition === undefined) return data;
  const stated = nodeAt(root, [...path.slice(0, -1), key]);
  if (!stated || isUnstated(stated)) return { ...data, beside: { key, value: edition } };
  const { meant, ...unclear } = data;
  return stated.kind === "scalar" && String(stated.value) === edition ? data : unclear;
}

function allowedValues(format: Format, field: Field) {
  return Object.entries(vocabularyOf(format, field)?.values ?? {}).map(([value, { ja, en }]) => ({ value, ja, en }));
}

/** Reports each item that equals an earlier one. */
function duplicates(text: string, list: ValueNode, { title }: Field, path: Path): SchemaProblem[] {
  if (list.kind !== "list") return [];
  const seen = new Set<string>();
  return list.items.flatMap((item, index): SchemaProblem[] => {
    if (isUnstated(item)) return [];
    const value = JSON.stringify(plain(item));
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [
      {
        kind: "schema.duplicate",
        path: [...path, index],
        span: item.span,
        data: { fact: title, value: text.slice(item.span.start, item.span.end), blocks: [] },
        blocked: [],
      },
    ];
  });
}

function firstLine(text: string, { start, end }: Span): Span {
  const line = /[\r\n]/.exec(text.slice(start, end));
  return { start, end: line ? start + line.index : end };
}
