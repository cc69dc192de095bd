/** Tests the reading of half-typed and broken texts: the problems and their ranges, and that no other fact is lost. */
import assert from "node:assert/strict";
import type { AnyFinding } from "../../../server/src/core/findings/finding.ts";
import { analyzeText } from "../../support/analyze.ts";
import { judged, lines, statusOf } from "../../support/profile.ts";

const HEAD = "profile: 1\nvendor: {name: 甲}\nservice: {name: 乙}\ninformation: {classification: II}\n";
const LOCATION = "dataLocation:\n  primary: [JP]\n  backups: [JP]\n";

/** How rows 1, 2 and 6-1 stand, in one letter each: they look at the three facts of the texts below. */
function facts(text: string): string {
  const profile = judged(text);
  return ["1", "2", "6-1"]
    .map((no) => ({ met: "m", unmet: "x", unknown: "?", "not-applicable": "-" })[statusOf(profile, no)])
    .join("");
}

const problems = (text: string) => lines(text, {}, /^(yaml|schema)\./).map((line) => line.replace("error ", ""));

const both = "  governingLaw: JP\n  domesticCourt: designated\n";
const contract = (body: string) => `contract:\n${body}${LOCATION}`;
const law = (line: string) => contract(`${line}\n  domesticCourt: designated\n`);

