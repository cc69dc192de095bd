/** Attacks every regular expression of the product, whether it is on the list of those that withstood or not. */
import { assertWithstands } from "./attack.ts";
import { patternsOf } from "./patterns.ts";

describe("no input makes any pattern take long", () => {
  for (const pattern of patternsOf())
    it(`/${pattern.source}/${pattern.flags} (${pattern.place})`, () => assertWithstands(pattern));
});
