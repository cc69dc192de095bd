import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { performancePage, performancePages } from "../../bench/report/pages.ts";

describe("The pages about performance", () => {
  for (const language of ["ja", "en"] as const) {
    it(`show the figures of bench/results.json, ${language}`, () => {
      const page = readFileSync(new URL(`../../${performancePages[language]}`, import.meta.url), "utf8");
      assert.equal(page, performancePage(language), "run `npm run generate`");
    });
  }
});
