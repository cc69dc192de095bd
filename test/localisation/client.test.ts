/** Every text that the client shows is in both languages, and comes from `l10n` or the server. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  type CallExpression,
  isBinaryExpression,
  isCallExpression,
  isIdentifier,
  isImportSpecifier,
  isJsxAttribute,
  isJsxExpression,
  isJsxText,
  isNewExpression,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isStringLiteral,
  type Node,
} from "typescript/unstable/ast";
import { fixedParts, foreignTo, hasWords, isJapanese, withoutFixedParts } from "./language.ts";
import { literalsOf, literalText, placeOf, type Source, sourcesIn, within } from "./sources.ts";

const bundle: Record<string, string> = JSON.parse(
  readFileSync(new URL("../../l10n/bundle.l10n.ja.json", import.meta.url), "utf8"),
);

/** Texts that are shown without translation, or that look like words but are not shown, with the reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  "Vendor Profile": "the product's name, and that of its output in every language",
};

/** The properties of VS Code's API and the DOM whose texts are shown. */
const SHOWN = new Set([
  ...["label", "title", "prompt", "placeHolder", "placeholder", "tooltip", "description", "detail", "message", "text"],
  ...["name", "openLabel", "saveLabel", "value", "validationMessage", "invocationMessage", "pastTenseMessage"],
  ...["textContent", "innerText", "ariaLabel", "accessibilityInformation"],
]);

/** The functions whose arguments are shown. */
const SHOWING =
  /^(?:show(?:Information|Warning|Error)Message|createOutputChannel|setStatusBarMessage|createWebviewPanel|alert|confirm)$/;

/** The classes whose first argument is shown. */
const SHOWN_WHOLE = /^(?:TreeItem|MarkdownString|Hover)$/;

/** The attributes of an element that users see or that screen readers read. */
const SHOWN_ATTRIBUTES =
  /^(?:title|alt|placeholder|label|summary|aria-(?:label|description|roledescription|valuetext|placeholder))$/;

/** Whether a literal is an id with dots, such as a command's, which nobody reads. */
const isDottedId = (node: Node) => /^[\w.-]+$/.test(literalText(node) ?? "") && /\./.test(literalText(node) ?? "");

function nameOf(node: Node): string {
  if (isIdentifier(node) || isStringLiteral(node)) return node.text;
  return isPropertyAccessExpression(node) ? node.name.text : "";
}

/** The expressions in a source whose texts are shown. */
function* shownIn({ file }: Source): Generator<Node> {
  for (const node of within(file)) {
    if (isPropertyAssignment(node) && SHOWN.has(nameOf(node.name))) yield node.initializer;
    // The names of the file types that a dialog offers.
    if (isPropertyAssignment(node) && nameOf(node.name) === "filters" && isObjectLiteralExpression(node.initializer)) {
      for (const type of node.initializer.properties) if (isPropertyAssignment(type)) yield type.name;
    }
    if (isBinaryExpression(node) && isPropertyAccessExpression(node.left) && SHOWN.has(node.left.name.text)) yield node.right;
    if (isCallExpression(node) && SHOWING.test(nameOf(node.expression))) yield* node.arguments;
    const [first] = isNewExpression(node) && SHOWN_WHOLE.test(nameOf(node.expression)) ? (node.arguments ?? []) : [];
    if (first) yield first;
    if (isJsxText(node)) yield node;
    if (isJsxExpression(node) && node.expression && !isJsxAttribute(node.parent)) yield node.expression;
    if (isJsxAttribute(node) && SHOWN_ATTRIBUTES.test(node.name.getText()) && node.initializer) {
      yield isJsxExpression(node.initializer) ? (node.initializer.expression ?? node.initializer) : node.initializer;
    }
  }
}

/** A call of `l10n.t`. */
interface Translation {
  readonly place: string;
  readonly call: CallExpression;
  /** Undefined if it is not a literal. */
  readonly message: string | undefined;
  readonly comment: string;
}

