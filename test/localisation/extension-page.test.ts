/** Guards the extension's own page, which VS Code and the Marketplace show: nothing on it is dead, and both languages say the same. */
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { packageExtension } from "../e2e/vsix.ts";
import { foreignTo, isJapanese, withoutFixedParts } from "./language.ts";

const root = new URL("../../", import.meta.url);

/** What stands in the first brackets of a pattern, wherever it is found. */
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);

/** What a heading is linked by. */
const anchorOf = (heading: string) => `#${heading.toLowerCase().replaceAll(" ", "-")}`;

/** What each line is, without what it says. */
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

  it("is Japanese and English, and leads to both at once", () => {
    assert.deepEqual(all(page, /^## (.+)$/gm), ["日本語", "English"]);
    assert.match(page, /^\[日本語\]\(#日本語\) · \[English\]\(#english\)\n/);
  });

  // VS Code shows neither pictures of the package nor pictures within the page, and follows no link into the package.
  it("links only to itself, and has no picture", () => {
    const anchors = all(page, /^#+ (.+)$/gm).map(anchorOf);
    const targets = all(page, /\]\(([^)]*)\)/g);
    assert.ok(targets.length > 0);
    assert.deepEqual(
      targets.filter((target) => !anchors.includes(target)),
      [],
    );
    assert.doesNotMatch(page, /!\[|<\w|\]\[|^\[[^\]]*\]:|\w:\/\//m);
  });

  it("says the same in both languages, each in its own", () => {
    assert.deepEqual(shapeOf(english), shapeOf(japanese));
    assert.deepEqual(all(english, /(`[^`]*`)/g), all(japanese, /(`[^`]*`)/g));
    assert.ok(isJapanese(japanese));
    assert.deepEqual(foreignTo("en", withoutFixedParts(english)), []);
    assert.deepEqual(foreignTo("ja", withoutFixedParts(japanese)), []);
  });

  it("names commands as the editor does", async () => {
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
