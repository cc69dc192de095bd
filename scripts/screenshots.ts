/** Takes the pictures of the documentation, docs/images/: the extension on the examples, in a real editor, and reports. Names take only those. */
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { root, setUp } from "../test/vscode/setup.ts";
import { address, type Locale, launch, openPage, startWorkbench } from "../test/vscode/workbench.ts";

const settings = {
  "vendorProfile.asOf": "2026-11-22",
  "workbench.colorTheme": "Default Light Modern",
  "window.title": "Visual Studio Code",
  "editor.minimap.enabled": false,
  // what a picture types is not kept
  "files.autoSave": "off",
  "editor.stickyScroll.enabled": false,
  "files.exclude": { "**/*.expected.yaml": true },
};

/** Opens an example, puts the cursor behind some text of it, and waits until it is judged. */
async function openExample(page: Page, example: string, before: string): Promise<void> {
  const text = await readFile(join(root, "examples", example), "utf8");
  const end = text.indexOf(before);
  if (end < 0) throw new Error(`${example} does not have: ${before}`);
  const lines = text.slice(0, end + before.length).split("\n");
  await page.waitForSelector(".explorer-folders-view .monaco-list-row");
  await ask(page, "ControlOrMeta+P", example, example);
  await page.waitForSelector(".editor-instance .view-line");
  await ask(page, "Control+G", `${lines.length}:${(lines.at(-1) ?? "").length + 1}`);
  await page.waitForSelector(".editor-instance .codelens-decoration", { state: "attached" });
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
  await page.waitForSelector(".monaco-hover .hover-row", { state: "visible" });
}

/** Shows the quick fixes at the cursor. */
async function quickFixes(page: Page): Promise<void> {
  await page.waitForSelector(".editor-instance .squiggly-error");
  // whether there are any, the editor asks again when the findings come
  await page.waitForSelector('.editor-instance :is([class*="codicon-gutter-lightbulb"], .lightBulbWidget)', {
    state: "attached",
  });
  await page.keyboard.press("ControlOrMeta+.");
  await page.waitForSelector(".action-widget .monaco-list-row", { state: "visible" });
}

/** Shows which key is found by a Japanese word, typed in place of what stands before the cursor. */
async function completion(page: Page): Promise<void> {
  await page.keyboard.press("Shift+Home");
  await page.keyboard.type("裁判");
  await page.waitForSelector(".suggest-widget .monaco-list-row.focused", { state: "visible" });
  await page.keyboard.press("Control+Space");
  await page.waitForSelector(".suggest-details .body", { state: "visible" });
}

/** Shows what stands beside the text. */
async function marks(page: Page): Promise<void> {
  await page.locator(".view-line", { hasText: "←" }).first().waitFor();
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
/** The editor's part of the window from its top. */
const upper = { x: 352, y: 60, width: 980, height: 700 };
/** The same, further down. */
const lower = { x: 352, y: 350, width: 980, height: 300 };
/** The lower right of the window: what there is to see of the status. */
const corner = { x: 700, y: 780, width: 700, height: 70 };

interface Picture {
  readonly name: string;
  readonly locale: Locale;
  readonly example: string;
  /** The text before the cursor. */
  readonly before: string;
  readonly show: (page: Page) => Promise<void>;
  readonly clip?: typeof corner;
}

const abroad = { example: "overseas-without-alternative.vendor.yaml", before: "primary: [JP, " };

const pictures: Picture[] = [
  { name: "diagnostics-ja", locale: "ja", ...abroad, show: hover, clip: middle },
  { name: "problems-ja", locale: "ja", ...abroad, show: problems },
  { name: "status-ja", locale: "ja", ...abroad, show: status, clip: corner },
  {
    name: "hover-ja",
    locale: "ja",
    example: "class-i-by-alternatives.vendor.yaml",
    before: "twoStep",
    show: hover,
    clip: middle,
  },
  {
    name: "fixes-ja",
    locale: "ja",
    example: "japanese-keyboard.vendor.yaml",
    before: "protocols: [T",
    show: quickFixes,
    clip: middle,
  },
  {
    name: "completion-ja",
    locale: "ja",
    example: "half-stated.vendor.yaml",
    before: "domesticCourt:",
    show: completion,
    clip: lower,
  },
  {
    name: "marks-ja",
    locale: "ja",
    ...abroad,
    before: "profile: ",
    show: marks,
    clip: upper,
  },
  { name: "diagnostics-en", locale: "en", ...abroad, show: hover, clip: middle },
  { name: "status-en", locale: "en", ...abroad, show: status, clip: corner },
  {
    name: "hover-en",
    locale: "en",
    example: "class-i-by-alternatives.vendor.yaml",
    before: "twoStep",
    show: hover,
    clip: middle,
  },
];

/** The reports that are shown, as the command line makes them. */
const reports = (["ja", "en"] as const).map((language) => ({ name: `report-${language}`, language }));

/** Makes a report of an example and opens it where its table begins. */
async function openReport(browser: Browser, language: string): Promise<Page> {
  const args = ["dist/cli.cjs", "report", "examples/class-i-by-alternatives.vendor.yaml", "--format", "html"];
  const html = execFileSync(process.execPath, [...args, "--as-of", "2026-11-22", "--lang", language], {
    cwd: root,
    encoding: "utf8",
  });
  const page = await browser.newPage({ viewport: { width: 1600, height: 430 } });
  await page.setContent(html);
  await page
    .locator("h2")
    .first()
    .evaluate((heading) => heading.scrollIntoView());
  return page;
}

if (process.platform === "linux" && execFileSync("fc-list", [":lang=ja"]).length === 0) {
  throw new Error("No Japanese font: the pictures would show boxes. On Debian: apt-get install fonts-noto-cjk");
}
const { server, browser } = await setUp();
const chromium = await launch(browser);
const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
for (const { name, language } of reports) {
  if (!isWanted(name)) continue;
  const page = await openReport(chromium, language);
  const path = `docs/images/${name}.png`;
  await page.screenshot({ path: join(root, path) });
  console.log(path);
  await page.close();
}
for (const { name, locale, example, before, show, clip } of pictures) {
  if (!isWanted(name)) continue;
  const workbench = await startWorkbench(server, { locale, settings, extension: root });
  const page = await openPage(chromium, address(workbench, join(root, "examples")));
  await openExample(page, example, before);
  await show(page);
  const path = `docs/images/${name}.png`;
  await page.screenshot({ path: join(root, path), ...(clip && { clip }) });
  console.log(path);
  await page.close();
  await workbench.stop();
}
await chromium.close();
