import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import stringWidth from "string-width";
import { commands } from "../../server/src/cli/commands/index.ts";
import { helpOf, overview } from "../../server/src/cli/help/render.ts";
import { cliMessages } from "../../server/src/cli/messages/index.ts";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { run } from "./run.ts";

const LANGUAGES: readonly LanguageId[] = ["ja", "en"];
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** Text that is the same in any language: quotes, code, names of files and options. */
const CODE = /^ {4}.*$|`[^`]*`|vendor-profile .*$/gm;

for (const language of LANGUAGES) {
  const locale = { language, messages: cliMessages[language] };

  describe(`Help in ${language}`, () => {
    for (const command of commands) {
      const { name, options, help } = command;

      describe(name, () => {
        it("describes the command, its options and its examples", () => {
          const { summary, description, options: texts, exit, examples } = help[language];
          for (const text of [summary, ...description]) assert.notEqual(text.trim(), "");
          assert.ok(description.length > 0 && exit.length > 0 && examples.length > 0);
          assert.deepEqual(Object.keys(texts).sort(), Object.keys(options).sort());
          for (const [option, [value, text]] of Object.entries(texts)) {
            assert.notEqual(text, "", option);
            assert.equal(value === "", options[option]?.type === "boolean", option);
          }
          for (const [line, text] of examples) {
            assert.match(line, /vendor-profile /);
            assert.notEqual(text, "");
          }
        });

        it("is in this language", () => {
          const { summary, description, options: texts, exit, examples, sections = [] } = help[language];
          const all = [
            summary,
            ...description,
            ...Object.values(texts).map(([, text]) => text),
            ...exit.map(([, text]) => text),
            ...examples.map(([, text]) => text),
            ...sections.flatMap(([, ...paragraphs]) => paragraphs),
          ].filter((text) => !text.startsWith(" "));
          for (const text of all) {
            if (language === "ja") assert.match(text, JAPANESE);
            else assert.doesNotMatch(text, JAPANESE);
            if (language === "ja") assert.doesNotMatch(text.replace(CODE, ""), /[a-z]+ [a-z]+ [a-z]+ [a-z]+/);
          }
        });

        for (const columns of [80, 100]) {
          it(`fits ${columns} columns`, () => {
            for (const line of helpOf(command, locale, columns).split("\n")) {
              // a closing mark may hang over the edge
              assert.ok(stringWidth(line) <= columns + 2, line);
              assert.equal(line, line.trimEnd());
            }
          });
        }

        it("has the parts of a manual page, in order", () => {
          const { headings } = locale.messages;
          const page = helpOf(command, locale, 80);
          const parts = ["usage", "description", "options", "exit", "examples", "environment"] as const;
          const places = parts.map((part) => page.indexOf(`\n\n${headings[part]}\n  `));
          assert.ok(places.every((place) => place > 0));
          assert.deepEqual(
            [...places].sort((a, b) => a - b),
            places,
          );
          assert.equal(page.includes(`\n\n${headings.files}\n`), "config" in options);
        });
      });
    }

    it("lists every command at 80 columns", () => {
      const lines = overview(commands, locale, 80).split("\n");
      for (const { name } of commands)
        assert.ok(
          lines.some((line) => line.startsWith(`  ${name} `)),
          name,
        );
      for (const line of lines) assert.ok(stringWidth(line) <= 82, line);
    });
  });
}

describe("How to get help", () => {
  it("--help, help, and either with a command", () => {
    assert.deepEqual(run(["help"]), run(["--help"]));
    for (const name of ["new", "schema", "lsp", "completions"]) {
      const page = run([name, "--help"]);
      assert.equal(page.status, 0);
      assert.equal(page.stderr, "");
      for (const args of [
        ["help", name],
        [name, "-h"],
        ["--help", name],
        [name, "--help", "--unknown"],
      ]) {
        assert.deepEqual(run(args), page);
      }
    }
  });

  it("help for an unknown command exits with 2", () => {
    const { status, stdout, stderr } = run(["help", "schemo", "--lang", "en"]);
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /schema/);
  });

  it("--version prints the version of the package", () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
    for (const args of [["--version"], ["-V"], ["new", "--version"], ["lsp", "-V"]])
      assert.equal(run(args).stdout, `${version}\n`);
  });
});
