import assert from "node:assert/strict";
import { desk } from "./driver.ts";

const abroad = "overseas-without-alternative.vendor.yaml";

const say = (english: string) => desk.texts.say(english);
const asked = (english: string) => desk.quickInput.asked(say(english));

/** What comes of each command that the palette has while a profile is shown. */
const outcomes: Record<string, () => Promise<unknown>> = {
  openStandard: () => desk.webview("h1"),
  openWalkthrough: () => desk.page.locator(".gettingStartedContainer").waitFor(),
  openChecklist: () => desk.view("checklist"),
  newProfile: () => asked("New Profile"),
  importQuestionnaire: () => asked("Choose a questionnaire"),
  exportQuestionnaire: () => asked("Choose what questionnaire to make"),
  exportReport: () => asked("Choose what to export"),
  copyReport: () => desk.statusBar(say("Copied as Markdown")).waitFor(),
  // a browser cannot be opened from here: a file is saved
  printReport: () => desk.quickInput.askedForFile(),
  compareProfiles: () => asked("Choose at least two profiles to compare"),
  filterProfiles: () => asked("Filter Profiles"),
  showOutput: () => desk.page.locator(".panel .output-view").waitFor(),
  restartServer: () => desk.verdict(),
};

describe("the installed extension", function () {
  this.timeout(180_000);

  it("judges a profile that is opened", async () => {
    await desk.open(abroad);
    assert.match(
      await desk.verdict(),
      desk.variant.locale === "ja" ? /分類 I: 不適合 · 未達 4/ : /Class I: does not conform · 4 unmet/,
    );
    const problems = await desk.problems(abroad);
    await problems.filter({ hasText: "1.unmet" }).first().waitFor();
  });

  it("explains what is pointed at", async () => {
    await desk.cursorAt(abroad, "primary: [JP, ");
    assert.match(await desk.hover(), /6-1/);
  });

  it("leads to the next unstated fact, and offers what may stand there", async () => {
    const file = "half-stated.vendor.yaml";
    await desk.cursorAt(file, "personal: true");
    await desk.run("vendorProfile.nextUnstated");
    await desk.suggestion("designated");
    // judged anew
    await desk.lines("domesticCourt: designated").filter({ hasText: "← 2 ✓" }).waitFor();
    await desk.save();
    await desk.file(file, (bytes) => bytes.includes("\n  domesticCourt: designated\n"));
  });

  it("has something behind each of its commands", async () => {
    const { commands, menus = {} } = desk.texts.manifest.contributes;
    const conditional = new Set(menus.commandPalette?.map(({ command }) => command));
    const offered = commands.map(({ command }) => command).filter((command) => !conditional.has(command));
    assert.deepEqual(
      Object.keys(outcomes)
        .map((name) => `vendorProfile.${name}`)
        .sort(),
      offered.sort(),
    );
    for (const [name, outcome] of Object.entries(outcomes)) {
      await desk.open(abroad);
      await desk.run(`vendorProfile.${name}`);
      await outcome().catch((cause: unknown) => assert.fail(`Nothing came of ${name}: ${cause}`));
      await desk.tidy();
    }
    assert.deepEqual(await desk.errorNotifications(), []);
  });

  it("is measured by the editor", async () => {
    assert.ok((await desk.activationTime()) > 0);
  });

  it("leaves no error in the logs", async () => {
    assert.deepEqual(await desk.errors(), []);
  });
});