/** What stands after the head, which facts survive, and what is said. */
const texts: Record<string, (readonly [what: string, text: string, facts: string, problems: readonly string[]])[]> = {
  "half a word": [
    ["a key", contract("  governingLaw: JP\n  dom\n"), "m?m", ["yaml.colon dom"]],
    ["a key before others", contract("  gov\n  domesticCourt: designated\n"), "?mm", ["yaml.colon gov"]],
    ["a key at the end", `${LOCATION}contract:\n  governingLaw: JP\n  dom`, "m?m", ["yaml.colon dom"]],
    ["a section", `contract:\n${both}data\n`, "mm?", ["yaml.colon data"]],
    ["a section between others", `contract:\n${both}enc\n${LOCATION}`, "mmm", ["yaml.colon enc"]],
    ["a section that lacks only its colon", `contract\n${both}${LOCATION}`, "mmm", ["yaml.colon contract"]],
    ["a section with nothing behind it", `contract:\n${LOCATION}`, "??m", []],
    ["a key with nothing behind it", law("  governingLaw:"), "?mm", []],
    ["an item", `contract:\n${both}dataLocation:\n  primary: [JP]\n  backups:\n    - JP\n    -\n`, "mm?", []],
    [
      "an item without its space",
      `contract:\n${both}dataLocation:\n  primary: [JP]\n  backups:\n    -JP\n`,
      "mm?",
      ["schema.type -JP"],
    ],
  ],
  indentation: [
    [
      "too deep",
      contract("  governingLaw: JP\n    domesticCourt: designated\n"),
      "m?m",
      ["yaml.indent domesticCourt: designated"],
    ],
    [
      "too shallow",
      contract("    governingLaw: JP\n  domesticCourt: designated\n"),
      "m?m",
      ["yaml.indent domesticCourt: designated"],
    ],
    ["a tab", contract(`  governingLaw: JP\n\tdomesticCourt: designated\n`), "mmm", ["yaml.tab \t"]],
    ["tabs throughout", contract("\tgoverningLaw: JP\n\tdomesticCourt: designated\n"), "mmm", ["yaml.tab \t"]],
    ["a full-width space", contract("  governingLaw: JP\n　domesticCourt: designated\n"), "mmm", ["yaml.white-space 　"]],
  ],
  "the line that is out of line": [
    [
      "too deep below comments",
      contract("  governingLaw: JP\n# 注\n\n  # 注\n\n    domesticCourt: designated\n"),
      "m?m",
      ["yaml.indent domesticCourt: designated"],
    ],
    [
      "too shallow below comments",
      contract("    governingLaw: JP\n# 注\n\n  # 注\n\n  domesticCourt: designated\n"),
      "m?m",
      ["yaml.indent domesticCourt: designated"],
    ],
    [
      "too shallow below empty lines",
      contract("    governingLaw: JP\n\n\n  domesticCourt: designated\n"),
      "m?m",
      ["yaml.indent domesticCourt: designated"],
    ],
  ],
  "quotes and brackets": [
    ["an unclosed double quote", law('  governingLaw: "JP'), "?mm", ['yaml.quote "JP']],
    ["an unclosed single quote", law("  governingLaw: 'JP"), "?mm", ["yaml.quote 'JP"]],
    [
      "an unclosed quote at the end",
      `${LOCATION}contract:\n  domesticCourt: designated\n  governingLaw: "`,
      "?mm",
      ['yaml.quote "'],
    ],
    ["an unclosed [", `contract:\n${both}dataLocation:\n  primary: [JP\n  backups: [JP]\n`, "mm?", ["yaml.flow [JP"]],
    ["an unclosed [ at the end", `contract:\n${both}dataLocation:\n  backups: [JP]\n  primary: [`, "mm?", ["yaml.flow ["]],
    ["an unclosed {", `contract: {governingLaw: JP\n${LOCATION}`, "??m", ["yaml.flow {governingLaw: JP"]],
    ["an escape that there is not", law('  governingLaw: "J\\q"'), "?mm", ["yaml.escape \\q"]],
    ["a path of Windows", law('  governingLaw: "C:\\Users\\x"'), "?mm", ["yaml.escape \\U"]],
    ["text behind a quotation mark", law('  governingLaw: "JP" US'), "?mm", ["yaml.unexpected US"]],
    ["text at a quotation mark", law("  governingLaw: 'JP'US"), "?mm", ["yaml.unexpected US"]],
    ["a colon behind a quotation mark", law('  governingLaw: "JP": US'), "?mm", ["yaml.unexpected : US"]],
    [
      "text behind a bracket",
      `contract:\n${both}dataLocation:\n  primary: [JP]US\n  backups: [JP]\n`,
      "mm?",
      ["yaml.unexpected US"],
    ],
    [
      "a second closing bracket",
      `contract:\n${both}dataLocation:\n  primary: [JP]]\n  backups: [JP]\n`,
      "mm?",
      ["yaml.unexpected ]"],
    ],
    ["text behind the mark of a block", law("  governingLaw: | JP"), "?mm", ["yaml.unexpected JP"]],
    ["a full-width ]", `contract:\n${both}dataLocation:\n  primary: [JP］\n  backups: [JP]\n`, "mm?", ["yaml.full-width ］"]],
    ["full-width braces", `contract: ｛governingLaw: JP｝\n${LOCATION}`, "??m", ["yaml.full-width ｛"]],
    [
      "a second colon in brackets",
      `contract: {governingLaw: JP: US, domesticCourt: designated}\n${LOCATION}`,
      "?mm",
      ["yaml.colon-in-value :"],
    ],
  ],
  "colons and characters": [
    ["a full-width colon", law("  governingLaw：JP"), "?mm", ["yaml.full-width ："]],
    ["a full-width colon and a space", law("  governingLaw： JP"), "?mm", ["yaml.full-width ： "]],
    ["a full-width colon after a section", `contract：\n${both}${LOCATION}`, "mmm", ["yaml.full-width ："]],
    ["a full-width space after the colon", law("  governingLaw:　JP"), "?mm", ["yaml.white-space 　"]],
    ["no space after the colon", law("  governingLaw:JP"), "?mm", ["yaml.colon-space :"]],
    ["a second colon", law("  governingLaw: JP: US"), "?mm", ["yaml.colon-in-value :"]],
    ["a character that cannot begin a value", law("  governingLaw: @JP"), "?mm", ["yaml.character @"]],
    ["a question mark", law("  governingLaw: ? JP"), "?mm", ["yaml.character ?"]],
    ["a tag", law("  governingLaw: !country JP"), "mmm", ["yaml.tag !country"]],
    ["a tag for what JSON cannot say", law("  governingLaw: !!binary JP"), "mmm", ["yaml.tag !!binary"]],
    ["a key that is no word", contract(`  ? [a]\n  : b\n${both}`), "mmm", ["yaml.key [a]"]],
  ],
  conflicts: [
    [
      "two sides",
      law("<<<<<<< HEAD\n  governingLaw: JP\n=======\n  governingLaw: US\n>>>>>>> theirs"),
      "?mm",
      ["yaml.conflict <<<<<<< HEAD"],
    ],
    [
      "two sides and their base",
      law("<<<<<<< HEAD\n  governingLaw: JP\n||||||| base\n=======\n  governingLaw: US\n>>>>>>> theirs"),
      "?mm",
      ["yaml.conflict <<<<<<< HEAD"],
    ],
  ],
  "keys that stand twice": [
    ["the same value", law("  governingLaw: JP\n  governingLaw: JP"), "mmm", ["yaml.duplicate-key governingLaw"]],
    ["different values", law("  governingLaw: JP\n  governingLaw: US"), "?mm", ["yaml.duplicate-key governingLaw"]],
    [
      "different values after the same",
      law("  governingLaw: JP\n  governingLaw: JP\n  governingLaw: US"),
      "?mm",
      ["yaml.duplicate-key governingLaw", "yaml.duplicate-key governingLaw"],
    ],
    ["a value and nothing", law("  governingLaw: JP\n  governingLaw:"), "?mm", ["yaml.duplicate-key governingLaw"]],
    [
      "sections",
      `contract:\n  governingLaw: JP\ncontract:\n  domesticCourt: designated\n${LOCATION}`,
      "??m",
      ["yaml.duplicate-key contract"],
    ],
  ],
  "aliases and merge keys": [
    ["an alias", `x-jp: &jp [JP]\ncontract:\n${both}dataLocation:\n  primary: *jp\n  backups: *jp\n`, "mmm", []],
    [
      "an alias without its anchor",
      `contract:\n${both}dataLocation:\n  primary: *jp\n  backups: [JP]\n`,
      "mm?",
      ["yaml.alias *jp"],
    ],
    ["an alias before its anchor", `${law("  governingLaw: *jp")}x-jp: &jp JP\n`, "?mm", ["yaml.alias *jp"]],
    ["an alias inside its anchor", `contract: &c\n${both}  x-c: *c\n${LOCATION}`, "mmm", ["yaml.alias-cycle *c"]],
    ["an anchor without a name", law("  governingLaw: &"), "?mm", ["yaml.anchor &"]],
    ["an alias without a name", law("  governingLaw: *"), "?mm", ["yaml.anchor *"]],
    ["an anchor of an alias", `${law("  x-a: &a JP\n  governingLaw: &b *a")}`, "?mm", ["yaml.anchor *a"]],
    ["two anchors", law("  governingLaw: &a &b JP"), "?mm", ["yaml.anchor &b"]],
    ["an alias as a key", `x-c: &c k\n*c : 1\ncontract:\n${both}${LOCATION}`, "mmm", ["yaml.key *c"]],
    [
      "what is below a key that is no word is no fact",
      `contract:\n  ? [a]\n  : {governingLaw: US}\n${both}${LOCATION}`,
      "mmm",
      ["yaml.key [a]"],
    ],
    ["an alias of a key", `&jp JP: 1\ncontract: {governingLaw: *jp}\n${LOCATION}`, "m?m", ["schema.unknown-key JP"]],
    [
      "a merge key: what stands there goes first",
      `x-c: &c\n  governingLaw: JP\n  domesticCourt: unavailable\n${contract("  <<: *c\n  domesticCourt: designated\n")}`,
      "mmm",
      [],
    ],
    [
      "a merge key before it",
      `x-c: &c\n  governingLaw: JP\n  domesticCourt: unavailable\n${contract("  domesticCourt: designated\n  <<: *c\n")}`,
      "mmm",
      [],
    ],
  ],
  "keys that objects have": [
    [
      "__proto__",
      `__proto__:\n  contract: {governingLaw: JP}\n${contract("  __proto__: {governingLaw: JP}\n  domesticCourt: designated\n")}`,
      "?mm",
      ["schema.unknown-key __proto__", "schema.unknown-key __proto__"],
    ],
    [
      "constructor",
      `constructor: 1\n${contract(`  toString: 1\n${both}`)}`,
      "mmm",
      ["schema.unknown-key constructor", "schema.unknown-key toString"],
    ],
  ],
};

