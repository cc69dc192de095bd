/** What .gitignore excludes, as git reads it: by examples, which git itself confirms where it is installed, and by random rules. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { array, assert as assertProperty, constantFrom, property, tuple, uniqueArray } from "fast-check";
import { IgnoreRules, MAX_CHARACTERS, MAX_RULES, MAX_SINGLES } from "../../server/src/host/gitignore.ts";
import { runs } from "../support/runs.ts";

/** Whether rules exclude a path, which ends with `/` if it is a folder's. */
function excludes(text: string, path: string): boolean {
  let rules = IgnoreRules.NONE.with(text) ?? assert.fail("too many rules");
  const names = path.match(/[^/]+\/?/g) ?? [];
  return names.some((step) => {
    const name = step.replace("/", "");
    if (rules.exclude(name, step.endsWith("/"))) return true;
    rules = rules.below(name);
    return false;
  });
}

/** Of each text, the paths that git excludes. All paths of a text must be able to stand side by side. */
function excludedByGit(cases: readonly (readonly [text: string, paths: readonly string[]])[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), "git-"));
  try {
    execFileSync("git", ["init", "--quiet", folder]);
    for (const [index, [text, paths]] of cases.entries()) {
      for (const path of paths) {
        mkdirSync(join(folder, `${index}`, path.replace(/[^/]+$/, "")), { recursive: true });
        if (!path.endsWith("/")) writeFileSync(join(folder, `${index}`, path), "");
      }
      writeFileSync(join(folder, `${index}`, ".gitignore"), text);
    }
    const asked = cases.map(([, paths], index) => paths.map((path) => `${index}/${path.replace(/\/$/, "")}`));
    const plain = ["-c", "core.excludesFile=", "-c", "core.ignoreCase=false", "-C", folder];
    const input = asked.flat().join("\0");
    const { stdout } = spawnSync("git", [...plain, "check-ignore", "--no-index", "-z", "--stdin"], { input, encoding: "utf8" });
    const excluded = new Set(stdout.split("\0"));
    return cases.map(([, paths], index) => paths.filter((_, at) => excluded.has(asked[index]?.[at] ?? "")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const hasGit = process.platform !== "win32" && spawnSync("git", ["--version"]).status === 0;

/** Rules, what they exclude, and what they do not. */
const EXAMPLES: readonly (readonly [text: string, excluded: readonly string[], others: readonly string[]])[] = [
  ["a", ["a", "x/a", "x/y/a/", "x/y/a/z"], ["ab", "x/b"]],
  ["a/", ["a/", "x/a/", "x/a/b"], ["y/a"]],
  ["/a", ["a"], ["x/a"]],
  ["/a/", ["a/b"], ["x/a/", "x/b"]],
  ["x/a", ["x/a"], ["a", "y/x/a"]],
  ["x/a/", ["x/a/b"], ["y/x/a/"]],
  ["*.log", ["a.log", ".log", "x/.b.log"], ["log", "a.log.txt"]],
  ["a*c", ["ac", "abc", "abbc/"], ["acb", "b/c"]],
  ["x/*", ["x/a", "x/y/z", "x/.a"], ["a", "y/x/a"]],
  ["x/*/z", ["x/y/z"], ["x/z", "x/y/y/z"]],
  ["?", ["a", "x/b"], ["ab", "cd/ef"]],
  ["**", ["a", "x/y"], []],
  ["**/a", ["a", "x/a", "x/y/a"], ["b"]],
  ["x/**", ["x/a", "x/y/z"], ["a", "x/", "y/x/a"]],
  ["x/**/z", ["x/z", "x/y/z", "x/y/y/z"], ["z", "y/x/z"]],
  ["a**b", ["ab", "axb"], ["a/b"]],
  ["[ab]c", ["ac", "bc"], ["cc", "c"]],
  ["[!ab]c", ["cc"], ["ac", "c"]],
  ["[^ab]c", ["cc"], ["ac"]],
  ["[a-c]", ["b"], ["d", "-"]],
  ["[a-]", ["a", "-"], ["b"]],
  ["[]a]", ["]", "a"], ["b"]],
  ["[a\\]]", ["]", "a"], ["\\"]],
  ["[[:digit:][:upper:]_]", ["1", "A", "_"], ["a", ":", "["]],
  ["[[:word:]]", [], ["a", ":", "["]],
  ["[a", [], ["a", "[a"]],
  ["a\\", [], ["a", "a\\"]],
  ["\\*", ["*"], ["a"]],
  ["\\a\\?", ["a?"], ["ab"]],
  ["x\\/a", ["x/a"], ["y/x/a"]],
  ["# a\n\\#a", ["#a"], ["# a", "a"]],
  ["a\n!a", [], ["a"]],
  ["*\n!*.txt", ["a", "x/", "x/a.txt"], ["a.txt"]],
  ["*\n!*/\n!*.txt", ["a", "x/a"], ["a.txt", "x/a.txt"]],
  ["!a\na", ["a"], []],
  ["\\!a", ["!a"], ["a"]],
  ["x/\n!x/a", ["x/a"], []],
  ["x/*\n!x/a", ["x/b"], ["x/a"]],
  ["a  \nb\\ \nc\\\\ ", ["a", "b ", "c\\"], ["b", "a  "]],
  [" a", [" a"], ["a"]],
  ["a\t", ["a\t"], ["a"]],
  ["a\r\nb\r", ["a", "b"], []],
  ["\n\r\n/\n!\n//a\nb//", [], ["a", "b/"]],
  ["{a,b}", ["{a,b}"], ["a"]],
  ["A", ["A"], ["a"]],
  ["業務*.yaml", ["業務1.yaml"], ["業.yaml"]],
];

describe(".gitignore", () => {
  for (const [text, excluded, others] of EXAMPLES) {
    it(JSON.stringify(text), () => {
      for (const path of excluded) assert.equal(excludes(text, path), true, path);
      for (const path of others) assert.equal(excludes(text, path), false, path);
    });
  }

  (hasGit ? it : it.skip)("is read by git as the examples say", () => {
    const cases = EXAMPLES.map(([text, excluded, others]) => [text, [...excluded, ...others]] as const);
    assert.deepEqual(
      excludedByGit(cases),
      EXAMPLES.map(([, excluded]) => excluded),
    );
  });

  (hasGit ? it : it.skip)("of random rules, excludes what it excludes in git", () => {
    const parts = ["a", "b", "*", "**", "?", "/", "**/", "/**", "[ab]", "[!a]", "[a-c]", "\\a", "\\*", "!", ".", " ", "\\ ", "#"];
    const line = array(constantFrom(...parts, "[[:alpha:]]", "[]a]", "a/", "***", "\\"), { minLength: 1, maxLength: 5 });
    // Behind literal text, git takes these for any number of folders, against its own documentation.
    const text = array(
      line.map((parts) => parts.join("")).filter((line) => !/[^/]\*\*+\\?\/|\*\\\/|^\\\//.test(line)),
      { minLength: 1, maxLength: 3 },
    );
    const names = constantFrom("a", "b", "ab", "abc", ".a", "a b", "a ", "*", "!", "#");
    const path = tuple(array(constantFrom("x", "ax", ".x"), { maxLength: 2 }), names).map((steps) => steps.flat().join("/"));
    const cases = array(
      tuple(
        text.map((lines) => lines.join("\n")),
        uniqueArray(path, { minLength: 8, maxLength: 16 }),
      ),
      {
        minLength: 100,
        maxLength: 100,
      },
    );
    assertProperty(
      property(cases, (cases) => {
        assert.deepEqual(
          cases.map(([text, paths]) => [text, paths.filter((path) => excludes(text, path))]),
          excludedByGit(cases).map((excluded, index) => [cases[index]?.[0], excluded]),
        );
      }),
      { ...runs(3), endOnFailure: true },
    );
  });

  it("matches a character, where git counts bytes, and a name in either Unicode form", () => {
    for (const name of ["業", "𠮷"]) assert.equal(excludes("?", name), true, name);
    assert.equal(excludes("*[!𠮷]か*", "x𠮷か"), false);
    assert.equal(excludes("か\u3099.yaml", "が.yaml"), true);
  });

  it("of several folders adds up: the last rule decides", () => {
    const above = IgnoreRules.NONE.with("a\nx/b") ?? assert.fail();
    const below = above.below("x").with("!a\n/c") ?? assert.fail();
    assert.deepEqual(
      ["a", "b", "c"].map((name) => [above.exclude(name, false), below.exclude(name, false)]),
      [
        [true, false],
        [false, true],
        [false, true],
      ],
    );
    assert.equal(below.below("y").exclude("c", false), false);
  });

  it("is followed up to a limit, which counts the folders above", () => {
    const [characters, rules, singles] = ["#".repeat(MAX_CHARACTERS - 1), "a\n".repeat(MAX_RULES - 1), "?".repeat(MAX_SINGLES)];
    for (const [most, more] of [
      [characters, "##"],
      [rules, "a\nb"],
      [singles, "[a]"],
    ] as const) {
      const above = IgnoreRules.NONE.with(most)?.below("x") ?? assert.fail();
      assert.notEqual(above.with("b"), undefined);
      assert.equal(above.with(more), undefined);
    }
  });
});
