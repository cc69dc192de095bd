/** Guards that a profile in which look-alikes stand for spaces is read and mended to the profile with spaces, wherever and whichever they are. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { Document } from "yaml";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { trimBlanks, widthOf } from "../../server/src/core/text/white-space.ts";
import { plain } from "../../server/src/core/yaml/node.ts";
import { fixAll } from "../../server/src/language-service/fixes/fix-all.ts";
import { AS_OF, analyzeText } from "../support/analyze.ts";
import { runs } from "../support/runs.ts";
import { type Facts, profiles } from "./profiles.ts";

const ALIKES = [
  ..."\v\f\u0085\u00a0\u00ad\u1680\u180e\u2000\u2003\u200a\u200b\u200d\u200e\u2028\u2029\u202f\u205f\u2060\u2063\u3000\ufeff",
];

/** Where a line may have one: a pattern for what it is put behind, or in the place of. */
const places: ((line: string, alike: string) => string)[] = [
  (line, alike) => `${line}${alike}`,
  (line, alike) => line.replace(/ # /, `${alike}# `),
  (line, alike) => line.replace(/: /, `: ${alike}`),
  (line, alike) => line.replace(/^( *)- /, `$1-${alike}`),
  (line, alike) => line.replace(/^( *[\w-]+): /, `$1:${alike}`),
  (line, alike) => line.replace(/^( *[\w-]+):/, `$1${alike}:`),
];

const written = (facts: Facts, indent: number) =>
  new Document(facts, { aliasDuplicateObjects: false }).toString({ lineWidth: 0, indent });

/** Whether every line begins a key or an item: in a text of several lines, a look-alike is part of the text. */
const isPlain = (text: string) => !/[|>][-+\d]*$|"(?:[^"\\]|\\.)*$/m.test(text);

/** All that a text says, with its comments. */
function content(text: string): unknown[] {
  const comments = text.split("\n").flatMap((line) => {
    const start = line.indexOf(" #");
    return start < 0 ? [] : [trimBlanks(line.slice(start))];
  });
  return [...analyzeText(text).profiles.map(({ root }) => (root ? plain(root) : null)), ...comments];
}

/** How the lines are indented. */
const indents: ((spaces: string, alike: string) => string)[] = [
  (spaces) => spaces,
  (spaces, alike) => alike.repeat(spaces.length),
  (spaces) => "\u3000".repeat(spaces.length / 2),
  // (among lines with spaces, only what is as wide as a space stands for one)
  (spaces, alike) => (spaces.length % 4 === 0 && widthOf(alike) === 1 ? alike.repeat(spaces.length) : spaces),
];

const slips = fc.record({
  alike: fc.constantFrom(...ALIKES),
  /** Every how manyth line has one, and where. */
  step: fc.integer({ min: 1, max: 9 }),
  place: fc.nat(places.length - 1),
});

describe("look-alikes of spaces in arbitrary profiles", () => {
  it("are mended to what was meant", () =>
    fc.assert(
      fc.property(
        profiles({ valid: true }),
        fc.constantFrom(2, 4),
        fc.array(slips, { minLength: 1, maxLength: 3 }),
        fc.nat(indents.length - 1),
        (facts, indent, chosen, indentation) => {
          const lines = written(facts, indent).split("\n");
          const text = lines
            .map((line, index) => (index % 5 === 3 && /: \S+$/.test(line) ? `${line} # ※${index}` : line))
            .join("\n");
          fc.pre(isPlain(text));
          const [{ alike }] = chosen as [(typeof chosen)[number]];
          // (of lines that nothing indents and no colon parts, nothing can be told)
          fc.pre(indentation !== 1 || widthOf(alike) > 0 || chosen.every(({ place }) => place < 4));
          let slipped = text.split("\n");
          for (const { alike, step, place } of chosen) {
            slipped = slipped.map((line, index) =>
              line === "" || index % step > 0 ? line : (places[place] as (typeof places)[number])(line, alike),
            );
          }
          const indented = slipped.map((line) => line.replace(/^ +/, (spaces) => indents[indentation]?.(spaces, alike) ?? ""));
          const { text: fixed } = fixAll(indented.join("\n"), bundled, { today: AS_OF });
          assert.deepEqual(content(fixed), content(text), indented.join("\n"));
        },
      ),
      runs(40),
    ));
});
