/** Takes the pictures of the documentation, docs/images/: the extension on the examples, in a real editor. */
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root, setUp } from "../test/vscode/setup.ts";
import { address, type Locale, launch, openPage, startWorkbench } from "../test/vscode/workbench.ts";

/** The example shown, and the text before the value that the pointer rests on. */
const example = "overseas-without-alternative.vendor.yaml";
const before = "primary: [JP, ";

const settings = {
  "vendorProfile.asOf": "2026-11-22",
  "workbench.colorTheme": "Default Light Modern",
  "window.title": "Visual Studio Code",
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "files.exclude": { "**/*.expected.yaml": true },
};

/** Opens the example, goes to the value, and waits until it is judged. */
async function openExample(page: Page): Promise<void> {
  const text = await readFile(join(root, "examples", example), "utf8");
  const lines = text.slice(0, text.indexOf(before) + before.length).split("\n");
  await page.waitForSelector(".explorer-folders-view .monaco-list-row");
  await ask(page, "ControlOrMeta+P", example, example);
  await page.waitForSelector(".editor-instance .view-line");
  await ask(page, "Control+G", `${lines.length}:${(lines.at(-1) ?? "").length + 1}`);
  await page.waitForSelector(".squiggly-error");
  // The last to follow: the names in the tab and the explorer have their colours by then.
  await page.waitForSelector('[id="status.problems"][aria-label^="Errors"]');
}

/** Answers the question that a key brings up, once the choice is offered. */
async function ask(page: Page, key: string, answer: string, choice?: string): Promise<void> {
  await page.keyboard.press(key);
  await page.waitForSelector(".quick-input-widget input:focus");
  await page.keyboard.type(answer);
  if (choice) await page.waitForSelector(`.quick-input-list .monaco-list-row[aria-label^="${choice}"]`);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".quick-input-widget", { state: "hidden" });
}

/** Shows the hover at the cursor. */
async function hover(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+K");
  await page.keyboard.press("ControlOrMeta+I");
  await page.waitForSelector(".monaco-hover .marker", { state: "visible" });
}

/** Shows the Problems panel. */
async function problems(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+Shift+M");
  await page.waitForSelector(".markers-panel .monaco-list-row .marker-icon", { state: "visible" });
}

/** Shows the language status, where the verdict stands. */
async function status(page: Page): Promise<void> {
  await page.locator('[id="status.languageStatus"]').hover();
  await page.waitForSelector(".hover-language-status .codicon-error", { state: "visible" });
}

/** The editor's part of the window where the hover is. */
const middle = { x: 352, y: 145, width: 980, height: 400 };
/** The lower right of the window: what there is to see of the status. */
const corner = { x: 700, y: 780, width: 700, height: 70 };

const pictures: { name: string; locale: Locale; show: (page: Page) => Promise<void>; clip?: typeof corner }[] = [
  { name: "diagnostics-ja", locale: "ja", show: hover, clip: middle },
  { name: "problems-ja", locale: "ja", show: problems },
  { name: "status-ja", locale: "ja", show: status, clip: corner },
  { name: "diagnostics-en", locale: "en", show: hover, clip: middle },
  { name: "status-en", locale: "en", show: status, clip: corner },
];

if (process.platform === "linux" && execFileSync("fc-list", [":lang=ja"]).length === 0) {
  throw new Error("No Japanese font: the pictures would show boxes. On Debian: apt-get install fonts-noto-cjk");
}
const { server, browser } = await setUp();
const chromium = await launch(browser);
for (const { name, locale, show, clip } of pictures) {
  const workbench = await startWorkbench(server, { locale, settings, extension: root });
  const page = await openPage(chromium, address(workbench, join(root, "examples")));
  await openExample(page);
  await show(page);
  const path = `docs/images/${name}.png`;
  await page.screenshot({ path: join(root, path), ...(clip && { clip }) });
  console.log(path);
  await page.close();
  await workbench.stop();
}
await chromium.close();
