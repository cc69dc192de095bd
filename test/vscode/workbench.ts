/** VS Code's workbench without a desktop: the server, and pages in a headless browser. */
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { type Browser as Chromium, chromium, type Page } from "playwright-core";
import type { Browser, Server } from "./setup.ts";

export type Locale = "en" | "ja";

/** A running server, at `http://127.0.0.1:<port>`. */
export interface Workbench {
  readonly port: number;
  /** The folder of everything that the server writes, such as `data/logs`. */
  readonly data: string;
  /** The lines of the server's stderr. */
  readonly complaints: readonly string[];
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

/** Options for {@link startWorkbench}. */
export interface WorkbenchOptions {
  readonly locale?: Locale;
  /** Machine settings. */
  readonly settings?: Record<string, unknown>;
  /** The folder of an extension to install by a link; reloading the page loads a new build. */
  readonly extension?: string;
  /** The path of a .vsix, which the editor itself installs. */
  readonly vsix?: string;
  /** Enables extensions under development and their tests; hides notifications. */
  readonly testDriver?: boolean;
}

/** Settings for an editor without suggestions, notices and extra panels. */
const quiet = {
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "git.openRepositoryInParentFolders": "never",
  "window.commandCenter": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};

/** Starts a server with fresh data and waits until it listens. */
export async function startWorkbench(server: Server, options: WorkbenchOptions): Promise<Workbench> {
  const { locale = "en", settings, extension, vsix, testDriver = false } = options;
  const data = await mkdtemp(join(tmpdir(), "vendor-profile-server-"));
  await mkdir(join(data, "data/Machine"), { recursive: true });
  await writeFile(join(data, "data/Machine/settings.json"), JSON.stringify({ ...quiet, ...settings }));
  await mkdir(join(data, "extensions"));
  // A new server treats the extensions in this folder as installed.
  if (extension) await symlink(extension, join(data, "extensions/under-development"), "junction");
  if (locale === "ja") await pretendJapanese(join(data, "data"));
  const main = [
    join(server.folder, "out/server-main.js"),
    ...["--server-data-dir", data, "--extensions-dir", join(data, "extensions")],
    ...["--accept-server-license-terms", "--telemetry-level", "off"],
  ];
  // Disables the extension gallery.
  const env = { ...process.env, EXTENSIONS_GALLERY: "{}" };
  if (vsix) await promisify(execFile)(server.node, [...main, "--install-extension", vsix], { env });
  const child = spawn(
    server.node,
    [
      ...main,
      ...["--host", "127.0.0.1", "--port", "0", "--without-connection-token"],
      ...["--disable-workspace-trust", "--locale", locale],
      ...(testDriver ? ["--enable-smoke-test-driver"] : []),
    ],
    // Its own process group, so that killing it also ends the extension hosts.
    { detached: true, stdio: ["ignore", "pipe", "pipe"], env },
  );
  const gone = once(child, "exit");
  const kill = () => {
    if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
    if (process.platform === "win32") child.kill();
    else process.kill(-child.pid);
  };
  const clean = () => rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  process.once("exit", () => {
    kill();
    clean();
  });
  // The server is in its own group, so Ctrl-C does not reach it.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
  const complaints: string[] = [];
  createInterface(child.stderr).on("line", (line) => complaints.push(line));
  const port = await new Promise<number>((resolve, reject) => {
    gone.then(([code]) => reject(new Error([`The VS Code server ended with ${code}.`, ...complaints].join("\n"))), reject);
    createInterface(child.stdout).on("line", (line) => {
      const listening = /listening on (\d+)/.exec(line);
      if (listening) resolve(Number(listening[1]));
    });
  });
  return {
    port,
    data,
    complaints,
    async stop() {
      kill();
      await gone;
      clean();
    },
  };
}

/**
 * Makes VS Code Japanese without its language pack, which is not on npm. The editor's own menus stay English, but the extension's
 * manifest and messages, `vscode.env.language` and the server's locale are Japanese, as for a user.
 */
export async function pretendJapanese(userData: string): Promise<void> {
  const vscode = join(userData, "main.i18n.json");
  const translations = { vscode };
  const hash = createHash("md5").update(JSON.stringify(translations)).digest("hex");
  const extensions = [{ extensionIdentifier: { id: "ms-ceintl.vscode-language-pack-ja" }, version: "1.0.0" }];
  await writeFile(vscode, '{"contents":{}}');
  await writeFile(
    join(userData, "languagepacks.json"),
    JSON.stringify({ ja: { hash, extensions, translations, label: "日本語" } }),
  );
}

/** Starts the browser. */
export function launch({ executablePath, env }: Browser): Promise<Chromium> {
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    // Containers have no sandbox; text antialiased in greys keeps screenshots small; the rest keeps the browser off the network.
    args: [
      "--no-sandbox",
      "--disable-lcd-text",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** The URL of the workbench on a folder. `development` names the extensions under development and their test suite. */
export function address(
  { port }: Workbench,
  folder: string,
  development?: { extensions: readonly string[]; suite: string },
): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${path}`;
  const url = new URL(`http://127.0.0.1:${port}/`);
  url.searchParams.set("folder", folder);
  if (development) {
    const payload = development.extensions.map((path) => ["extensionDevelopmentPath", remote(path)]);
    payload.push(["extensionTestsPath", remote(development.suite)]);
    url.searchParams.set("payload", JSON.stringify(payload));
  }
  return url.href;
}

/** Opens a page of 1400 by 850 pixels and waits for the workbench. Calls `prepare` before the page loads. */
export async function openPage(browser: Chromium, url: string, prepare?: (page: Page) => Promise<void>): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 850 } });
  await prepare?.(page);
  await page.goto(url);
  await page.waitForSelector(".monaco-workbench", { timeout: 120_000 });
  return page;
}
