import type { Field, Format, Vocabulary } from "../../server/src/core/schema/format.ts";
import type { Row, Standard } from "../../server/src/core/standard/standard.ts";
import type { Bilingual } from "../../server/src/core/standard/text.ts";
import { readYaml } from "./sources.ts";
import { type Compiled, inline } from "./vocabularies.ts";

/** A node of schemas/vendor-profile.yaml, where a comment explains each keyword. */
interface Source {
  title: Bilingual;
  description?: Bilingual;
  type: Field["type"];
  required?: string[];
  properties?: Record<string, Source>;
  order?: string[];
  rows?: Source;
  items?: Source;
  values?: Record<string, Bilingual>;
  vocabulary?: string;
  notations?: string;
  format?: string;
  const?: number;
  minLength?: number;
  minItems?: number;
  uniqueItems?: boolean;
  minimum?: number;
  units?: string[];
  editionKey?: string;
}

type JsonSchema = Record<string, unknown>;

/** The format with its vocabularies, and the JSON Schema, both from the same bilingual source. */
export function profileSchema(standard: Standard, references: Record<string, Compiled>): { format: Format; schema: JsonSchema } {
  const source = expandRows(readYaml<Source>("schemas/vendor-profile.yaml"), standard.rows);
  const vocabularies: Record<string, Vocabulary> = Object.fromEntries(
    Object.entries(references).map(([name, { vocabulary }]) => [name, vocabulary]),
  );
  const classes = Object.fromEntries(
    Object.entries(standard.classes).map(([name, { title, definition }]) => [
      name,
      { ja: title.ja, en: title.en, description: { ja: definition.ja, en: definition.en } },
    ]),
  );
  vocabularies.classes = inline("classes", { ja: "重要性分類", en: "Importance class" }, classes, false);
  const root = toField(source, vocabularies);
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    $comment: "Generated from vendor-profile.yaml, the references and the standard; see CONTRIBUTING.md.",
    ...toSchema(source, vocabularies, true),
  };
  return { format: { root, vocabularies }, schema };
}

/** Expands `rows` to one key per row of the standard. Only a row that may have an exception gets the key for it. */
function expandRows(source: Source, rows: readonly Row[]): Source {
  const properties = Object.fromEntries(
    Object.entries(source.properties ?? {}).map(([name, child]) => [name, expandRows(child, rows)]),
  );
  if (!source.rows) return { ...source, ...(source.properties ? { properties } : {}) };
  const { rows: template, ...rest } = source;
  const { exception, ...common } = template.properties ?? {};
  const ofRow = (row: Row): Source => ({
    ...template,
    title: { ja: `No${row.no} ${row.label.ja}`, en: `No. ${row.no} ${row.label.en}` },
    properties: { ...common, ...(row.exception && exception ? { exception } : {}) },
  });
  return { ...rest, properties: Object.fromEntries(rows.map((row) => [row.no, ofRow(row)])), order: rows.map(({ no }) => no) };
}

function toField(source: Source, vocabularies: Record<string, Vocabulary>): Field {
  const { title, description, type, format, required, const: constant, items } = source;
  const { minItems, uniqueItems, minimum, units, editionKey } = source;
  let { vocabulary } = source;
  if (source.values) {
    vocabulary = source.notations as string;
    vocabularies[vocabulary] ??= inline(vocabulary, title, source.values);
  }
  return {
    title,
    ...(description ? { description } : {}),
    type,
    ...(format ? { format } : {}),
    ...(vocabulary ? { vocabulary } : {}),
    ...(required ? { required } : {}),
    ...(constant === undefined ? {} : { const: constant }),
    ...clean({ minItems, uniqueItems, minimum, units, editionKey }),
    ...(source.properties ? { properties: mapValues(source.properties, (child) => toField(child, vocabularies)) } : {}),
    ...(source.order ? { order: source.order } : {}),
    ...(items ? { items: toField(items, vocabularies) } : {}),
  };
}

/** A character that a reader sees: a text of nothing but spaces is empty. */
const SOMETHING_SEEN = "[^\\s\\u0085\\u00ad\\u180e\\u200b-\\u200f\\u2060-\\u2064]";

/** JSON Schema draft-07. A value may be null, which means "not stated", unless its key is required. */
function toSchema(source: Source, vocabularies: Record<string, Vocabulary>, required = false): JsonSchema {
  const { title, description, type, const: constant, format, minLength, minItems, uniqueItems, minimum } = source;
  const vocabulary = source.values
    ? vocabularies[source.notations as string]
    : source.vocabulary
      ? vocabularies[source.vocabulary]
      : undefined;
  const schema: JsonSchema = {
    title: `${title.ja} / ${title.en}`,
    ...(description ? { description: `${description.ja}\n\n${description.en}` } : {}),
    type: required ? type : [type, "null"],
  };
  if (constant !== undefined) schema.const = constant;
  if (vocabulary) Object.assign(schema, valuesSchema(vocabulary, required));
  Object.assign(schema, clean({ format, minLength, minItems, uniqueItems, minimum }));
  if (minLength !== undefined) schema.pattern = SOMETHING_SEEN;
  if (source.items) schema.items = toSchema(source.items, vocabularies);
  if (source.properties) {
    const names = source.required ?? [];
    if (names.length > 0) schema.required = names;
    schema.properties = Object.fromEntries(
      Object.entries(source.properties).map(([name, child]) => [name, toSchema(child, vocabularies, names.includes(name))]),
    );
    schema.patternProperties = { "^x-": {} };
    schema.additionalProperties = false;
  }
  return schema;
}

function valuesSchema({ values, compound }: Vocabulary, required: boolean): JsonSchema {
  const names = Object.keys(values);
  if (compound) {
    return {
      pattern: `${compound.pattern}|^(?:${names.join("|")})$`,
      examples: ["AES-256-GCM", "AES-256", "Camellia-256-CBC", "ChaCha20-Poly1305", ...names],
    };
  }
  const describe = (name: string) => {
    const { ja, en, description } = values[name] as Vocabulary["values"][string];
    const text = ja === en ? ja : `${ja} / ${en}`;
    return description ? `${text}\n\n${description.ja}\n\n${description.en}` : text;
  };
  // editors match descriptions by position; null is last and has none
  return { enum: required ? names : [...names, null], enumDescriptions: names.map(describe) };
}

function clean(keywords: Record<string, unknown>): JsonSchema {
  return Object.fromEntries(Object.entries(keywords).filter(([, value]) => value !== undefined));
}

function mapValues<T, U>(object: Record<string, T>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}
