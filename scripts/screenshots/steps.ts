/** The steps that lead to a picture, done as a user would. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../../test/vscode/setup.ts";

/** Opens an example, puts the cursor after some of its text, and waits until it is judged. */
export async function openExample(page: Page, example: string, before: string): Promise<void> {
  const text = await readFile(join(root, "examples", example), "utf8");
  const end = text.indexOf(before);
  if (end < 0) throw new Error(`${example} does not have: ${before}`);
  const lines = text.slice(0, end + before.length).split("\n");
  await page.waitForSelector(".explorer-folders-view .monaco-list-row");
  await fillQuickInput(page, "ControlOrMeta+P", example, example);
  await page.waitForSelector(".editor-instance .view-line");
  await fillQuickInput(page, "Control+G", `${lines.length}:${(lines.at(-1) ?? "").length + 1}`);
  await page.waitForSelector(".editor-instance .codelens-decoration", { state: "attached" });
  // The last thing to change: by then the names in the tab and the explorer have their colours.
  await page.waitForSelector('[id="status.problems"][aria-label^="Errors"]');
}

/** Opens a quick input by a key, types into it and accepts, once the choice is offered. */
export async function fillQuickInput(page: Page, key: string, answer: string, choice?: string): Promise<void> {
  await page.keyboard.press(key);
  await page.waitForSelector(".quick-input-widget input:focus");
  await page.keyboard.type(answer);
  if (choice) await page.waitForSelector(`.quick-input-list .monaco-list-row[aria-label^="${choice}"]`);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".quick-input-widget", { state: "hidden" });
}

/** Shows the hover at the cursor. */
export async function hover(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+K");
  await page.keyboard.press("ControlOrMeta+I");
  await page.waitForSelector(".monaco-hover .hover-row", { state: "visible" });
}

/** Shows the quick fixes at the cursor. */
export async function quickFixes(page: Page): Promise<void> {
  await page.waitForSelector(".editor-instance .squiggly-error");
  // The editor asks for fixes again when the findings arrive.
  await page.waitForSelector('.editor-instance :is([class*="codicon-gutter-lightbulb"], .lightBulbWidget)', {
    state: "attached",
  });
  await page.keyboard.press("ControlOrMeta+.");
  await page.waitForSelector(".action-widget .monaco-list-row", { state: "visible" });
}

/** Shows the key that completion finds for a Japanese word, typed over the line up to the cursor. */
export async function completion(page: Page): Promise<void> {
  await page.keyboard.press("Shift+Home");
  await page.keyboard.type("裁判");
  await page.waitForSelector(".suggest-widget .monaco-list-row.focused", { state: "visible" });
  await page.keyboard.press("Control+Space");
  await page.waitForSelector(".suggest-details .body", { state: "visible" });
}

/** Waits for the inlay hints. */
export async function inlayHints(page: Page): Promise<void> {
  await page.locator(".view-line", { hasText: "←" }).first().waitFor();
}

/** Shows the Problems panel. */
export async function problems(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+Shift+M");
  await page.waitForSelector(".markers-panel .monaco-list-row .marker-icon", { state: "visible" });
}

/** Shows the language status, which has the verdict. */
export async function status(page: Page): Promise<void> {
  await page.locator('[id="status.languageStatus"]').hover();
  await page.waitForSelector(".hover-language-status .codicon-error", { state: "visible" });
}