function translationsIn(source: Source): Translation[] {
  return [...within(source.file)].flatMap((call) => {
    if (!isCallExpression(call) || call.expression.getText() !== "l10n.t") return [];
    const [first] = call.arguments;
    const option = (name: string) =>
      first && isObjectLiteralExpression(first)
        ? first.properties.flatMap((one) => (isPropertyAssignment(one) && nameOf(one.name) === name ? [one.initializer] : []))[0]
        : undefined;
    const argument = option("message") ?? first;
    const comment = option("comment");
    const message = argument && !isObjectLiteralExpression(argument) ? literalText(argument) : undefined;
    return [{ place: placeOf(source, call), call, message, comment: comment ? (literalText(comment) ?? comment.getText()) : "" }];
  });
}

describe("the client's texts", () => {
  let sources: Source[] = [];
  let translations: Translation[] = [];

  before(() => {
    sources = sourcesIn("client/**/*.{ts,tsx}");
    translations = sources.flatMap(translationsIn);
  });

  it("come from `l10n.t`, which is never aliased", () => {
    assert.ok(translations.length > 0);
    for (const source of sources) {
      for (const node of within(source.file)) {
        if (!isIdentifier(node) || node.text !== "l10n") continue;
        const { parent } = node;
        const isImported = isImportSpecifier(parent) && parent.propertyName === undefined;
        const isCalled = isPropertyAccessExpression(parent) && parent.name.text === "t" && isCallExpression(parent.parent);
        assert.ok(isImported || (isCalled && parent.parent.getText().startsWith("l10n.t(")), placeOf(source, node));
      }
    }
  });

  it("are literals at the call", () => {
    for (const { place, message } of translations) assert.ok(message !== undefined && !message.includes(" … "), place);
  });

  it("are all in the Japanese bundle, which has no others", () => {
    const keys = translations.map(({ message = "", comment }) => (comment === "" ? message : `${message}/${comment}`));
    const untranslated = keys.filter((key) => !Object.hasOwn(bundle, key));
    const unsaid = Object.keys(bundle).filter((key) => !keys.includes(key));
    assert.deepEqual({ untranslated: [...new Set(untranslated)], unsaid }, { untranslated: [], unsaid: [] });
  });

  it("are English in the code and Japanese in the bundle", () => {
    for (const { place, message = "" } of translations) assert.deepEqual(foreignTo("en", message), [], place);
    for (const [message, japanese] of Object.entries(bundle)) {
      assert.ok(isJapanese(japanese), message);
      assert.deepEqual(foreignTo("ja", withoutFixedParts(japanese)), [], japanese);
    }
  });

  it("have the same placeholders in both languages, and a value for each", () => {
    for (const [message, japanese] of Object.entries(bundle))
      assert.deepEqual(fixedParts(japanese), fixedParts(message), message);
    for (const { place, call, message = "" } of translations) {
      const numbers = [...message.matchAll(/\{(\d+)\}/g)].map(([, number]) => Number(number));
      const values = call.arguments[0] && isObjectLiteralExpression(call.arguments[0]) ? undefined : call.arguments.length - 1;
      if (values !== undefined) assert.equal(Math.max(-1, ...numbers) + 1, values, place);
    }
  });

  it("are never plain literals where they are shown", () => {
    const bare = sources.flatMap((source) =>
      [...shownIn(source)]
        .flatMap((node) => (isJsxText(node) ? [node] : literalsOf(node)))
        .map((node) => [node, isJsxText(node) ? node.text : (literalText(node) ?? "")] as const)
        .filter(([node, text]) => hasWords(withoutFixedParts(text)) && !Object.hasOwn(ALLOWED, text) && !isDottedId(node))
        .map(([node, text]) => `${placeOf(source, node)} ${text.trim()}`),
    );
    assert.deepEqual(bare, []);
  });

  it("include every literal that looks like a sentence", () => {
    const sentence = /^[A-Z][a-z]+(?: [\w’'…]+)+[.…?]?$|[a-z]{2,} [a-z]{2,} [a-z]{2,}/;
    const sentences = sources.flatMap((source) => {
      const translated = new Set(translations.map(({ message }) => message));
      return [...within(source.file)].flatMap((node) => {
        const text = literalText(node);
        if (text === undefined || translated.has(text) || Object.hasOwn(ALLOWED, text)) return [];
        // Ignores the tags of a page.
        const visible = text.startsWith("<!DOCTYPE html>") ? text.replace(/<[^>]*>/g, "") : text;
        return isJapanese(visible) || sentence.test(visible) ? [`${placeOf(source, node)} ${text}`] : [];
      });
    });
    assert.deepEqual(sentences, []);
  });
});
