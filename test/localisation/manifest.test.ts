/** Every text that the manifest shows is in both languages, in the right one, and used. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { fixedParts, foreignTo, hasWords, isJapanese, withoutFixedParts } from "./language.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const manifest: Json = JSON.parse(read("package.json"));
const en: Record<string, string> = JSON.parse(read("package.nls.json"));
const ja: Record<string, string> = JSON.parse(read("package.nls.ja.json"));

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The properties of a manifest that users read, at any depth. */
const SHOWN = new Set([
  ...["title", "shortTitle", "category", "label", "name", "displayName", "contextualTitle", "aliases"],
  ...["description", "markdownDescription", "userDescription", "contents", "altText", "placeholder", "detail"],
  ...["enumDescriptions", "markdownEnumDescriptions", "enumItemLabels"],
  ...["deprecationMessage", "markdownDeprecationMessage", "errorMessage", "patternErrorMessage"],
]);

/** Texts that are the same in every language, with the reason. */
const SAME: Readonly<Record<string, string>> = {
  日本語: "the name of a language in itself, for users who read only that language",
  English: "the same",
  "Vendor Profile": "the product's name, by which users find the language mode in any display language",
};

/** A text of the manifest, and the path of properties to it. */
interface Place {
  readonly path: readonly string[];
  readonly text: string;
}

function textsIn(value: Json, path: readonly string[] = []): Place[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => textsIn(below, [...path, key]));
}

/** The key of a text such as `%command.open%`; undefined if it is no placeholder. */
const keyOf = (text: string): string | undefined => /^%([\w.-]+)%$/.exec(text)?.[1];

/** The last property on the path to a text, ignoring list indices. */
const propertyOf = ({ path }: Place) => path.findLast((step) => !/^\d+$/.test(step)) ?? "";

const texts = textsIn(manifest);
const contributed = texts.filter(({ path: [first] }) => first === "contributes" || first === "capabilities");

/** Whether only language models read a text. These texts are in English alone, which models understand best. */
const isForModel = (place: Place) => propertyOf(place) === "modelDescription" || place.path.includes("inputSchema");

/** Whether a text is the id of a tool. */
const isIdentifier = (place: Place) => place.path[1] === "languageModelTools" && propertyOf(place) === "name";

const shown = [
  ...texts.filter(({ path }) => path.length === 1 && ["displayName", "description"].includes(path[0] ?? "")),
  ...contributed.filter((place) => SHOWN.has(propertyOf(place)) && !isForModel(place) && !isIdentifier(place)),
];

/** A text in both languages. */
const inBoth = (text: string): string[] => {
  const key = keyOf(text);
  return key === undefined ? [text] : [en[key] ?? "", ja[key] ?? ""];
};

/** Whether a value is the path of an existing file. Pictures with words have one file for each language. */
const isFile = (value: string) => /^[\w./-]+\.(?:md|png|svg)$/.test(value) && existsSync(new URL(value, root));

describe("the manifest", () => {
  it("has a key for every shown text", () => {
    assert.ok(shown.length > 20);
    const bare = shown.filter(({ text }) => hasWords(text) && keyOf(text) === undefined && !Object.hasOwn(SAME, text));
    assert.deepEqual(
      bare.map(({ path, text }) => `${path.join(".")}: ${text}`),
      [],
    );
  });

  it("has every key in both languages, and no unused ones", () => {
    const used = [...new Set(texts.flatMap(({ text }) => keyOf(text) ?? []))].sort();
    assert.deepEqual(Object.keys(en).sort(), used);
    assert.deepEqual(Object.keys(ja).sort(), used);
  });

  it("has no key inside a text, where it would not be replaced", () => {
    const within = contributed.filter(({ text }) => keyOf(text) === undefined && /%[\w.-]+%/.test(text));
    assert.deepEqual(within, []);
  });

  it("is in English in package.nls.json and in Japanese in package.nls.ja.json", () => {
    for (const [key, text] of Object.entries(en)) {
      assert.ok(hasWords(text), key);
      assert.deepEqual(foreignTo("en", text), [], key);
    }
    for (const [key, text] of Object.entries(ja)) {
      if (isFile(text)) continue;
      assert.ok(isJapanese(text), `${key}: ${text}`);
      assert.deepEqual(foreignTo("ja", withoutFixedParts(text)), [], `${key}: ${text}`);
    }
  });

  it("has the same links, code and placeholders in both languages", () => {
    for (const [key, text] of Object.entries(en)) assert.deepEqual(fixedParts(ja[key] ?? ""), fixedParts(text), key);
  });

  it("links only to existing commands", () => {
    const commands = new Set(
      contributed.filter(({ path }) => path[1] === "commands" && path[3] === "command").map(({ text }) => text),
    );
    const linked = Object.values(en).flatMap((text) =>
      [...text.matchAll(/\(command:(vendorProfile\.\w+)/g)].map(([, name]) => name),
    );
    assert.deepEqual(
      linked.filter((name) => name === undefined || !commands.has(name)),
      [],
    );
  });

  it("describes its tools to language models in English", () => {
    for (const { path, text } of contributed.filter(isForModel)) {
      assert.equal(keyOf(text), undefined, `${path.join(".")} is read by no person`);
      assert.deepEqual(foreignTo("en", text), [], path.join("."));
    }
  });

  it("has the walkthrough's pages in both languages, with the same links", () => {
    const pages = contributed.filter(({ path }) => path[1] === "walkthroughs" && path.at(-1) === "markdown");
    for (const { text } of pages) {
      // A Japanese editor shows `page.nls.ja.md` instead of `page.md`.
      const [english, japanese] = [text, text.replace(/\.md$/, ".nls.ja.md")].map(read) as [string, string];
      assert.deepEqual(foreignTo("en", english), [], text);
      assert.ok(isJapanese(japanese), text);
      assert.deepEqual(foreignTo("ja", withoutFixedParts(japanese)), [], text);
      const targets = (page: string) => fixedParts(page).map((part) => part.replace(/-(?:en|ja)(?=\.\w+)/, ""));
      assert.deepEqual(targets(japanese), targets(english), text);
      for (const [, target = ""] of `${english}${japanese}`.matchAll(/!\[[^\]]*\]\(([^)]*)\)/g)) {
        assert.ok(existsSync(new URL(target, new URL(text, root))), `${text}: ${target}`);
      }
    }
  });

  it("has every picture, and one for each language if it contains words", () => {
    const pictures = contributed.filter(
      ({ path }) => path[1] === "walkthroughs" && path.includes("media") && !path.includes("altText"),
    );
    for (const { text } of pictures) {
      for (const file of inBoth(text)) {
        assert.ok(isFile(file), `${text}: ${file}`);
        if (/\.svg$/.test(file) && /<text\b/.test(read(file))) assert.ok(keyOf(text), `${file} has words in it`);
      }
    }
  });
});
