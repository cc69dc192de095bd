/** How the protocol's library is bundled. */
import type { Plugin } from "esbuild";
import protocol from "vscode-languageserver";

const NAME = "vscode-languageserver";

/**
 * Of a CommonJS package, esbuild copies all exports for each file that imports some. Of this one, with hundreds of them, they are
 * copied for one file, from which all others have theirs.
 */
export const copiedOnce: Plugin = {
  name: "copied-once",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${NAME}$`) }, ({ kind, namespace, path }) =>
      kind === "import-statement" && namespace === "file" ? { path, namespace: "copied-once" } : undefined,
    );
    onLoad({ filter: /./, namespace: "copied-once" }, () => ({
      contents: `export { ${Object.keys(protocol).join(", ")} } from "${NAME}";`,
      resolveDir: import.meta.dirname,
    }));
  },
};
