import { execFileSync } from "node:child_process";
import type { Browser, Page } from "playwright-core";
import { root } from "../../test/vscode/setup.ts";

/** The pictures of reports, with their languages. */
export const reports = (["ja", "en"] as const).map((language) => ({ name: `report-${language}`, language }));

/** Writes an example's report with the command line and opens it, scrolled to its table. */
export async function openReport(browser: Browser, language: string): Promise<Page> {
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
