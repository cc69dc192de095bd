/** Guards that each problem of a text as YAML is the cause: done literally, what its message says to do makes it go away and brings no other. */
import assert from "node:assert/strict";
import type { ProblemKind } from "../../../server/src/core/yaml/problem.ts";
import { analyzeText } from "../../support/analyze.ts";

const HEAD = "profile: 1\nvendor: {name: 甲}\nservice: {name: 乙}\ninformation: {classification: II}\n";

/** What a text says, the words that the finding marks, and the text after what it says is done; for two ways to do it, two texts. */
type Deed = readonly [text: string, marked: string, ...done: string[]];

const CAUSES: Readonly<Record<ProblemKind, readonly Deed[]>> = {
  alias: [
    ["x-a: *a\n", "*a", "x-b: &a 1\nx-a: *a\n"],
    ["x-a: [*a]\nx-b: &a 1\n", "*a", "x-b: &a 1\nx-a: [*a]\n"],
  ],
  "alias-cycle": [["x-a: &a [b, *a]\n", "*a", "x-a: &a [b]\n"]],
  anchor: [
    ["x-a: &\n", "&", "x-a: &a\n"],
    ["x-a: & b\n", "&", "x-a: &a b\n"],
    ["x-b: &b 1\nx-a: *\n", "*", "x-b: &b 1\nx-a: *b\n"],
    ["x-a: [&, b]\n", "&", "x-a: [&a , b]\n"],
    ["x-b: &b 1\nx-a: {b: *, c: 1}\n", "*", "x-b: &b 1\nx-a: {b: *b , c: 1}\n"],
    ["x-a: &a &b c\n", "&b", "x-a: &a c\n"],
    ["x-a: &a 1\nx-b: &b *a\n", "*a", "x-a: &a 1\nx-b: &b\n"],
  ],
  character: [
    ["x-a: @a\n", "@", 'x-a: "@a"\n'],
    ["x-a: `a`\n", "`", 'x-a: "`a`"\n'],
    ["x-a: %a\n", "%", 'x-a: "%a"\n'],
    ["x-a: ,a\n", ",", 'x-a: ",a"\n'],
    ["x-a: ]\n", "]", 'x-a: "]"\n'],
    ["x-a: - a\n", "-", 'x-a: "- a"\n'],
    ["x-a: ? a\n", "?", 'x-a: "? a"\n'],
    ["x-a:\n  - @a\n", "@", 'x-a:\n  - "@a"\n'],
    ["x-a: [a, @b]\n", "@", 'x-a: [a, "@b"]\n'],
    ["x-a: {b: @c}\n", "@", 'x-a: {b: "@c"}\n'],
    ["x-a: {b: [@c, d], e: 1}\n", "@", 'x-a: {b: ["@c", d], e: 1}\n'],
    ["x-a: [\n  @c,\n  d]\n", "@", 'x-a: [\n  "@c",\n  d]\n'],
  ],
  colon: [
    ["x-a\n", "x-a", "x-a:\n"],
    ["x-a\nx-b: 1\n", "x-a", "x-a:\nx-b: 1\n"],
    ["x-a b c\nx-b: 1\n", "x-a", "x-a: b c\nx-b: 1\n"],
    ["x-a\n  b: 1\n", "x-a", "x-a:\n  b: 1\n"],
    ["x-a:\n  - b: 1\n    c\n", "c", "x-a:\n  - b: 1\n    c:\n"],
    ["x-a:\n- a\nx-b\n", "x-b", "x-a:\n- a\nx-b:\n"],
  ],
  "colon-in-value": [
    ["x-a: b: c\n", ":", 'x-a: "b: c"\n'],
    ["x-a: : a\n", ":", 'x-a: ": a"\n'],
    ["x-a: http://a: b\n", ":", 'x-a: "http://a: b"\n'],
    ["x-a: { name: a: b }\n", ":", 'x-a: { name: "a: b" }\n'],
    ["x-a: [b: c: d]\n", ":", 'x-a: [b: "c: d"]\n'],
    ["x-a: {\n  name: a: b,\n  c: 1}\n", ":", 'x-a: {\n  name: "a: b",\n  c: 1}\n'],
    ["x-a: {a: 1 b: 2}\n", ":", 'x-a: {a: "1 b: 2"}\n', "x-a: {a: 1, b: 2}\n"],
    ["x-a: { a: 1\n  b: 2 }\nx-c: 1\n", ":", "x-a: { a: 1,\n  b: 2 }\nx-c: 1\n"],
    ["x-a: [\n  a\n  b: 1\n]\n", ":", "x-a: [\n  a,\n  b: 1\n]\n"],
  ],
  "colon-space": [["x-a:b\n", ":", "x-a: b\n"]],
  conflict: [["<<<<<<< a\nx-a: 1\n=======\nx-a: 2\n>>>>>>> b\n", "<<<<<<< a", "x-a: 1\n", "x-a: 2\n"]],
  directive: [
    ["%YAML 1.2\n", "%YAML 1.2", "%YAML 1.2\n---\n"],
    ["%YAML 1.2\n# ※\n%TAG ! !\n\n", "%TAG ! !", "%YAML 1.2\n# ※\n%TAG ! !\n---\n\n"],
  ],
  "duplicate-key": [["x-a: 1\nx-a: 2\n", "x-a", "x-a: 1\n", "x-a: 2\n"]],
  escape: [
    ['x-a: "\\q"\n', "\\q", 'x-a: "\\\\q"\n', "x-a: '\\q'\n"],
    ['x-a: "C:\\Users\\甲"\n', "\\U", 'x-a: "C:\\\\Users\\\\甲"\n', "x-a: 'C:\\Users\\甲'\n"],
    ['x-a: "\\x4"\n', "\\x", 'x-a: "\\\\x4"\n', "x-a: '\\x4'\n"],
    ['x-a: {b: "\\q", c: 1}\n', "\\q", 'x-a: {b: "\\\\q", c: 1}\n'],
    ['x-a: ["\\UFFFFFFFF"]\n', "\\U", 'x-a: ["\\\\UFFFFFFFF"]\n', "x-a: ['\\UFFFFFFFF']\n"],
  ],
  flow: [
    ["x-a: [b\n", "[b", "x-a: [b]\n"],
    ["x-a: [b, c\nx-b: 1\n", "[b, c", "x-a: [b, c]\nx-b: 1\n"],
    ["x-a: {b: 1\n", "{b: 1", "x-a: {b: 1}\n"],
    ["x-a: [b}\n", "[b}", "x-a: [b]\n"],
    ['x-a: ["b" "c"\nx-b: 1\n', '["b" "c"', 'x-a: ["b", "c"]\nx-b: 1\n'],
  ],
  "full-width": [
    ["x-a：b\n", "：", "x-a: b\n"],
    ["x-a：\n  b: 1\n", "：", "x-a:\n  b: 1\n"],
    ["x-a: [b］\n", "］", "x-a: [b]\n"],
    ["x-a: ｛b: 1｝\n", "｛", "x-a: {b: 1}\n"],
  ],
  indent: [
    ["x-a:\n  b: 1\n   c: 2\n", "c: 2", "x-a:\n  b: 1\n  c: 2\n"],
    ["x-a:\n    b: 1\n\n  # ※\n\n  c: 2\n", "c: 2", "x-a:\n    b: 1\n\n  # ※\n\n    c: 2\n"],
    ["x-a: 1\n  b: 2\n", "b: 2", "x-a: 1\nx-b: 2\n"],
    ["x-a:\n   - a\n  - b\n", "- b", "x-a:\n   - a\n   - b\n"],
    ["x-a:\n  - a\n x-b: 1\n", "x-b: 1", "x-a:\n  - a\nx-b: 1\n"],
    ["x-a:\n  - a\n  x-b: 1\n", "x-b: 1", "x-a:\n  - a\nx-b: 1\n"],
    ["x-a: |\n  甲\n 乙\n", "乙", "x-a: |\n  甲\n  乙\n"],
    ["x-a: >\n   甲\n  乙\nx-b: 1\n", "乙", "x-a: >\n   甲\n   乙\nx-b: 1\n"],
  ],
  key: [
    ["? [a]\n: b\n", "[a]", "x-a: b\n"],
    ["[a]: b\n", "[a]", "x-a: b\n"],
  ],
  limit: [
    // (the document is not read at all, so the place is its first line)
    [`x-a: ${"[".repeat(2000)}${"]".repeat(2000)}\n`, "profile: 1", `x-a: ${"[".repeat(20)}${"]".repeat(20)}\n`],
  ],
  quote: [
    ['x-a: "b\n', '"b', 'x-a: "b"\n'],
    ["x-a: 'b\nx-b: 1\n", "'b", "x-a: 'b'\nx-b: 1\n"],
    ['x-a: ["b]\nx-b: 1\n', '"b]', 'x-a: ["b"]\nx-b: 1\n'],
    ['x-a: {c: ["b], d: 1}\nx-b: 1\n', '"b], d: 1}', 'x-a: {c: ["b"], d: 1}\nx-b: 1\n'],
    ['x-a: [\n  "b,\n  c]\nx-b: 1\n', '"b,', 'x-a: [\n  "b",\n  c]\nx-b: 1\n'],
  ],
  syntax: [],
  tab: [
    ["x-a:\n\tb: 1\n", "\t", "x-a:\n  b: 1\n"],
    ["\tx-a: 1\n", "\t", "x-a: 1\n"],
  ],
  tag: [
    ["x-a: !a b\n", "!a", "x-a: b\n"],
    ["x-a: !<a> b\n", "!<a>", "x-a: b\n"],
  ],
  unexpected: [
    ['x-a: "b" c\n', "c", 'x-a: "b c"\n', 'x-a: "b"\n'],
    ["x-a: 'b'c\n", "c", "x-a: 'bc'\n", "x-a: 'b'\n"],
    ["x-a: 'it's'\n", "s'", "x-a: 'it''s'\n", "x-a: 'it'\n"],
    ['x-a: "b": c\n', ": c", 'x-a: "b: c"\n', 'x-a: "b"\n'],
    ["x-a: [b] c\n", "c", "x-a: [b, c]\n", "x-a: [b]\n"],
    ["x-a: [b]]\n", "]", "x-a: [b]\n"],
    ["x-a: {b: 1}}\n", "}", "x-a: {b: 1}\n"],
    ["x-a: [a,,b]\n", ",", "x-a: [a,b]\n"],
    ["x-a: [,]\n", ",", "x-a: []\n"],
    ["x-a: {b: 1,\n  , c: 2}\n", ",", "x-a: {b: 1,\n   c: 2}\n"],
    ['x-a: ["b" "c"]\n', '"c"', 'x-a: ["b c"]\n', 'x-a: ["b" ]\n'],
    ['x-a: {b: "1" c: 2}\n', "c", 'x-a: {b: "1c"}\n'],
    ["x-a: [b [c]]\n", "[", "x-a: [b, [c]]\n"],
    ["x-a: | b\n  c\n", "b", "x-a: |\n  b\n  c\n", "x-a: |\n  c\n"],
    ["x-b: &b 1\nx-a: *b c\n", "c", "x-b: &b 1\nx-a: *b\n"],
    ["x-a: [b]#c\n", "#c", "x-a: [b] #c\n", "x-a: [b]\n"],
    ['x-a: "b"#c\n', "#c", 'x-a: "b" #c\n', 'x-a: "b"\n'],
    ["x-a: [b,#c\n  d]\n", "#c", "x-a: [b, #c\n  d]\n", "x-a: [b,\n  d]\n"],
    ["- a\n", "- a", ""],
    ["x-a: 1\n- a\n- b\nx-b: 1\n", "- a", "x-a: 1\nx-b: 1\n"],
    ["x-a:\n  b: 1\n  - c\n", "- c", "x-a:\n  b: 1\n"],
    ["--- x-a: 1\n", "x-a: 1", `---\n${HEAD}x-a: 1\n`, `---\n${HEAD}`],
  ],
  "white-space": [
    ["x-a:\u3000b\n", "\u3000", "x-a: b\n"],
    ["x-a:\n\u00a0\u00a0b: 1\n", "\u00a0\u00a0", "x-a:\n  b: 1\n"],
    ["x-a: b\u200b\n", "\u200b", "x-a: b\n"],
  ],
};

/** The profile with these lines: directives stand before it, a marked document behind it. */
const profileWith = (text: string) => (text.startsWith("%") ? text + HEAD : HEAD + text);

const formOf = (text: string) => analyzeText(text).findings.filter(({ code }) => /^(?:yaml|schema)\./.test(code));

describe("the cause of a problem is named", () => {
  for (const [kind, deeds] of Object.entries(CAUSES)) {
    it(kind, () => {
      for (const [lines, marked, ...done] of deeds) {
        const text = profileWith(lines);
        const said = formOf(text).map(({ code, span }) => [code, text.slice(span.start, span.end)]);
        const [first] = said.filter(([code]) => code !== "schema.required");
        assert.deepEqual(first, [`yaml.${kind}`, marked], `${lines}: ${JSON.stringify(said)}`);
        for (const mended of done) {
          const left = formOf(profileWith(mended)).map(({ code }) => code);
          assert.deepEqual(left, [], `${lines} → ${mended}`);
        }
      }
    });
  }
});
