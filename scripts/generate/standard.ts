import { Ajv } from "ajv";
import type { Standard } from "../../server/src/core/standard/standard.ts";
import { readText, readYaml } from "./sources.ts";
import type { Compiled } from "./vocabularies.ts";

/** Reads a standard, checks it against its schema, and resolves its references to the reference lists. Throws where it is invalid. */
export function readStandard(path: string, references: Record<string, Compiled>): Standard {
  const standard = readYaml<Standard>(path);
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  const validate = ajv.compile(JSON.parse(readText("schemas/standard.schema.json")));
  if (!validate(standard)) {
    throw new Error(`${path} breaks standard.schema.json:\n${ajv.errorsText(validate.errors, { separator: "\n", dataVar: "" })}`);
  }
  checkRows(standard);
  return resolve(standard, references) as Standard;
}

/** Replaces each `{ $ref: list#set }` by the test of that set. */
function resolve(value: unknown, references: Record<string, Compiled>): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, references));
  if (typeof value !== "object" || value === null) return value;
  if ("$ref" in value) {
    const [list = "", set = ""] = String(value.$ref).split("#");
    const test = references[list]?.sets[set];
    if (!test) throw new Error(`the standard refers to ${String(value.$ref)}, which no reference list has`);
    return test;
  }
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, resolve(child, references)]));
}

/** Checks what a JSON Schema cannot: that every row referred to exists. */
function checkRows({ rows, alternatives }: Standard): void {
  const existing = new Set(rows.map(({ no }) => no));
  const referenced = [
    ...alternatives.flatMap(({ rows }) => rows),
    ...rows.flatMap(({ riskFrom, exception }) => [riskFrom, exception?.carriedBy]),
  ];
  for (const no of referenced)
    if (no !== undefined && !existing.has(no)) throw new Error(`the standard names row ${no}, which it does not have`);
}
