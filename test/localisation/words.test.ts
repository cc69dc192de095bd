/** Guards where the server's words stand: Japanese among the Japanese ones, and none of the other language in either. */
import assert from "node:assert/strict";
import { foreignTo, isJapanese, withoutFixedParts } from "./language.ts";
import { COMMAND_NAMES, NAMES, SURROUNDINGS } from "./names.ts";
import { literalText, namesAbove, placeOf, type Source, sourcesIn, within } from "./sources.ts";

/** Where Japanese is read, not written, or is the name of something. */
const READ: Readonly<Record<string, string>> = {
  "server/src/core/schema/day.ts": "the eras and weekdays of dates",
  "server/src/reports/xlsx/names.ts": "a name that Excel keeps for itself",
};

const OWN_JA = [NAMES, COMMAND_NAMES, SURROUNDINGS].join("\n");

/** What the English texts show of Japanese. */
const OWN_EN = [
  "５−１", // how a Japanese keyboard writes 5-1, which is read as well
  "〔〕", // the marks of corrections in the standard, which are the same in both languages
].join("\n");

interface Literal {
  readonly place: string;
  readonly path: string;
  readonly text: string;
  /** The language that it is written among; undefined where it is written among neither. */
  readonly among: "ja" | "en" | undefined;
}

function literalsIn(source: Source): Literal[] {
  return [...within(source.file)].flatMap((node) => {
    const text = literalText(node);
    if (text === undefined) return [];
    const names = [...source.path.split(/[/.]/), ...namesAbove(node)];
    const isAmong = (language: string) => names.some((name) => new RegExp(`^${language}(?![a-z])`).test(name));
    const among = isAmong("ja") ? "ja" : isAmong("en") ? "en" : undefined;
    return [{ place: placeOf(source, node), path: source.path, text, among }];
  });
}

/** Whether it is a word of the program's, and no one's words. */
const isIdentifier = ({ text }: Literal) => !isJapanese(text) && !/[a-z] [a-z]/.test(text);

describe("the server's words", () => {
  let literals: Literal[] = [];

  before(() => {
    literals = sourcesIn("server/src/**/*.ts").flatMap(literalsIn);
  });

  it("are there in both languages", () => {
    for (const language of ["ja", "en"]) assert.ok(literals.filter(({ among }) => among === language).length > 500);
  });

  it("are Japanese only where both languages stand side by side", () => {
    const stray = literals.filter(
      ({ among, text, path }) => among === undefined && isJapanese(text) && !Object.hasOwn(READ, path),
    );
    assert.deepEqual(
      stray.filter(({ text }) => /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(text)),
      [],
    );
  });

  for (const [language, own] of [
    ["ja", OWN_JA],
    ["en", OWN_EN],
  ] as const) {
    it(`are in one language, ${language}`, () => {
      const mixed = literals
        .filter((literal) => literal.among === language && !isIdentifier(literal))
        .map(({ place, text }) => ({ place, text, foreign: foreignTo(language, withoutFixedParts(text), own) }));
      assert.deepEqual(
        mixed.filter(({ foreign }) => foreign.length > 0),
        [],
      );
    });
  }
});
