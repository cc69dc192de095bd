import { readFile } from "node:fs/promises";
import { type Plugin, transform } from "esbuild";

/** The regions of js-yaml's source that make up its event parser. The rest builds schemas on loading, which nothing here needs. */
const parts = ["common/snippet", "common/exception", "parser/events", "parser/parser_scalar", "parser/parser"];
const names = "CHOMPING_MODE, COLLECTION_STYLE, EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException";

/**
 * Bundles only the event parser of js-yaml, and compiles its object spreads away: Node 20 gives each object literal that begins
 * with a spread its own hidden class, which makes reads of the parser's state several times slower.
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