const cases = Object.values(texts).flat();

describe("a text that is being typed", () => {
  for (const [subject, rows] of Object.entries(texts)) {
    describe(subject, () => {
      for (const [what, text, survive, said] of rows) {
        it(`${what}: ${said.join(", ") || "nothing"}`, () => {
          assert.deepEqual(problems(HEAD + text), said);
          assert.equal(facts(HEAD + text), survive);
        });
      }
    });
  }

  const directives: [what: string, before: string, said: string[]][] = [
    ["one", "%YAML 1.2\n", ["yaml.directive %YAML 1.2"]],
    ["two and a comment", "%YAML 1.2\n%TAG ! !\n# 注\n\n", ["yaml.directive %TAG ! !"]],
    ["one behind the mark", "---\n%YAML 1.2\n", ["yaml.directive %YAML 1.2"]],
    ["one before the mark", "%YAML 1.2\n# 注\n---\n", []],
  ];
  for (const [what, before, said] of directives) {
    it(`a directive, ${what}: ${said.join() || "nothing"}`, () => {
      const text = before + HEAD + contract(both);
      assert.deepEqual(problems(text), said);
      assert.equal(facts(text), "mmm");
    });
  }

  const alignments: [text: string, above: string][] = [
    [contract("  governingLaw: JP\n    domesticCourt: designated\n"), "governingLaw"],
    [contract("    governingLaw: JP\n  domesticCourt: designated\n"), "governingLaw"],
    ["dataLocation:\n  primary:\n    - JP\n   - US\n", "- JP"],
    ["encryption:\n  atRest:\n    - role: primary\n       cipher: AES-256\n", "role"],
    ["authentication:\n  provider:\n    twoStep: |\n        lockout: x\n   lockout: true\n", "twoStep"],
    [" contract:\n  governingLaw: JP\n", "information"],
  ];
  for (const [text, above] of alignments) {
    it(`a line that is out of line, and the line to align it with: ${above}`, () => {
      const finding = analyzeText(HEAD + text).findings.find(({ kind }) => kind === "yaml.indent") as AnyFinding;
      assert.deepEqual(finding.data, { text: above });
    });
  }

  for (const line of [">>>>>>> theirs", "=======", "> 準拠法", "| 準拠法", "準拠法"]) {
    it(`a line that is not YAML gets one finding: ${line}`, () => {
      for (const end of ["\n", "\r\n"]) {
        const text = (HEAD + law(`${line}\n  governingLaw: JP`)).replaceAll("\n", end);
        const { findings } = analyzeText(text);
        const yaml = findings.filter(({ code }) => code.startsWith("yaml."));
        assert.deepEqual(yaml.length, 1);
        assert.equal(statusOf(judged(text), "6-1"), "met");
      }
    });
  }

  it("different values of a key point at the first of them", () => {
    const text = HEAD + law("  governingLaw: JP\n  governingLaw: US");
    const finding = analyzeText(text).findings.find(({ code }) => code === "yaml.duplicate-key") as AnyFinding;
    assert.deepEqual(
      finding.related.map(({ span }) => span),
      [{ start: text.indexOf("governingLaw"), end: text.indexOf(": JP") }],
    );
    assert.equal(finding.span.start, text.lastIndexOf("governingLaw"));
  });
});

