/** Bundles the product into dist/. `--dev`: not minified, with source maps; `--watch`: the same, rebuilt at every change. */
import { chmod, writeFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { type BuildOptions, build, context, type Metafile, type Plugin } from "esbuild";
import { copiedOnce } from "./copied-once.ts";
import { events } from "./events.ts";
import { METAFILE, noticesOf, shippedPackages } from "./shipped.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const watch = process.argv.includes("--watch");
const dev = watch || process.argv.includes("--dev");

/** The shipped bundles with their entries. Every module that is imported dynamically must be one of them. */
const bundles = [
  { in: "client/src/desktop.ts", out: "dist/desktop.cjs" },
  { in: "client/src/main.ts", out: "dist/extension.cjs" },
  { in: "server/src/language-server/desktop.ts", out: "dist/desktop-server.cjs" },
  { in: "server/src/language-server/main.ts", out: "dist/server.cjs" },
  { in: "server/src/host/node/search.ts", out: "dist/search.cjs" },
  { in: "server/src/spreadsheet/index.ts", out: "dist/spreadsheet.cjs" },
  { in: "server/src/cli/main.ts", out: "dist/cli.cjs", banner: "#!/usr/bin/env node" },
  { in: "server/src/cli/process.ts", out: "dist/commands.cjs" },
  { in: "server/src/cli/workers/thread.ts", out: "dist/thread.cjs" },
  { in: "server/src/cli/prompts.ts", out: "dist/prompts.cjs" },
  { in: "server/src/cli/watch.ts", out: "dist/watch.cjs" },
  { in: "server/src/cli/schemas.ts", out: "dist/schemas.cjs" },
];

/** The bundles that the views load into their pages: a script and a style sheet each. */
const views = ["checklist", "comparison"].map((name) => ({
  in: `client/webviews/${name}/main.tsx`,
  out: `dist/views/${name}.js`,
}));

/** Tells VS Code's background task when a build begins and ends. */
const announce: Plugin = {
  name: "announce",
  setup({ onStart, onEnd }) {
    onStart(() => console.log("build started"));
    onEnd(() => console.log("build finished"));
  },
};

/** Leaves dynamically imported modules in their own bundles: inside another bundle they would slow down its start. */
const separateBundles: Plugin = {
  name: "separate-bundles",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ kind, path, resolveDir }) => {
      if (kind !== "dynamic-import") return undefined;
      const entry = relative(root, join(resolveDir, path)).replaceAll(sep, "/");
      const bundle = bundles.find((bundle) => bundle.in === entry);
      return bundle
        ? { path: `./${basename(bundle.out)}`, external: true }
        : { errors: [{ text: `${entry} is imported dynamically, but is not a bundle` }] };
    });
  },
};

const options = (bundle: (typeof bundles)[number]) =>
  ({
    absWorkingDir: root,
    entryPoints: [bundle.in],
    outfile: bundle.out,
    bundle: true,
    metafile: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    // Turns import() into require(): the bundles are CommonJS, and Node's ES module loader is slower to load them.
    supported: { "dynamic-import": false },
    mainFields: ["module", "main"],
    alias: {
      // For Node, yaml has only CommonJS. Its browser build has ES modules, which esbuild can tree-shake.
      yaml: join(root, "node_modules/yaml/browser/index.js"),
      // fflate's Node build imports Node's modules, but the spreadsheets are loaded in browsers too.
      fflate: join(root, "node_modules/fflate/esm/browser.js"),
    },
    // The extension and the server run in Node and in browsers, and contain the transports for both.
    conditions: ["module", "browser"],
    external: ["vscode"],
    charset: "utf8",
    legalComments: "none",
    minify: !dev,
    sourcemap: dev,
    ...(bundle.banner && { banner: { js: bundle.banner } }),
    plugins: [separateBundles, events, copiedOnce, ...(watch ? [announce] : [])],
  }) satisfies BuildOptions;

const viewOptions = (view: (typeof views)[number]) =>
  ({
    absWorkingDir: root,
    entryPoints: [view.in],
    outfile: view.out,
    bundle: true,
    metafile: true,
    platform: "browser",
    format: "iife",
    // The Chromium of the oldest supported editor.
    target: "chrome128",
    jsx: "automatic",
    jsxImportSource: "preact",
    charset: "utf8",
    legalComments: "none",
    minify: !dev,
    sourcemap: dev && "inline",
    plugins: watch ? [announce] : [],
  }) satisfies BuildOptions;

const builds: readonly BuildOptions[] = [...bundles.map(options), ...views.map(viewOptions)];

async function bundleAll(): Promise<void> {
  const started = performance.now();
  const results = await Promise.all(builds.map((options) => build({ ...options, metafile: true })));
  const metafile: Metafile = {
    inputs: Object.assign({}, ...results.map(({ metafile }) => metafile.inputs)),
    outputs: Object.assign({}, ...results.map(({ metafile }) => metafile.outputs)),
  };
  await writeFile(join(root, METAFILE), JSON.stringify(metafile));
  await writeFile(join(root, "dist/LICENSES.txt"), noticesOf(await shippedPackages(metafile)));
  await Promise.all(bundles.filter(({ banner }) => banner).map(({ out }) => chmod(join(root, out), 0o755)));
  for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
    console.log(`${file.padEnd(24)} ${(bytes / 1024).toFixed(1).padStart(8)} KiB`);
  }
  console.log(styleText("dim", `built in ${Math.round(performance.now() - started)} ms`));
}

if (watch) for (const options of builds) await (await context(options)).watch();
else await bundleAll();
