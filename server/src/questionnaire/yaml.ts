import { Document, isCollection, isMap, isScalar, isSeq, type Node, type Pair, visit, type YAMLMap } from "yaml";
import { type Field, type Format, keysOf, propertyOf } from "../core/schema/format.ts";
import { ALIKE } from "../core/text/white-space.ts";
import type { Path } from "../core/yaml/node.ts";
import type { LanguageId } from "../messages/language.ts";
import type { Imported } from "./imported.ts";
import { questionnaireMessages } from "./messages/questionnaire.ts";
import { isMapping } from "./tree.ts";

/** Strings that YAML 1.1 parsers do not read as strings. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null|~)$/i;
/** What only looks like a space, where a reader would take it for one. */
const ALIKE_AT_EDGE = new RegExp(`^[${ALIKE}]|[:-][${ALIKE}]|[${ALIKE}](?:[:#]|$)`);
const MISREAD = [RESERVED, ALIKE_AT_EDGE];
/** Longer lists go on several lines. In characters, without the brackets. */
const MAX_FLOW_LENGTH = 90;

/**
 * Writes what was read from a questionnaire as YAML, with keys in the format's order. Comments at each fact hold its remarks and
 * what could not be read.
 */
export function profileOf(format: Format, { facts, problems, remarks }: Imported, language: LanguageId, file: string): string {
  const messages = questionnaireMessages[language];
  const document = new Document(ordered(format.root, facts), { aliasDuplicateObjects: false, schema: "core" });
  visit(document, {
    Scalar(key, node) {
      const isNumbered = key === "key" && /^\d/.test(String(node.value));
      if (typeof node.value === "string" && (isNumbered || MISREAD.some((pattern) => pattern.test(node.value as string)))) {
        node.type = "QUOTE_DOUBLE";
      }
      // only a value of a key can be left empty: in a list, the null must show
      if (node.value === null && key === "value") node.source = "";
    },
    Seq(_, list) {
      const texts = list.items.map((item) => (isScalar(item) ? String(item.value ?? "") : undefined));
      const isShort =
        texts.every((text) => text !== undefined && !text.includes("\n")) && texts.join(", ").length <= MAX_FLOW_LENGTH;
      if (isShort) list.flow = true;
    },
  });
  if (isMap(document.contents)) {
    for (const { key, value } of document.contents.items) if (isCollection(value)) (key as Node).spaceBefore = true;
  }
  const unplaced: string[] = [];
  const comments: readonly { readonly path?: Path | undefined; readonly text: string; readonly place?: string }[] = [
    ...problems.map((problem) => ({
      path: problem.path,
      text: `${messages.place(problem.sheet, problem.address)}: ${messages.problem(problem)}`,
    })),
    ...remarks.map(({ path, kind, sheet, address, text }) => {
      const place = messages.place(sheet, address);
      return kind === "note" ? { path, text: messages.note(place, text) } : { path, text: messages.remark(text), place };
    }),
  ];
  for (const { path, text, place } of comments) {
    const pair = path && path.length > 0 ? pairAt(document, path) : undefined;
    if (pair) addComment(pair, commentOf(text));
    else unplaced.push(commentOf(place ? `${place}: ${text}` : text));
  }
  document.commentBefore = commentOf(messages.madeFrom(file));
  if (unplaced.length > 0) document.comment = [commentOf(messages.leftOver), ...unplaced].join("\n");
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function ordered(field: Field | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(field?.items, item));
  if (!isMapping(value)) return value;
  const formatKeys = field ? keysOf(field) : [];
  const names = Object.keys(value);
  const sorted = [
    ...formatKeys.filter((name) => Object.hasOwn(value, name)),
    ...names.filter((name) => !formatKeys.includes(name)),
  ];
  return new Map(sorted.map((name) => [name, ordered(field && propertyOf(field, name), value[name])]));
}

/** The mapping entry at a path. For a list item, its first entry. Falls back to the nearest entry above. */
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

/** Turns a text into comment lines. No line break or control character in it can end the comment. */
function commentOf(text: string): string {
  return text
    .split(/\r\n?|[\n\u0085\u2028\u2029]/)
    .map((line) => ` ${visible(line)}`)
    .join("\n");
}

function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern looks for them
  return text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\p{Cs}]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
