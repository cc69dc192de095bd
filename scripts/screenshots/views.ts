/** The steps that lead to pictures of the views, done as a user would. */
import type { Frame, Page } from "playwright-core";
import type { Texts } from "../../test/e2e/texts.ts";
import { findWebview } from "../../test/e2e/webview.ts";
import { fillQuickInput } from "./steps.ts";

/** How long to wait for a view, in milliseconds. */
const TIMEOUT = 30_000;

/** Shows the profiles in the side bar, and the checklist beside the text. */
export async function overview(page: Page): Promise<void> {
  await profiles(page);
  await checklist(page);
}

/** Opens the checklist by its button above the text, and waits until the row at the cursor is marked. */
async function checklist(page: Page): Promise<Frame> {
  await page.locator(".editor-actions .codicon-checklist").click();
  const view = await findWebview(page, "body[data-view=checklist] table", TIMEOUT);
  await view.locator("[aria-current]").first().waitFor();
  return view;
}

/** Shows the checklist for another class, and what would be enough to conform to it. */
export async function whatIf(page: Page): Promise<void> {
  const view = await checklist(page);
  await view.locator("select").first().selectOption("S");
  await view.locator(".notices button").waitFor();
  await view.locator(".to-plan").click();
}

/** Opens the list of profiles and waits for its first profile. */
async function profiles(page: Page): Promise<void> {
  await page.locator(".activitybar .action-item", { has: page.locator('[class*="view-extension-vendorProfile"]') }).click();
  await lines(page).first().waitFor();
}

const lines = (page: Page) => page.locator(".pane-body .monaco-list-row[aria-level='2']");

/** Selects services in the list and compares them by its menu. */
export async function comparison(page: Page, texts: Texts): Promise<void> {
  await profiles(page);
  await lines(page).first().click();
  for (const index of [2, -4, -3])
    await lines(page)
      .nth(index)
      .click({ modifiers: ["ControlOrMeta"] });
  await lines(page).first().click({ button: "right" });
  const [, title = ""] = texts.title("vendorProfile.compareSelected").split(": ");
  await page.locator(".monaco-menu .action-label", { hasText: title }).click();
  await findWebview(page, "body[data-view=comparison] table", TIMEOUT);
  await page.keyboard.press("ControlOrMeta+B");
}

/** Opens the walkthrough. */
export async function firstSteps(page: Page, texts: Texts): Promise<void> {
  const title = texts.title("vendorProfile.openWalkthrough");
  await fillQuickInput(page, "F1", title, title);
  await page.waitForSelector(".getting-started-step.expanded");
  await findWebview(page, "svg", TIMEOUT);
}
