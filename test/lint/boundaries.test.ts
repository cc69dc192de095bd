/** Tests that the linter refuses every import that a package or a layer may not make, at any depth, and every circle of files. */
import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

const BELOW_RULES = ["core/text", "core/yaml", "core/standard", "core/findings", "core/schema", "core/evaluation"];
const CORE = [...BELOW_RULES, "core/rules", "core/analysis"];

/** What each package of server/src, or layer of core, may import besides itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "core/text": [],
  ...Object.fromEntries(CORE.map((layer, index) => [layer, CORE.slice(0, index)])),
  messages: CORE,
  config: [...CORE, "messages"],
  host: ["config"],
  reports: [...CORE, "messages"],
  questionnaire: [...CORE, "messages"],
  spreadsheet: [...CORE, "messages", "reports", "questionnaire"],
  "language-service": [...CORE, "messages", "host"],
  "language-server": [...CORE, "messages", "config", "host", "reports", "questionnaire", "spreadsheet", "language-service"],
  cli: [
    ...[...CORE, "messages", "config", "host", "reports", "questionnaire", "spreadsheet", "language-service"],
    "language-server",
  ],
};

const PACKAGES = Object.keys(ALLOWED);
const KNOWS_PROTOCOL = ["host", "language-server", "cli"];
const KNOWS_NODE = ["host", "language-server", "cli"];

/** Files with one import each, by path: whether the linter must refuse it. */
function planted(): Map<string, { readonly specifier: string; readonly isForbidden: boolean }> {
  const files = new Map<string, { readonly specifier: string; readonly isForbidden: boolean }>();
  const plant = (folder: string, specifier: string, isForbidden: boolean) =>
    files.set(`${folder}/planted${files.size}.ts`, { specifier, isForbidden });
  const plantPath = (folder: string, target: string, isForbidden: boolean) => {
    for (const from of [folder, `${folder}/deep/deeper`]) {
      for (const to of [`${target}/x.ts`, `${target}/deep/x.ts`]) plant(from, relative(from, to), isForbidden);
    }
  };
  for (const name of PACKAGES) {
    const folder = `server/src/${name}`;
    for (const other of PACKAGES) {
      if (other !== name) plantPath(folder, `server/src/${other}`, !ALLOWED[name]?.includes(other));
    }
    plantPath(folder, "client/src", true);
    plantPath(folder, "client/webviews", true);
    plantPath(folder, "protocol", !KNOWS_PROTOCOL.includes(name));
    plant(folder, "vscode", true);
    plant(folder, "vscode-languageclient/node", true);
    plant(folder, "node:fs", !KNOWS_NODE.includes(name));
    if (CORE.includes(name)) plant(folder, "vscode-languageserver", true);
  }
  plantPath("server/src/language-service", "server/src/host/node", true);
  plant("server/src/language-service", "vscode-languageserver/node", true);
  for (const other of ["server/src/core", "server/src/messages", "server/src/language-server", "client/webviews"]) {
    plantPath("client/src", other, true);
  }
  plantPath("client/src", "server/src/host/node", false);
  for (const other of ["server/src/core", "server/src/host", "client/src"]) plantPath("client/webviews", other, true);
  for (const module of ["vscode", "node:fs"]) plant("client/webviews", module, true);
  for (const other of ["server/src/core", "client/src"]) plantPath("protocol", other, true);
  for (const module of ["vscode", "vscode-languageserver", "node:fs"]) plant("protocol", module, true);
  return files;
}

/** The files that the linter finds at fault, with the rules. */
function lint(folder: string): Map<string, Set<string>> {
  const biome = join(dirname(createRequire(import.meta.url).resolve("@biomejs/biome/package.json")), "bin/biome");
  const args = [biome, "lint", "--reporter=json", "--max-diagnostics=none", "."];
  let output: string;
  try {
    output = execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    // it exits with 1 where it finds something
    output = (error as { readonly stdout: string }).stdout;
  }
  const { diagnostics } = JSON.parse(output) as {
    readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[];
  };
  const found = new Map<string, Set<string>>();
  for (const { category, location } of diagnostics) {
    found.set(location.path, (found.get(location.path) ?? new Set()).add(category.split("/").at(-1) ?? ""));
  }
  return found;
}

describe("The linter", () => {
  let folder: string;
  const files = planted();
  let found: ReadonlyMap<string, ReadonlySet<string>>;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "vendor-profile-lint-"));
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    const { $schema, vcs, ...config } = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
    write("biome.json", JSON.stringify(config));
    write("biome.boundaries.json", readFileSync(join(root, "biome.boundaries.json"), "utf8"));
    for (const [path, { specifier }] of files) write(path, `import { x } from "${specifier}";\n\nx();\n`);
    write("server/src/core/yaml/circle/a.ts", 'import type { B } from "./b.ts";\n\nexport type A = B | 1;\n');
    write("server/src/core/yaml/circle/b.ts", 'import type { A } from "./a.ts";\n\nexport type B = A | 2;\n');
    found = lint(folder);
  });
  after(() => rmSync(folder, { recursive: true }));

  it("refuses every forbidden import, and no other", () => {
    const isRefused = (path: string) => ["noRestrictedImports", "noNodejsModules"].some((rule) => found.get(path)?.has(rule));
    const wrong = [...files].filter(([path, { isForbidden }]) => isRefused(path) !== isForbidden);
    assert.deepEqual(
      wrong.map(([path, { specifier, isForbidden }]) => `${dirname(path)} → ${specifier}: ${isForbidden ? "passes" : "refused"}`),
      [],
    );
    assert.ok(
      [...files.values()].some(({ isForbidden }) => isForbidden) && [...files.values()].some((file) => !file.isForbidden),
    );
  });

  it("refuses a circle of files, of types alone as well", () => {
    for (const name of ["a", "b"]) {
      assert.ok(found.get(`server/src/core/yaml/circle/${name}.ts`)?.has("noImportCycles"), `${name}.ts`);
    }
  });

  it("knows every package", () => {
    const foldersIn = (path: string) =>
      readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
    const packages = foldersIn("server/src").flatMap((name) =>
      name === "core" ? foldersIn("server/src/core").map((layer) => `core/${layer}`) : [name],
    );
    assert.deepEqual(packages.filter((name) => name !== "generated").sort(), [...PACKAGES].sort());
  });
});
