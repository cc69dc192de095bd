/** Guards what VS Code's side says: every sentence in both languages, and none beside `l10n` or the server's words. */
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

/** Texts that are shown as they are, or that nobody is shown though they look like words. */
const ALLOWED: Readonly<Record<string, string>> = {
  "Vendor Profile": "the product's name, and that of its output in every language",
};

/** What is shown of an object: the properties of VS Code's API that hold words. */
const SHOWN = new Set([
  ...["label", "title", "prompt", "placeHolder", "placeholder", "tooltip", "description", "detail", "message", "text"],
  ...["name", "openLabel", "saveLabel", "value", "validationMessage", "invocationMessage", "pastTenseMessage"],
  ...["textContent", "innerText", "ariaLabel", "accessibilityInformation"],
]);

/** The calls whose arguments are shown. */
const SHOWING =
  /^(?:show(?:Information|Warning|Error)Message|createOutputChannel|setStatusBarMessage|createWebviewPanel|alert|confirm)$/;

/** The classes whose first argument is shown. */
const SHOWN_WHOLE = /^(?:TreeItem|MarkdownString|Hover)$/;

/** The attributes of an element that people read, or have read to them. */
const SHOWN_ATTRIBUTES =
  /^(?:title|alt|placeholder|label|summary|aria-(?:label|description|roledescription|valuetext|placeholder))$/;

/** What is told apart by ids of its own is not read. */
const isName = (node: Node) => /^[\w.-]+$/.test(literalText(node) ?? "") && /\./.test(literalText(node) ?? "");

function nameOf(node: Node): string {
  if (isIdentifier(node) || isStringLiteral(node)) return node.text;
  return isPropertyAccessExpression(node) ? node.name.text : "";
}

/** The expressions of a source whose words are shown. */
function* shownIn({ file }: Source): Generator<Node> {
  for (const node of within(file)) {
    if (isPropertyAssignment(node) && SHOWN.has(nameOf(node.name))) yield node.initializer;
    // the kinds of files that a dialog offers
    if (isPropertyAssignment(node) && nameOf(node.name) === "filters" && isObjectLiteralExpression(node.initializer)) {
      for (const kind of node.initializer.properties) if (isPropertyAssignment(kind)) yield kind.name;
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

/** A sentence that is said through `l10n`. */
interface Said {
  readonly place: string;
  readonly call: CallExpression;
  /** Undefined where it is not written out. */
  readonly message: string | undefined;
  readonly comment: string;
}

function saidIn(source: Source): Said[] {
  return [...within(source.file)].flatMap((call) => {
    if (!isCallExpression(call) || call.expression.getText() !== "l10n.t") return [];
    const [first] = call.arguments;
    const option = (name: string) =>
      first && isObjectLiteralExpression(first)
        ? first.properties.flatMap((one) => (isPropertyAssignment(one) && nameOf(one.name) === name ? [one.initializer] : []))[0]
        : undefined;
    const written = option("message") ?? first;
    const comment = option("comment");
    const message = written && !isObjectLiteralExpression(written) ? literalText(written) : undefined;
    return [{ place: placeOf(source, call), call, message, comment: comment ? (literalText(comment) ?? comment.getText()) : "" }];
  });
}

describe("what VS Code's side says", () => {
  let sources: Source[] = [];
  let said: Said[] = [];

  before(() => {
    sources = sourcesIn("client/**/*.{ts,tsx}");
    said = sources.flatMap(saidIn);
  });

  it("is said by `l10n.t`, which goes by no other name", () => {
    assert.ok(said.length > 0);
    for (const source of sources) {
      for (const node of within(source.file)) {
        if (!isIdentifier(node) || node.text !== "l10n") continue;
        const { parent } = node;
        const isImported = isImportSpecifier(parent) && parent.propertyName === undefined;
        const isAsked = isPropertyAccessExpression(parent) && parent.name.text === "t" && isCallExpression(parent.parent);
        assert.ok(isImported || (isAsked && parent.parent.getText().startsWith("l10n.t(")), placeOf(source, node));
      }
    }
  });

  it("is written out where it is said", () => {
    for (const { place, message } of said) assert.ok(message !== undefined && !message.includes(" … "), place);
  });

  it("is there in Japanese, and nothing else is", () => {
    const keys = said.map(({ message = "", comment }) => (comment === "" ? message : `${message}/${comment}`));
    const untranslated = keys.filter((key) => !Object.hasOwn(bundle, key));
    const unsaid = Object.keys(bundle).filter((key) => !keys.includes(key));
    assert.deepEqual({ untranslated: [...new Set(untranslated)], unsaid }, { untranslated: [], unsaid: [] });
  });

  it("is in English in the code and in Japanese in the bundle", () => {
    for (const { place, message = "" } of said) assert.deepEqual(foreignTo("en", message), [], place);
    for (const [message, japanese] of Object.entries(bundle)) {
      assert.ok(isJapanese(japanese), message);
      assert.deepEqual(foreignTo("ja", withoutFixedParts(japanese)), [], japanese);
    }
  });

  it("has the same places to be filled in both, and something for each", () => {
    for (const [message, japanese] of Object.entries(bundle))
      assert.deepEqual(fixedParts(japanese), fixedParts(message), message);
    for (const { place, call, message = "" } of said) {
      const numbers = [...message.matchAll(/\{(\d+)\}/g)].map(([, number]) => Number(number));
      const given = call.arguments[0] && isObjectLiteralExpression(call.arguments[0]) ? undefined : call.arguments.length - 1;
      if (given !== undefined) assert.equal(Math.max(-1, ...numbers) + 1, given, place);
    }
  });

  it("never stands beside it where it is shown", () => {
    const bare = sources.flatMap((source) =>
      [...shownIn(source)]
        .flatMap((node) => (isJsxText(node) ? [node] : literalsOf(node)))
        .map((node) => [node, isJsxText(node) ? node.text : (literalText(node) ?? "")] as const)
        .filter(([node, text]) => hasWords(withoutFixedParts(text)) && !Object.hasOwn(ALLOWED, text) && !isName(node))
        .map(([node, text]) => `${placeOf(source, node)} ${text.trim()}`),
    );
    assert.deepEqual(bare, []);
  });

  it("never stands beside it in words of its own, wherever", () => {
    const sentence = /^[A-Z][a-z]+(?: [\w’'…]+)+[.…?]?$|[a-z]{2,} [a-z]{2,} [a-z]{2,}/;
    const sentences = sources.flatMap((source) => {
      const known = new Set(said.map(({ message }) => message));
      return [...within(source.file)].flatMap((node) => {
        const text = literalText(node);
        if (text === undefined || known.has(text) || Object.hasOwn(ALLOWED, text)) return [];
        // a page's tags are not read
        const read = text.startsWith("<!DOCTYPE html>") ? text.replace(/<[^>]*>/g, "") : text;
        return isJapanese(read) || sentence.test(read) ? [`${placeOf(source, node)} ${text}`] : [];
      });
    });
    assert.deepEqual(sentences, []);
  });
});
