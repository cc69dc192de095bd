/** Tests that markup escapes all text, wherever it comes from: no links, HTML, emphasis or structure. */
import assert from "node:assert/strict";
import { content, markupFor } from "../../server/src/language-service/markup.ts";

const markdown = markupFor({ markdown: true });
const plain = markupFor({ markdown: false });

/** The text that CommonMark shows: escapes undone. */
const shown = (text: string) => text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
/** The characters that could still be markup. */
const live = (text: string) => text.replace(/\\[!-/:-@[-`{-~]/g, "\u0000");

const texts = [
  "株式会社あおば",
  "[押す](command:workbench.action.quit)",
  "![図](https://example.com/a.png)",
  "<https://example.com>",
  "https://example.com/path?a=b&c=d",
  "http://example.com",
  "ftp://example.com",
  "HTTPS://EXAMPLE.COM",
  "www.example.com",
  "これはwww.example.com",
  "_www.example.com",
  "xwww.example.com",
  "info@example.com",
  "mailto:info@example.com",
  "<img src=x onerror=alert(1)>",
  "<!-- 注 -->",
  "&lt;b&gt; &#60; &copy;",
  "**強調** _強調_ ~~消す~~",
  "`コード` ``二重``",
  "| a | b |",
  "$x$ $(gear)",
  "\\[押す\\](a)",
  "# 見出し",
  "- 項目",
  "+ 項目",
  "1. 項目",
  "2) 項目",
  "> 引用",
  "---",
  "===",
  "a\n---",
  "a\n===",
  "a\n# b\n- c",
  "a\r# b",
  "```\nコード\n```",
  "~~~\nコード",
];

const ACTIVE: [what: string, pattern: RegExp][] = [
  ["a link", /\]\(|\]\[|!\[/],
  ["an address", /(https?|ftp):\/\/|www\./i],
  ["a mail address", /[\w.+-]@[\w-]/],
  ["HTML", /<[a-z/!?]/i],
  ["an entity", /&(#?\w+);/],
  ["emphasis", /[*_~]/],
  ["code", /`/],
  ["a table", /\|/],
  ["a heading, list or quote", /^ *(#{1,6}( |$)|[-+*]( |$)|\d{1,9}[.)]( |$)|>)/m],
  ["an underline", /^ *(-+|=+) *$/m],
  ["an icon or a formula", /\$/],
];

describe("text in Markdown", () => {
  for (const text of texts) {
    it(`is escaped, and shown as it is: ${JSON.stringify(text)}`, () => {
      const written = markdown.text(text);
      for (const [what, pattern] of ACTIVE) assert.doesNotMatch(live(written), pattern, what);
      assert.equal(shown(written).replaceAll("  \n", "\n"), text);
    });
    it(`is escaped in bold and in a quotation: ${JSON.stringify(text)}`, () => {
      for (const [what, pattern] of ACTIVE.slice(0, 8)) {
        assert.doesNotMatch(live(markdown.bold(text)).slice(2, -2), pattern, what);
        assert.doesNotMatch(live(markdown.quote(text)), pattern, what);
      }
      for (const line of markdown.quote(text).split("\n")) assert.match(line, /^> /);
    });
  }
});

describe("code in Markdown", () => {
  const cases: [text: string, code: string][] = [
    ["AES-256", "`AES-256`"],
    ["a`b", "``a`b``"],
    ["a``b`c", "```a``b`c```"],
    ["`", "`` ` ``"],
    [" a ", "`  a  `"],
  ];
  for (const [text, code] of cases) it(`${text} → ${code}`, () => assert.equal(markdown.code(text), code));

  it("a block does not end early, whatever its text", () => {
    for (const text of ["a: 1", "```\na: 1\n```", "````", "~~~"]) {
      const lines = markdown.block(text).split("\n");
      const fence = /^`{3,}/.exec(lines[0] as string)?.[0] as string;
      assert.equal(lines.at(-1), fence);
      assert.equal(lines.slice(1, -1).join("\n"), text);
      assert.ok(!text.includes(fence));
    }
  });
});

describe("links in Markdown", () => {
  it("escape their text", () => assert.equal(markdown.link("[6-1] 要件", "vp:/a"), "[\\[6-1\\] 要件](vp:/a)"));
  it("do not end early, whatever the URL", () => {
    for (const url of [
      "https://example.com/a(b)c",
      "https://example.com/a b",
      "https://example.com/仙台",
      "https://example.com/100%25",
    ]) {
      const target = /\]\((.*)\)$/.exec(markdown.link("a", url))?.[1] ?? "";
      assert.doesNotMatch(target, /[\s()<>]/);
      assert.equal(decodeURIComponent(target), decodeURIComponent(url));
    }
  });
});

describe("plain text", () => {
  for (const text of texts) {
    it(`is unchanged: ${JSON.stringify(text)}`, () => {
      for (const write of [plain.text, plain.bold, plain.code, plain.quote, plain.block]) assert.equal(write(text), text);
    });
  }
});

describe("blocks", () => {
  it("are separated, and empty ones left out", () => {
    assert.deepEqual(content(markdown, ["a", undefined, "", "b"]), { kind: "markdown", value: "a\n\nb" });
    assert.deepEqual(content(plain, ["a", undefined, "", "b"]), { kind: "plaintext", value: "a\nb" });
  });
});
