/** Bundles what is shipped into dist/. `--dev`: readable, with source maps; `--watch`: the same, again at every change. */
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

/** What is shipped, each from its entry. Whatever is imported when it is needed must be one of them. */
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

/** What the views load into their pages: a script and a style sheet each. */
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

/** What is imported when it is needed is a bundle of its own: within another, it would slow down the other's start. */
const apart: Plugin = {
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ kind, path, resolveDir }) => {
      if (kind !== "dynamic-import") return undefined;
      const entry = relative(root, join(resolveDir, path)).replaceAll(sep, "/");
      const bundle = bundles.find((bundle) => bundle.in === entry);
      return bundle
        ? { path: `./${basename(bundle.out)}`, external: true }
        : { errors: [{ text: `${entry} is imported when it is needed, and no bundle of its own` }] };
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
    // what is loaded later is CommonJS as well, and Node's loader of modules would take its time to find that out
    supported: { "dynamic-import": false },
    mainFields: ["module", "main"],
    alias: {
      // To Node, yaml offers CommonJS alone; its ES modules, where what is unused falls away, are those for browsers.
      yaml: join(root, "node_modules/yaml/browser/index.js"),
      // What it offers to Node asks for modules of Node, and the spreadsheets are loaded in browsers as well.
      fflate: join(root, "node_modules/fflate/esm/browser.js"),
    },
    // The extension and the server hold what connects them in Node, and in a browser.
    conditions: ["module", "browser"],
    external: ["vscode"],
    charset: "utf8",
    legalComments: "none",
    minify: !dev,
    sourcemap: dev,
    ...(bundle.banner && { banner: { js: bundle.banner } }),
    plugins: [apart, events, copiedOnce, ...(watch ? [announce] : [])],
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
    // that of the oldest editor
    target: "chrome128",
    jsx: "automatic",
    jsxImportSource: "preact",
    charset: "utf8",
    legalComments: "none",
    minify: !dev,
    sourcemap: dev && "inline",
    plugins: watch ? [announce] : [],
  }) satisfies BuildOptions;

/** All that is to be built. */
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
