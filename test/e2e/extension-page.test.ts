import { session } from "./driver.ts";

describe("the extension's page", () => {
  it("opens from the list of installed extensions, and its links lead to both languages", async () => {
    await session.press("ControlOrMeta+Shift+X");
    const { displayName } = session.texts.manifest;
    await session.page.locator(".extensions-list .monaco-list-row", { hasText: displayName }).click();
    const page = await session.webview("h2");
    for (const language of ["English", "日本語"]) {
      await page.locator("a", { hasText: language }).first().click();
      const heading = await page.locator("h2", { hasText: language }).elementHandle();
      await page.waitForFunction((heading) => Math.abs(heading?.getBoundingClientRect().top ?? Infinity) < 100, heading);
    }
  });
});
