/** The server's literals are Japanese only among the Japanese messages, and never mix the languages. */
import assert from "node:assert/strict";
import { foreignTo, isJapanese, withoutFixedParts } from "./language.ts";
import { COMMAND_NAMES, NAMES, SURROUNDINGS } from "./names.ts";
import { literalText, namesAbove, placeOf, type Source, sourcesIn, within } from "./sources.ts";

/** Files where Japanese is parsed, or is a name, with the reason. */
const READ: Readonly<Record<string, string>> = {
  "server/src/core/schema/day.ts": "the eras and weekdays of dates",
  "server/src/reports/xlsx/names.ts": "a sheet name that Excel reserves",
};

const OWN_JA = [NAMES, COMMAND_NAMES, SURROUNDINGS].join("\n");

/** Japanese that the English messages quote. */
const OWN_EN = [
  "５−１", // 5-1 in full-width characters, which is accepted too.
  "〔〕", // The brackets of corrections in the standard, the same in both languages.
].join("\n");

interface Literal {
  readonly place: string;
  readonly path: string;
  readonly text: string;
  /** The language of the messages that contain it; undefined outside of messages. */
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

/** Whether a literal is an identifier and not a text. */
const isIdentifier = ({ text }: Literal) => !isJapanese(text) && !/[a-z] [a-z]/.test(text);

describe("the server's texts", () => {
  let literals: Literal[] = [];

  before(() => {
    literals = sourcesIn("server/src/**/*.ts").flatMap(literalsIn);
  });

  it("exist in both languages", () => {
    for (const language of ["ja", "en"]) assert.ok(literals.filter(({ among }) => among === language).length > 500);
  });

  it("are Japanese only among messages", () => {
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
