/** The extension's page, which VS Code and the Marketplace show, has no dead links and the same content in both languages. */
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { packageExtension } from "../e2e/vsix.ts";
import { foreignTo, isJapanese, withoutFixedParts } from "./language.ts";

const root = new URL("../../", import.meta.url);

/** The first group of every match. */
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);

/** The anchor of a heading. */
const anchorOf = (heading: string) => `#${heading.toLowerCase().replaceAll(" ", "-")}`;

/** The kind of each line (heading, list item, row, blank) without its text. */
const shapeOf = (text: string) => text.split("\n").map((line) => /^(?:#+ |- |\d+\. |\|)/.exec(line)?.[0] ?? line === "");

describe("the extension's page", () => {
  let page = "";
  let japanese = "";
  let english = "";

  before(async () => {
    const folder = await mkdtemp(join(tmpdir(), "vendor-profile-vsix-"));
    try {
      const files = unzipSync(await readFile(await packageExtension(folder)));
      page = strFromU8(files["extension/readme.md"] ?? new Uint8Array());
    } finally {
      await rm(folder, { recursive: true });
    }
    [, japanese = "", english = ""] = page.split(/^## .+$/m).map((part) => part.trim());
  });

  it("is in Japanese and English, and begins with links to both", () => {
    assert.deepEqual(all(page, /^## (.+)$/gm), ["日本語", "English"]);
    assert.match(page, /^\[日本語\]\(#日本語\) · \[English\]\(#english\)\n/);
  });

  // VS Code shows no pictures from the package or embedded in the page, and follows no links into the package.
  it("links only to itself and has no pictures", () => {
    const anchors = all(page, /^#+ (.+)$/gm).map(anchorOf);
    const targets = all(page, /\]\(([^)]*)\)/g);
    assert.ok(targets.length > 0);
    assert.deepEqual(
      targets.filter((target) => !anchors.includes(target)),
      [],
    );
    assert.doesNotMatch(page, /!\[|<\w|\]\[|^\[[^\]]*\]:|\w:\/\//m);
  });

  it("has the same content in both languages", () => {
    assert.deepEqual(shapeOf(english), shapeOf(japanese));
    assert.deepEqual(all(english, /(`[^`]*`)/g), all(japanese, /(`[^`]*`)/g));
    assert.ok(isJapanese(japanese));
    assert.deepEqual(foreignTo("en", withoutFixedParts(english)), []);
    assert.deepEqual(foreignTo("ja", withoutFixedParts(japanese)), []);
  });

  it("uses the editor's names of commands", async () => {
    const names = async (text: string, strings: string) => {
      const titles = Object.entries<string>(JSON.parse(await readFile(new URL(strings, root), "utf8")));
      const keyOf = (name: string) =>
        titles.find(([key, title]) => key.startsWith("command.") && title.replace(/…$/, "") === name)?.[0] ?? name;
      return all(text, /\*\*(.+?)\*\*/g).map(keyOf);
    };
    const named = await names(english, "package.nls.json");
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((key) => !key.startsWith("command.")),
      [],
    );
    assert.deepEqual(await names(japanese, "package.nls.ja.json"), named);
  });
});