describe("line ends and a byte order mark change nothing", () => {
  const ends = { CRLF: "\r\n", CR: "\r" };
  for (const [what, text] of cases) {
    for (const [name, end] of Object.entries(ends)) {
      it(`${name}: ${what}`, () => {
        const other = (HEAD + text).replaceAll("\n", end);
        assert.deepEqual([facts(other), problems(other)], [facts(HEAD + text), problems(HEAD + text)]);
      });
    }
  }
  it("a byte order mark", () => {
    const text = HEAD + contract(both);
    assert.equal(facts(`\ufeff${text}`), "mmm");
    assert.deepEqual(problems(`\ufeff${text}`), []);
  });
  it("a position is the same in every kind of line", () => {
    const text = HEAD + law("  governingLaw: 米国");
    const at = (text: string) => {
      const { source, findings } = analyzeText(text);
      return source.lines.range((findings.find(({ code }) => code === "schema.country") as AnyFinding).span);
    };
    assert.deepEqual(at(text), { start: { line: 5, character: 16 }, end: { line: 5, character: 18 } });
    for (const end of Object.values(ends)) assert.deepEqual(at(text.replaceAll("\n", end)), at(text));
  });
});

describe("several documents", () => {
  const other = HEAD.replace("甲", "丙");
  const cases: [what: string, text: string, vendors: (string | null)[]][] = [
    ["two", `${HEAD}---\n${other}`, ["甲", "丙"]],
    ["a --- before the first", `---\n${HEAD}`, ["甲"]],
    ["an empty document at the end", `${HEAD}---\n`, ["甲"]],
    ["an empty document in between", `${HEAD}---\n---\n${other}`, ["甲", "丙"]],
    ["a comment alone in one", `${HEAD}---\n# ここから\n---\n${other}`, ["甲", "丙"]],
    ["a null", `${HEAD}---\nnull\n`, ["甲"]],
    ["an end mark", `${HEAD}...\n---\n${other}...\n`, ["甲", "丙"]],
    ["a document that is half a word", `${HEAD}---\npro\n`, ["甲", null]],
    ["nothing at all", "---\n---\n", [null]],
  ];
  for (const [what, text, vendors] of cases) {
    it(what, () => {
      const { profiles } = analyzeText(text);
      assert.deepEqual(
        profiles.map(({ vendor }) => vendor),
        vendors,
      );
    });
  }

  for (const broken of ['x-a: "\n', 'vendor: "\n', '"\n', "[\n", "a: b: c\n"]) {
    it(`an error in one document (${broken.trim()}) is reported for that document only`, () => {
      const { profiles, findings } = analyzeText(`${HEAD}---\n${other}${broken}---\n${HEAD}`);
      assert.deepEqual([profiles[0]?.verdict, profiles.at(-1)?.verdict], ["undetermined", "undetermined"]);
      const at = findings.filter(({ code }) => code.startsWith("yaml.")).map(({ profile }) => profile);
      assert.deepEqual([...new Set(at)], [1]);
    });
    it(`an error in a document with no other content (${broken.trim()}) is not reported for its neighbours`, () => {
      const { profiles } = analyzeText(`${HEAD}---\n${broken}---\n${other}`);
      assert.deepEqual([profiles[0]?.verdict, profiles.at(-1)?.verdict], ["undetermined", "undetermined"]);
    });
  }

  for (const text of ["", "\n\n", "# 書きかけ\n", "---\n---\n", "# a\n---\n# b\n"]) {
    it(`a file with nothing in it is one invalid profile at (0,0): ${JSON.stringify(text)}`, () => {
      const { profiles, findings, source } = analyzeText(text);
      assert.deepEqual(
        profiles.map(({ verdict }) => verdict),
        ["invalid"],
      );
      const zero = { line: 0, character: 0 };
      assert.deepEqual(
        findings.map(({ code, span }) => [code, source.lines.range(span)]),
        [["schema.empty-profile", { start: zero, end: zero }]],
      );
    });
  }
});

