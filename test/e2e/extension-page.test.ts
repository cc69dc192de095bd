import { desk } from "./driver.ts";

describe("the extension's page", () => {
  it("is shown among the installed extensions, and leads to either language", async () => {
    await desk.press("ControlOrMeta+Shift+X");
    const { displayName } = desk.texts.manifest;
    await desk.page.locator(".extensions-list .monaco-list-row", { hasText: displayName }).click();
    const page = await desk.webview("h2");
    for (const language of ["English", "日本語"]) {
      await page.locator("a", { hasText: language }).first().click();
      const heading = await page.locator("h2", { hasText: language }).elementHandle();
      await page.waitForFunction((heading) => Math.abs(heading?.getBoundingClientRect().top ?? Infinity) < 100, heading);
    }
  });
});
