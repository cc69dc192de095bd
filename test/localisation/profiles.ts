/** The profiles to test every surface with, and the assertion about their texts. */
import assert from "node:assert/strict";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { examples } from "../support/analyze.ts";
import { viewOf } from "../support/view.ts";
import { foreignTo } from "./language.ts";

/** An example without comments, with all Japanese replaced by English. */
const inEnglish = (text: string) => text.replace(/^\s*#.*$/gm, "").replace(/[^\x20-\x7e\n\t\r]+/g, "Example");

/** The examples, some of them in English as well. */
export const profiles = examples()
  .flatMap(({ name, text }, index) => [
    { name, text },
    ...(index % 3 === 0 ? [{ name: `${name}, in English`, text: inEnglish(text) }] : []),
  ])
  .map(({ name, text }) => {
    const uri = `file:///profiles/${name.replaceAll(/\W+/g, "-")}.vendor.yaml`;
    return { name, text, view: viewOf(text, { uri }) };
  });

/** Fails if a text contains the other language, apart from quotations of `own`. */
export function assertOne(language: LanguageId, texts: readonly string[], own: string, what: string): void {
  const mixed = texts.flatMap((text) => foreignTo(language, text, own));
  assert.deepEqual([...new Set(mixed)], [], what);
}
