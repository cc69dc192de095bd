import { strict as assert } from "node:assert";
import fc from "fast-check";
import { parse } from "yaml";
import { quoted } from "../../server/src/language-service/edits/quote.ts";
import { analyzeText } from "../support/analyze.ts";
import { runs } from "../support/runs.ts";

it("a new profile quotes whatever a name may hold, if a reader sees anything in it", () => {
  const name = fc.string({ unit: "binary", minLength: 1, maxLength: 30 }).filter((name) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(name));
  fc.assert(
    fc.property(name, (name) => {
      const text = `profile: 1\nvendor:\n  name: ${quoted(name)}\nservice:\n  name: a\ninformation:\n  classification: III\n`;
      assert.equal((parse(text) as { vendor: { name: unknown } }).vendor.name, name);
      const { findings, profiles } = analyzeText(text);
      assert.deepEqual([findings, profiles[0]?.vendor], [[], name]);
    }),
    runs(100),
  );
});
