/** English output contains no Japanese and Japanese output no English, except in quotations. */

import assert from "node:assert/strict";
import { commands } from "../../server/src/cli/commands/index.ts";
import { FORMATS as CHECK_FORMATS } from "../../server/src/cli/formats/outputs.ts";
import { configMessages, configText } from "../../server/src/config/messages/index.ts";
import { misnamed, readConfig } from "../../server/src/config/read.ts";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { plain } from "../../server/src/core/yaml/node.ts";
import { parseSource } from "../../server/src/core/yaml/parse.ts";
import { pageText, standardUri } from "../../server/src/language-service/pages.ts";
import { coreMessages } from "../../server/src/messages/render.ts";
import { fill } from "../../server/src/questionnaire/fill.ts";
import { formOf } from "../../server/src/questionnaire/form.ts";
import { AS_OF } from "../support/analyze.ts";
import { printed, readable } from "./command-line.ts";
import { COMMAND_NAMES, KEYS, NAMES, QUOTED, SAME, SURROUNDINGS } from "./names.ts";
import { assertOne, profiles } from "./profiles.ts";
import { editorSurfaces } from "./surfaces.ts";

const LANGUAGES = ["ja", "en"] as const;
const { standard, format } = bundled;

/** The commands that describe a profile, with their formats. */
const FORMATS: readonly (readonly [command: string, ...formats: string[]])[] = [
  ["check", ...CHECK_FORMATS],
  ["report", "md", "html", "csv", "json"],
  ["compare", "md", "html", "csv", "json"],
  ["plan", "pretty", "md", "html", "csv", "json"],
];

describe("output in one language", () => {
  for (const language of LANGUAGES) {
    describe(language, () => {
      for (const [surface, textsOf] of Object.entries(editorSurfaces)) {
        it(`${surface} of every profile`, () => {
          let count = 0;
          for (const { name, text, view } of profiles) {
            const texts = textsOf({ ...view, language }).filter((text) => text !== "");
            count += texts.length;
            assertOne(language, texts, [text, NAMES, surface === "hovers" ? QUOTED : ""].join("\n"), name);
          }
          assert.ok(count > 0);
        });
      }

      for (const [command, ...formats] of FORMATS) {
        for (const format of formats) {
          it(`${command} as ${format} of every profile`, async () => {
            for (const { name, text } of profiles) {
              const output = await printed([command, "-", "-f", format, "--lang", language, "--as-of", AS_OF], text);
              assert.notEqual(output, "");
              assertOne(language, [readable(output, format)], [text, NAMES, COMMAND_NAMES, SAME].join("\n"), name);
            }
          });
        }
      }

      it("questionnaires, empty and filled in", () => {
        for (const { name, text } of profiles) {
          const [document] = parseSource(text).documents;
          if (document?.root?.kind !== "map") continue;
          const { sheets } = formOf(bundled, language, fill(format, plain(document.root), language));
          const cells = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
          const texts = [
            ...sheets.map(({ name }) => name),
            ...cells.flatMap(({ text, input }) => [text, ...(input?.choices ?? [])]),
          ];
          assertOne(language, texts, [text, NAMES].join("\n"), name);
        }
      });

      it("the standard as a page, and every kind of finding", () => {
        const page = standardUri(standard, language);
        assertOne(language, [pageText(page, bundled) ?? ""], [QUOTED, NAMES].join("\n"), page);
        for (const kind of Object.keys(coreMessages.ja.kinds)) {
          assertOne(language, [pageText(page.replace("standard.md", `${kind}.md`), bundled) ?? assert.fail(kind)], NAMES, kind);
        }
      });

      it("explanations of every requirement, finding and fact", async () => {
        const words = commands.find(({ name }) => name === "explain")?.operands.words ?? [];
        for (const format of ["pretty", "md", "json"]) {
          const output = await printed(["explain", ...words, ...KEYS, "-f", format, "--lang", language]);
          assertOne(language, [readable(output, format)], [QUOTED, NAMES, COMMAND_NAMES].join("\n"), format);
        }
        assertOne(language, [await printed(["explain", "--lang", language])], [NAMES, COMMAND_NAMES].join("\n"), "all");
      });

      it("new profiles", async () => {
        for (const classification of Object.keys(standard.classes)) {
          const output = await printed(["new", "--class", classification, "--vendor", "A", "--service", "B", "--lang", language]);
          assertOne(language, [output], [NAMES, COMMAND_NAMES].join("\n"), classification);
        }
      });

      it("help, and errors of the command line", async () => {
        const wrong = [[], ["chek"], ["check", "--no"], ["check", "--class", "V"], ["check", "--class"], ["check", "nothing/**"]];
        const more = [["explain", "x"], ["plan"], ["new"], ["check", "-", "--fix"], ["report", "-", "-o", "a.pdf"], ["lsp"]];
        const help = [["--help"], ...commands.map(({ name }) => [name, "--help"])];
        for (const args of [...wrong, ...more, ...help]) {
          const output = await printed([...args, "--lang", language]);
          assert.notEqual(output, "", args.join(" "));
          // Lines to type are the same in both languages, so only their Japanese remains.
          const prose = output.replace(/^.*(?:vendor-profile |[=({;]).*$|^ *(?:#|>|\[).*$/gm, (line) =>
            line.replace(/[\x20-\x7e]/g, ""),
          );
          assertOne(
            language,
            language === "ja" ? [prose] : [output],
            [NAMES, COMMAND_NAMES, SURROUNDINGS, args.join(" "), "５−１"].join("\n"),
            args.join(" "),
          );
        }
      });

      it("problems of configurations", () => {
        const texts = [
          "a: [",
          "- a",
          "file: [a]",
          "files: a",
          "files: []",
          "files: ['!a']",
          "files: ['../a', 'a{b']",
          "language: jp",
        ];
        const severities = [
          "unmett: off",
          "99.unmet: off",
          "1.unmet: off",
          "yaml.syntax: off",
          "recommended: high",
          "7.legacy: off",
        ];
        const all = [
          ...texts,
          "a: 1\n---\nb: 1",
          ...severities.map((one) => `severities: { ${one} }`),
          `files: [${"a,".repeat(60)}]`,
        ];
        const seen = new Set<string>();
        for (const [text, problems] of [
          ...all.map((text) => [text, readConfig(text, standard).problems] as const),
          ["", [misnamed]] as const,
        ]) {
          for (const problem of problems) {
            seen.add(problem.fault);
            assertOne(language, [configText(problem, language)], [text, NAMES, COMMAND_NAMES, "off"].join("\n"), text);
          }
        }
        assert.deepEqual(
          Object.keys(configMessages(language).what).filter((fault) => !seen.has(fault)),
          [],
        );
      });
    });
  }
});
