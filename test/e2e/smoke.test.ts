import assert from "node:assert/strict";
import { session } from "./driver.ts";

const abroad = "overseas-without-alternative.vendor.yaml";

const translate = (english: string) => session.texts.translate(english);
const asked = (english: string) => session.quickInput.asked(translate(english));

/** Waits for the visible effect of each command that the palette offers for a profile. */
const outcomes: Record<string, () => Promise<unknown>> = {
  openStandard: () => session.webview("h1"),
  openWalkthrough: () => session.page.locator(".gettingStartedContainer").waitFor(),
  openChecklist: () => session.view("checklist"),
  newProfile: () => asked("New Profile"),
  importQuestionnaire: () => asked("Choose a questionnaire"),
  exportQuestionnaire: () => asked("Choose which questionnaire to make"),
  exportReport: () => asked("Choose what to export"),
  copyReport: () => session.statusBar(translate("Copied as Markdown")).waitFor(),
  // No browser can be opened from here, so the report is saved.
  printReport: () => session.quickInput.askedForFile(),
  compareProfiles: () => asked("Choose at least two profiles to compare"),
  filterProfiles: () => asked("Filter Profiles"),
  showOutput: () => session.page.locator(".panel .output-view").waitFor(),
  restartServer: () => session.verdict(),
};

describe("the installed extension", function () {
  this.timeout(180_000);

  it("judges an opened profile", async () => {
    await session.open(abroad);
    assert.match(
      await session.verdict(),
      session.variant.locale === "ja" ? /分類Ⅰ: 不適合 · 未達 4/ : /Class I: does not conform · 4 unmet/,
    );
    const problems = await session.problems(abroad);
    await problems.filter({ hasText: "1.unmet" }).first().waitFor();
  });

  it("explains a value in a hover", async () => {
    await session.cursorAt(abroad, "primary: [JP, ");
    assert.match(await session.hover(), /6-1/);
  });

  it("goes to the next unstated fact and offers its values", async () => {
    const file = "half-stated.vendor.yaml";
    await session.cursorAt(file, "personal: true");
    await session.run("vendorProfile.nextUnstated");
    await session.suggestion("designated");
    // The hint shows that the profile was judged again.
    await session.lines("domesticCourt: designated").filter({ hasText: "← 2 ✓" }).waitFor();
    await session.save();
    await session.file(file, (bytes) => bytes.includes("\n  domesticCourt: designated\n"));
  });

  it("responds to each of its commands", async () => {
    const { commands, menus = {} } = session.texts.manifest.contributes;
    const conditional = new Set(menus.commandPalette?.map(({ command }) => command));
    const offered = commands.map(({ command }) => command).filter((command) => !conditional.has(command));
    assert.deepEqual(
      Object.keys(outcomes)
        .map((name) => `vendorProfile.${name}`)
        .sort(),
      offered.sort(),
    );
    for (const [name, outcome] of Object.entries(outcomes)) {
      await session.open(abroad);
      await session.run(`vendorProfile.${name}`);
      await outcome().catch((cause: unknown) => assert.fail(`${name} had no effect: ${cause}`));
      await session.tidy();
    }
    assert.deepEqual(await session.errorNotifications(), []);
  });

  it("reports its activation time", async () => {
    assert.ok((await session.activationTime()) > 0);
  });

  it("logs no error", async () => {
    assert.deepEqual(await session.errors(), []);
  });
});
