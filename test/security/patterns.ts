/** Every regular expression of the product, from the sources' trees and from the data that holds some. */
import { readFileSync } from "node:fs";
import { globbySync } from "globby";
import {
  isIdentifier,
  isNewExpression,
  isNoSubstitutionTemplateLiteral,
  isRegularExpressionLiteral,
  isStringLiteral,
  isTemplateExpression,
  type Node,
} from "typescript/unstable/ast";
import { parse } from "yaml";
import { placeOf, sourcesIn, within } from "../localisation/sources.ts";

const root = new URL("../../", import.meta.url);

export interface Pattern {
  /** Where it stands, for people. */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Those of the data are compiled by whoever reads them; this is what compiles them here. */
const OF_DATA = "server/src/core/schema/pattern.ts";

/** Every pattern once, in the order of their places. */
export function patternsOf(): Pattern[] {
  const all = [...ofSources(), ...ofData()];
  return [...new Map(all.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern])).values()];
}

function* ofSources(): Generator<Pattern> {
  for (const source of sourcesIn("{server,client,protocol}/**/*.{ts,tsx}")) {
    for (const node of within(source.file)) {
      const place = placeOf(source, node);
      if (isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf("/");
        yield { place, source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
      } else if (isNewExpression(node) && isIdentifier(node.expression) && node.expression.text === "RegExp") {
        if (source.path === OF_DATA) continue;
        const [pattern, flags] = node.arguments ?? [];
        const made = madeOf(pattern);
        if (made === undefined || (flags && !isStringLiteral(flags)))
          throw new Error(`${place}: a pattern that only running it tells`);
        yield { place, source: made, flags: flags?.text ?? "" };
      }
    }
  }
}

/** The text of a template; a constant within it is a plain word. */
function madeOf(node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!isTemplateExpression(node)) return undefined;
  if (!node.templateSpans.every(({ expression }) => isIdentifier(expression) && /^[A-Z_]+$/.test(expression.text)))
    return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("word");
}

/** What is called a pattern in schemas, standards, lists and the manifest, and what the editor is told of the language. */
function* ofData(): Generator<Pattern> {
  const files = ["schemas/**/*.{json,yaml}", "server/src/generated/*.json", "package.json", "language-configuration.json"];
  for (const path of globbySync(files, { cwd: root }).sort()) {
    for (const { key, text } of patternTexts(parse(readFileSync(new URL(path, root), "utf8")))) {
      yield { place: `${path}: ${key}`, source: text, flags: "u" };
    }
  }
}

const EDITORS = ["start", "end", "increaseIndentPattern", "decreaseIndentPattern"];

function* patternTexts(value: unknown): Generator<{ key: string; text: string }> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if ((key === "pattern" || EDITORS.includes(key)) && typeof child === "string") yield { key, text: child };
    if (key === "patternProperties") for (const text of Object.keys(child)) yield { key, text };
    if (key === "when" && typeof child === "string")
      for (const [, text = ""] of child.matchAll(/=~ \/(.*?)\/\w*(?: |$)/g)) yield { key, text };
    yield* patternTexts(child);
  }
}
