/**
 * Replaces desktop VS Code's executable for @vscode/test-electron: takes its command line, runs the suite in the VS Code server and
 * a headless browser, and exits with the suite's status.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { format, parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { setUp } from "./setup.ts";
import { address, type Locale, launch, openPage, startWorkbench } from "./workbench.ts";

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    locale: { type: "string" },
    "user-data-dir": { type: "string" },
    extensionDevelopmentPath: { type: "string", multiple: true },
    extensionTestsPath: { type: "string" },
  },
});
const {
  locale,
  "user-data-dir": userData,
  extensionDevelopmentPath: extensions,
  extensionTestsPath: suite,
} = values as {
  locale?: Locale;
  "user-data-dir": string;
  extensionDevelopmentPath: string[];
  extensionTestsPath: string;
};
const folder = resolve(positionals[0] ?? ".");

const settings = JSON.parse(await readFile(join(userData, "User/settings.json"), "utf8"));
const { server, browser } = await setUp();
const [workbench, chromium] = await Promise.all([
  startWorkbench(server, { settings, testDriver: true, ...(locale && { locale }) }),
  launch(browser),
]);

// Collects the extension host's console, mixed with the workbench's log. Printed only on failure.
const log: string[] = [];
let page: Page | undefined;
const status = await new Promise<number>((end, reject) => {
  setTimeout(() => {
    console.error([...workbench.complaints, ...log, "The suite did not end in ten minutes."].join("\n"));
    end(1);
  }, 600_000).unref();
  openPage(chromium, address(workbench, folder, { extensions, suite }), async (opened) => {
    page = opened;
    await opened.exposeFunction("codeAutomationLog", (_type: string, args: unknown[]) => log.push(format(...args)));
    await opened.exposeFunction("codeAutomationExit", end);
  }).catch(reject);
});
if (status !== 0) {
  await writeFile(join(userData, "failure.log"), log.join("\n"));
  // Ignores failures: a hanging browser takes no screenshot, and the status matters more.
  await page?.screenshot({ path: join(userData, "failure.png"), timeout: 5000 }).catch(() => {});
  console.error(`Screenshot and log of the failure: ${userData}`);
}
await Promise.all([chromium.close(), workbench.stop()]);
process.exit(status);
