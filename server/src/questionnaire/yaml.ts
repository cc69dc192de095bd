import { Document, isCollection, isMap, isScalar, isSeq, type Node, type Pair, visit, type YAMLMap } from "yaml";
import { type Field, type Format, keysOf, propertyOf } from "../core/schema/format.ts";
import type { Path } from "../core/yaml/node.ts";
import type { LanguageId } from "../messages/language.ts";
import type { Imported } from "./imported.ts";
import { questionnaireMessages } from "./messages/questionnaire.ts";
import { isMapping } from "./tree.ts";

/** What readers of YAML 1.1 take for something else than a text. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null|~)$/i;
/** A list of words is written on one line if that is no longer than this. */
const WIDEST = 90;

/**
 * A questionnaire's profile as YAML: keys in the format's order, and in comments what could not be read and what was remarked, at
 * the fact that it is about.
 */
export function profileOf(format: Format, { facts, problems, remarks }: Imported, language: LanguageId, file: string): string {
  const words = questionnaireMessages[language];
  const document = new Document(ordered(format.root, facts), { aliasDuplicateObjects: false, schema: "core" });
  visit(document, {
    Scalar(key, node) {
      const isNumbered = key === "key" && /^\d/.test(String(node.value));
      if (typeof node.value === "string" && (isNumbered || RESERVED.test(node.value))) node.type = "QUOTE_DOUBLE";
      // within a list there would be nothing to see
      if (node.value === null && key === "value") node.source = "";
    },
    Seq(_, list) {
      const texts = list.items.map((item) => (isScalar(item) ? String(item.value ?? "") : undefined));
      const isShort = texts.every((text) => text !== undefined && !text.includes("\n")) && texts.join(", ").length <= WIDEST;
      if (isShort) list.flow = true;
    },
  });
  if (isMap(document.contents)) {
    for (const { key, value } of document.contents.items) if (isCollection(value)) (key as Node).spaceBefore = true;
  }
  const left: string[] = [];
  const comments: readonly { readonly path?: Path | undefined; readonly text: string; readonly place?: string }[] = [
    ...problems.map((problem) => ({
      path: problem.path,
      text: `${words.place(problem.sheet, problem.address)}: ${words.problem(problem)}`,
    })),
    ...remarks.map(({ path, kind, sheet, address, text }) => {
      const place = words.place(sheet, address);
      return kind === "note" ? { path, text: words.note(place, text) } : { path, text: words.remark(text), place };
    }),
  ];
  for (const { path, text, place } of comments) {
    const pair = path && path.length > 0 ? pairAt(document, path) : undefined;
    if (pair) addComment(pair, commentOf(text));
    else left.push(commentOf(place ? `${place}: ${text}` : text));
  }
  document.commentBefore = commentOf(words.madeFrom(file));
  if (left.length > 0) document.comment = [commentOf(words.leftOver), ...left].join("\n");
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function ordered(field: Field | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(field?.items, item));
  if (!isMapping(value)) return value;
  const known = field ? keysOf(field) : [];
  const names = Object.keys(value);
  const sorted = [...known.filter((name) => Object.hasOwn(value, name)), ...names.filter((name) => !known.includes(name))];
  return new Map(sorted.map((name) => [name, ordered(field && propertyOf(field, name), value[name])]));
}

/** The entry of a mapping at a path, the first of an item, or the nearest above it. */
function pairAt(document: Document, path: Path): Pair | undefined {
  let node: unknown = document.contents;
  let nearest: Pair | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = (node as YAMLMap).items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      if (!pair) return nearest;
      nearest = pair;
      node = pair.value;
    } else if (isSeq(node)) node = node.items[Number(step)];
    else return nearest;
  }
  return typeof path.at(-1) === "number" && isMap(node) ? (node.items[0] ?? nearest) : nearest;
}

function addComment({ key }: Pair, text: string): void {
  const node = key as Node;
  node.commentBefore = node.commentBefore ? `${node.commentBefore}\n${text}` : text;
}

/** A text that stays a comment, whatever is in it. */
function commentOf(text: string): string {
  return text
    .split(/\r\n?|[\n\u0085\u2028\u2029]/)
    .map((line) => ` ${visible(line)}`)
    .join("\n");
}

function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\p{Cs}]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
