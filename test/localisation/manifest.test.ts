/** Guards what the manifest shows: each text of it in both languages, with nothing left over and nothing in the wrong one. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { fixedParts, foreignTo, hasWords, isJapanese, withoutFixedParts } from "./language.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const manifest: Json = JSON.parse(read("package.json"));
const en: Record<string, string> = JSON.parse(read("package.nls.json"));
const ja: Record<string, string> = JSON.parse(read("package.nls.ja.json"));

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The properties of a manifest that people read, wherever they stand in it. */
const SHOWN = new Set([
  ...["title", "shortTitle", "category", "label", "name", "displayName", "contextualTitle", "aliases"],
  ...["description", "markdownDescription", "userDescription", "contents", "altText", "placeholder", "detail"],
  ...["enumDescriptions", "markdownEnumDescriptions", "enumItemLabels"],
  ...["deprecationMessage", "markdownDeprecationMessage", "errorMessage", "patternErrorMessage"],
]);

/** Texts that are the same to everyone. */
const SAME: Readonly<Record<string, string>> = {
  日本語: "a language, in itself: whoever cannot read the other has to find it",
  English: "likewise",
  "Vendor Profile": "the product's name, by which the language is found in whatever language the editor is",
};

/** A text of the manifest, and the properties that lead to it. */
interface Place {
  readonly path: readonly string[];
  readonly text: string;
}

function textsIn(value: Json, path: readonly string[] = []): Place[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => textsIn(below, [...path, key]));
}

/** The key that a text stands for. */
const keyOf = (text: string): string | undefined => /^%([\w.-]+)%$/.exec(text)?.[1];

/** The last property that leads to a text, lists left aside. */
const propertyOf = ({ path }: Place) => path.findLast((step) => !/^\d+$/.test(step)) ?? "";

const texts = textsIn(manifest);
const contributed = texts.filter(({ path: [first] }) => first === "contributes" || first === "capabilities");

/** What a language model is told of a tool. No person reads it, and models do best in English: it is written so, once. */
const isForModel = (place: Place) => propertyOf(place) === "modelDescription" || place.path.includes("inputSchema");

/** The name by which a tool is called. */
const isIdentifier = (place: Place) => place.path[1] === "languageModelTools" && propertyOf(place) === "name";

const shown = [
  ...texts.filter(({ path }) => path.length === 1 && ["displayName", "description"].includes(path[0] ?? "")),
  ...contributed.filter((place) => SHOWN.has(propertyOf(place)) && !isForModel(place) && !isIdentifier(place)),
];

/** A text as it is in both languages. */
const inBoth = (text: string): string[] => {
  const key = keyOf(text);
  return key === undefined ? [text] : [en[key] ?? "", ja[key] ?? ""];
};

/** Whether a value is the name of a file of ours: a picture with words in it has one for each language. */
const isFile = (value: string) => /^[\w./-]+\.(?:md|png|svg)$/.test(value) && existsSync(new URL(value, root));

describe("the manifest", () => {
  it("has every text that is shown under a key", () => {
    assert.ok(shown.length > 20);
    const bare = shown.filter(({ text }) => hasWords(text) && keyOf(text) === undefined && !Object.hasOwn(SAME, text));
    assert.deepEqual(
      bare.map(({ path, text }) => `${path.join(".")}: ${text}`),
      [],
    );
  });

  it("has every key in both languages, and no other", () => {
    const used = [...new Set(texts.flatMap(({ text }) => keyOf(text) ?? []))].sort();
    assert.deepEqual(Object.keys(en).sort(), used);
    assert.deepEqual(Object.keys(ja).sort(), used);
  });

  it("has no key within a text, where it would be shown as it is", () => {
    const within = contributed.filter(({ text }) => keyOf(text) === undefined && /%[\w.-]+%/.test(text));
    assert.deepEqual(within, []);
  });

  it("is in English in one and in Japanese in the other", () => {
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

  it("links to the same, names the same and leaves the same places to be filled in both", () => {
    for (const [key, text] of Object.entries(en)) assert.deepEqual(fixedParts(ja[key] ?? ""), fixedParts(text), key);
  });

  it("links only to commands that there are", () => {
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

  it("tells language models in English what tools there are", () => {
    for (const { path, text } of contributed.filter(isForModel)) {
      assert.equal(keyOf(text), undefined, `${path.join(".")} is read by no person`);
      assert.deepEqual(foreignTo("en", text), [], path.join("."));
    }
  });

  it("has the pages of the first steps in both languages, alike", () => {
    const pages = contributed.filter(({ path }) => path[1] === "walkthroughs" && path.at(-1) === "markdown");
    for (const { text } of pages) {
      // `page.nls.ja.md` is shown in the place of `page.md` where the editor is Japanese
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

  it("has every picture, and one for each language where it has words in it", () => {
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
