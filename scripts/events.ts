/** How the parser of events is bundled. */
import { readFile } from "node:fs/promises";
import { type Plugin, transform } from "esbuild";

/** What the parser consists of. The rest of js-yaml makes its schemas as it is loaded, which none of us needs. */
const parts = ["common/snippet", "common/exception", "parser/events", "parser/parser_scalar", "parser/parser"];
const names = "CHOMPING_MODE, COLLECTION_STYLE, EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException";

/**
 * Takes from js-yaml the parser alone. Spreads are spelt out in it: Node 20 gives each object that begins with one a hidden class
 * of its own, and the parser's state, made so, takes several times as long to read.
 */
export const events: Plugin = {
  name: "events",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]js-yaml\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const taken = parts.map((part) => {
        const [, text] = source.split(`//#region src/${part}.ts\n`);
        if (text === undefined) throw new Error(`js-yaml has no ${part} now`);
        return text.slice(0, text.indexOf("//#endregion"));
      });
      const { code } = await transform(`${taken.join("")}export { ${names} };`, { supported: { "object-rest-spread": false } });
      return { contents: code };
    });
  },
};