describe("texts that are too much", () => {
  const names = [..."abcdefghij"];
  const bomb = names.map(
    (name, index) => `x-${name}: &${name} [${Array(10).fill(index === 0 ? "1" : `*${names[index - 1]}`)}]\n`,
  );
  const cases: [string, string][] = [
    ["aliases of aliases", HEAD + bomb.join("")],
    ["nesting beyond the stack", "- ".repeat(20_000)],
    ["more characters than are read", " ".repeat(10 * 1024 * 1024 + 1)],
  ];
  for (const [what, text] of cases) {
    it(`${what}: reported, not read`, () => {
      const { findings, profiles } = analyzeText(text);
      assert.ok(findings.some(({ code }) => code === "yaml.limit"));
      assert.equal(profiles[0]?.verdict, "invalid");
    });
  }
});

describe("every place of a finding lies inside the document", () => {
  it("whatever the text, as it stands and at every length while it is typed", () => {
    for (const [, text] of cases) {
      const whole = HEAD + text;
      for (let length = HEAD.length - 5; length <= whole.length; length += 61) assertInside(whole.slice(0, length));
      assertInside(whole);
      assertInside(whole.replaceAll("\n", "\r\n"));
    }
  });
});

function assertInside(text: string): void {
  const { findings, source } = analyzeText(text);
  for (const { code, span, related } of findings) {
    for (const { start, end } of [span, ...related.map(({ span }) => span)]) {
      assert.ok(start >= 0 && start <= end && end <= text.length, `${code} ${start}–${end} of ${text.length}`);
      const { line, character } = source.lines.position(end);
      assert.ok(line < source.lines.count && character <= source.lines.text(line).length + 2, code);
    }
  }
}
