/**
 * Takes the pictures in docs/images/: the extension on the examples in a real editor, and reports. Arguments: the names of the
 * pictures to take, all by default.
 */
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readTexts } from "../test/e2e/texts.ts";
import { root, setUp } from "../test/vscode/setup.ts";
import { address, launch, openPage, startWorkbench } from "../test/vscode/workbench.ts";
import { drawBadges } from "./screenshots/badges.ts";
import { pictures } from "./screenshots/pictures.ts";
import { openReport, reports } from "./screenshots/report.ts";
import { openExample } from "./screenshots/steps.ts";
import { webpOf } from "./screenshots/webp.ts";

const settings = {
  "vendorProfile.asOf": "2026-11-22",
  "window.title": "Visual Studio Code",
  "editor.minimap.enabled": false,
  // Does not save what a picture types.
  "files.autoSave": "off",
  "editor.stickyScroll.enabled": false,
  "telemetry.telemetryLevel": "off",
  "files.exclude": { "**/*.expected.yaml": true },
};

const themes = { light: "Default Light Modern", dark: "Default Dark Modern" };

if (process.platform === "linux" && execFileSync("fc-list", [":lang=ja"]).length === 0) {
  throw new Error("No Japanese font: the pictures would show boxes. On Debian: apt-get install fonts-noto-cjk");
}
const { server, browser } = await setUp();
const chromium = await launch(browser);
const converterPage = await chromium.newPage();
const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);

async function save(name: string, png: Buffer): Promise<void> {
  const path = `docs/images/${name}.webp`;
  await writeFile(join(root, path), await webpOf(png, converterPage));
  console.log(path);
}

if (isWanted("badges")) {
  const page = await chromium.newPage();
  const badges = await drawBadges(page);
  await save("badges", await badges.screenshot({ omitBackground: true }));
  await page.close();
}
for (const { name, language } of reports.filter(({ name }) => isWanted(name))) {
  const page = await openReport(chromium, language);
  await save(name, await page.screenshot());
  await page.close();
}
for (const { name, locale, theme = "light", example, before, show, clip, size } of pictures.filter(({ name }) =>
  isWanted(name),
)) {
  const workbench = await startWorkbench(server, {
    locale,
    settings: { ...settings, "workbench.colorTheme": themes[theme] },
    extension: root,
  });
  const page = await openPage(chromium, address(workbench, join(root, "examples")));
  if (size) await page.setViewportSize(size);
  await openExample(page, example, before);
  await show(page, readTexts(locale));
  await save(name, await page.screenshot(clip ? { clip } : {}));
  await page.close();
  await workbench.stop();
}
await chromium.close();
