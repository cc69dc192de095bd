/** Tests that every position of every profile has an explanation, in well-formed markup without active content from the file. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { MarkupContent } from "vscode-languageserver";
import { Document } from "yaml";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { codeLenses } from "../../server/src/language-service/code-lens.ts";
import { hover } from "../../server/src/language-service/hover.ts";
import { inlayHints } from "../../server/src/language-service/inlay-hints.ts";
import type { View } from "../../server/src/language-service/view.ts";
import { examples } from "../support/analyze.ts";
import { base } from "../support/profile.ts";
import { EVERYTHING, viewOf } from "../support/view.ts";
import { profiles } from "./profiles.ts";

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

/** Markdown without its blocks and spans of code, and without what is escaped; fails where code is not closed. */
function live(markdown: string): string {
  const rest = markdown.replace(/^(`{3,})yaml\n[\s\S]*?\n\1$/gm, "");
  let text = "";
  for (let at = 0; at < rest.length; at++) {
    if (rest[at] === "\\" && /[!-/:-@[-`{-~]/.test(rest[at + 1] ?? "")) {
      text += "\u0000";
      at++;
    } else if (rest[at] === "`") {
      const run = /^`+/.exec(rest.slice(at))?.[0] as string;
      const end = rest.slice(at + run.length).search(new RegExp(`(?<!\`)${run}(?!\`)`));
      assert.ok(end >= 0, `code that is not closed: ${markdown}`);
      at += 2 * run.length + end - 1;
      text += "\u0001";
    } else text += rest[at];
  }
  return text;
}

/** What only the file could have brought: nothing of the tool's own writes these. */
const ALIVE: [what: string, pattern: RegExp][] = [
  ["a link", /\]\(|!\[|\]:/],
  ["an address", /\w:\/\/|www\./i],
  ["a mail address", /[\w.+-]@[\w-]/],
  ["HTML", /<[a-z/!?]/i],
  ["an entity", /&#?\w+;/],
  ["emphasis", /(?<!\*)\*(?!\*)|\*{3,}|_|~/],
  ["a table", /\|/],
  ["a heading", /^ *#/m],
  ["a quotation", /^ *>/m],
];

/** The links that are the tool's own: to the lists' sources. */
const OWN = Object.values(bundled.format.vocabularies).flatMap(({ sources = [] }) => sources.map(({ url }) => `](${url})`));

function assertTame(markdown: string): void {
  const text = live(OWN.reduce((rest, link) => rest.replaceAll(link, "]"), markdown));
  for (const [what, pattern] of ALIVE) assert.doesNotMatch(text, pattern, what);
  for (const paragraph of text.split("\n")) assert.equal((paragraph.match(/\*\*/g) ?? []).length % 2, 0, paragraph);
}

/** Every hover of a text: where a key or a value begins, in its middle and behind it. Each word once is enough. */
function assertHovers(view: View, step: number): void {
  const { text, lines } = view.analysis.source;
  const seen = new Set<string>();
  for (let offset = 0; offset <= text.length; offset += step) {
    // between the two characters of a line end stands no cursor
    if (text[offset - 1] === "\r") continue;
    const found = hover(view, lines.position(offset));
    if (!found) continue;
    const { range } = found;
    const contents = found.contents as MarkupContent;
    assert.ok(range);
    const [start, end] = [lines.offset(range.start), lines.offset(range.end)];
    assert.ok(start <= offset && offset <= end, `${start}–${end} is not at ${offset}`);
    if (seen.has(contents.value)) continue;
    seen.add(contents.value);
    assert.notEqual(contents.value.trim(), "");
    assert.doesNotMatch(contents.value, /undefined|\[object|NaN/);
    if (contents.kind === "markdown") assertTame(contents.value);
  }
}

function assertMarks(view: View): void {
  const { lines, text } = view.analysis.source;
  let before = -1;
  for (const { position, tooltip, label } of inlayHints(view, WHOLE)) {
    const offset = lines.offset(position);
    assert.ok(offset > before && offset <= text.length);
    assert.deepEqual(lines.position(offset), position);
    before = offset;
    assert.doesNotMatch(label as string, /\n/);
    assert.ok(typeof tooltip === "object");
    assertTame(tooltip.value);
  }
  for (const { range, command } of codeLenses(view)) {
    assert.ok(lines.offset(range.end) <= text.length);
    assert.doesNotMatch(command?.title ?? "", /\n|undefined/);
  }
}

const HOSTILE = [
  "[押す](command:workbench.action.quit)",
  "[a](javascript:x) [b](data:text/html,x) [c](vscode://x) [d](file:///etc/passwd) <vscode://x> vscode://x file:///x",
  "![x](https://evil.example/x.png)",
  "<img src=x onerror=alert(1)> <https://evil.example>",
  "https://evil.example www.evil.example _www.evil.example xwww.evil.example",
  "info@evil.example",
  "`a` ``b`` ```",
  "**太** _斜_ ~~消~~ | 表 |",
  "&lt;b&gt; &#60;",
  "一\n\n# 二\n\n- 三\n> 四\n```\n五",
  "[x]: https://evil.example",
  "\\[x\\](y) \\",
];

/** A profile in which every free word is a hostile one. */
function hostile(word: string): string {
  const facts = {
    ...base,
    vendor: { name: word },
    service: { name: word, url: word, description: word },
    information: { classification: "I", personal: true, items: [word] },
    contract: { governingLaw: word, domesticCourt: "unavailable" },
    encryption: {
      inTransit: [{ path: word, protocols: ["none", word] }],
      atRest: [
        { store: word, role: "primary", cipher: "AES-128-ECB" },
        { store: word, role: word, cipher: word },
      ],
    },
    dataLocation: { primary: ["JP", "DE"], backups: [word] },
    certifications: [{ scheme: word, name: word, holder: "saas-provider", expires: word }],
    [word.replace(/\s/g, "")]: { a: word },
    assessment: { "8-1": { note: word, exception: { by: word, date: "2026-11-01", reason: word } } },
  };
  const text = new Document(facts, { aliasDuplicateObjects: false }).toString({ lineWidth: 0 });
  return `${text}x-a: &a\n  b: ${JSON.stringify(word)}\nx-c: *a\n`;
}

describe("hovers, hints and lenses", () => {
  for (const { name, text } of examples()) {
    it(`of ${name}`, () => {
      for (const language of ["ja", "en"] as const) {
        const view = viewOf(text, { language });
        assertHovers(view, language === "ja" ? 29 : 67);
        assertMarks(view);
      }
    });
  }

  for (const word of HOSTILE) {
    it(`of a file full of ${JSON.stringify(word)}`, () => {
      const view = viewOf(hostile(word));
      assertHovers(view, 31);
      assertMarks(view);
      assertHovers(viewOf(hostile(word), { capabilities: { ...EVERYTHING, markdown: false } }), 167);
    });
  }

  it("of arbitrary profiles", () =>
    fc.assert(
      fc.property(profiles({ valid: false }), fc.constantFrom("\n", "\r\n"), (facts, end) => {
        const text = JSON.stringify(facts, null, 2).replaceAll("\n", end);
        assertHovers(viewOf(text), 97);
        assertMarks(viewOf(text));
      }),
      { numRuns: 5 },
    ));
});
