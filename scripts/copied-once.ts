import type { Plugin } from "esbuild";
import protocol from "vscode-languageserver";

const NAME = "vscode-languageserver";

/**
 * For each file that imports from a CommonJS package, esbuild emits code that copies all its exports at start. The protocol's
 * library has hundreds, so this plugin routes all imports through one module, which copies them once.
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
