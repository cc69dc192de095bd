import assert from "node:assert/strict";
import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { commandLine } from "./command-line.ts";
import { session } from "./driver.ts";
import { chooseInMenu, inExplorer } from "./menus.ts";
import { askedToSave, saveAs } from "./saving.ts";
import { cellsOf, textsOf } from "./tables.ts";

const file = "class-i-by-alternatives.vendor.yaml";
const several = "several-documents.vendor.yaml";

/** The formats by their ending, as they are offered. */
const formats = () => ({
  xlsx: `${session.texts.say("Excel Workbook")} (.xlsx)`,
  html: "HTML (.html)",
  md: "Markdown (.md)",
  csv: "CSV (.csv)",
});

describe("exports", () => {
  beforeEach(() => session.run("View: Close All Editors"));

  for (const format of ["html", "md", "csv"] as const) {
    it(`writes the report as ${format} as the command line does`, async () => {
      await session.open(file);
      await session.run("vendorProfile.exportReport");
      await session.quickInput.pick(formats()[format]);
      await saveAs(`report.${format}`);
      await session.notification(session.texts.say("Saved: {0}", `report.${format}`));
      const written = await session.file(`report.${format}`);
      assert.equal(written.toString(), commandLine(session, "report", file, "-f", format).toString());
    });
  }

  it("writes the report as a workbook that holds what the CSV does", async () => {
    await session.open(file);
    await session.run("vendorProfile.exportReport");
    await session.quickInput.pick(formats().xlsx);
    await saveAs("report.xlsx");
    await session.notification(session.texts.say("Saved: {0}", "report.xlsx"));
    const cells = cellsOf(await session.file("report.xlsx"));
    const texts = textsOf(commandLine(session, "report", file, "-f", "csv").toString());
    assert.ok(texts.length > 100);
    assert.deepEqual(
      texts.filter((text) => !cells.has(text)),
      [],
    );
  });

  it("writes what is needed to conform", async () => {
    await session.open("half-stated.vendor.yaml");
    await session.run("vendorProfile.exportReport");
    const asMarkdown = session.quickInput.rows.filter({ hasText: formats().md });
    await asMarkdown.last().click();
    await saveAs("plan.md");
    const written = await session.file("plan.md");
    assert.equal(written.toString(), commandLine(session, "plan", "half-stated.vendor.yaml", "-f", "md").toString());
  });

  it("offers first what was chosen last", async () => {
    await session.open(file);
    await session.run("vendorProfile.exportReport");
    await session.quickInput.pick(formats().csv);
    await askedToSave(".csv");
    await session.quickInput.dismiss();
    await session.run("vendorProfile.exportReport");
    await session.quickInput.asked(session.texts.say("Choose what to export"));
    const [first = ""] = await session.quickInput.rows.allInnerTexts();
    assert.match(first, /CSV \(\.csv\)/);
    assert.match(first, new RegExp(session.texts.say("Last used")));
  });

  it("writes every profile of a file that is chosen in the explorer", async () => {
    await session.open(several);
    await chooseInMenu(inExplorer(several), "vendorProfile.exportReport");
    await session.quickInput.pick(formats().html);
    await saveAs("several.html");
    const written = await session.file("several.html");
    assert.equal(written.toString(), commandLine(session, "report", several, "-f", "html").toString());
  });

  it("replaces no file unasked", async () => {
    await writeFile(session.path("kept.md"), "mine");
    await session.open(file);
    await session.run("vendorProfile.exportReport");
    await session.quickInput.pick(formats().md);
    await saveAs("kept.md");
    await session.quickInput.asked("already exists");
    await session.press("Escape");
    await session.quickInput.dismiss();
    assert.equal(await readFile(session.path("kept.md"), "utf8"), "mine");
  });

  it("replaces a file where its link leads to, as readable as it was", async () => {
    await writeFile(session.path("real.md"), "mine");
    await chmod(session.path("real.md"), 0o640);
    await symlink("real.md", session.path("linked.md"));
    const before = await stat(session.path("real.md"));
    await session.open(file);
    await session.run("vendorProfile.exportReport");
    await session.quickInput.pick(formats().md);
    await saveAs("linked.md");
    await session.quickInput.asked("already exists");
    await session.press("Enter");
    await session.notification(session.texts.say("Saved: {0}", "linked.md"));
    assert.deepEqual((await session.file("real.md")).toString(), commandLine(session, "report", file, "-f", "md").toString());
    const after = await stat(session.path("real.md"));
    assert.equal(after.mode & 0o777, 0o640);
    // put in its place by a rename, where the disk is this machine's
    if (session.variant.host !== "web") assert.notEqual(after.ino, before.ino);
    assert.ok((await lstat(session.path("linked.md"))).isSymbolicLink());
    assert.deepEqual((await readdir(session.folder)).filter((name) => /^(?:real|linked)\.md/.test(name)).sort(), [
      "linked.md",
      "real.md",
    ]);
  });

  it("says why a file could not be written, and leaves nothing of it", async () => {
    // more bytes than a name may have
    const name = `${"長".repeat(100)}.md`;
    await session.open(file);
    await session.run("vendorProfile.exportReport");
    await session.quickInput.pick(formats().md);
    await saveAs(name);
    await session.notification(name);
    await assert.rejects(readFile(session.path(name)));
  });

  it("copies the report as Markdown", async () => {
    await session.open(file);
    await session.run("vendorProfile.copyReport");
    await session.statusBar(session.texts.say("Copied as Markdown")).waitFor();
    assert.equal(await session.clipboard(), commandLine(session, "report", file, "-f", "md").toString());
  });

  it("saves what is to be printed where no browser of this machine is in reach", async () => {
    await session.open(file);
    await session.run("vendorProfile.printReport");
    await saveAs("print.html");
    await session.notification(session.texts.say("To print, open the saved file in a browser and print it from there."));
    const written = await session.file("print.html");
    assert.equal(written.toString(), commandLine(session, "report", file, "-f", "html").toString());
  });

  it("judges as the class that the checklist tries", async () => {
    await session.open(file);
    await session.run("vendorProfile.openChecklist");
    const checklist = await session.view("checklist");
    await checklist.locator('select[name="class"]').selectOption("S");
    // what is said of it moves the buttons
    await checklist.locator(".notices .plain-button").waitFor();
    await checklist.locator('[data-action="copy"]').click();
    await session.statusBar(session.texts.say("Copied as Markdown")).waitFor();
    assert.equal(await session.clipboard(), commandLine(session, "report", file, "-f", "md", "--class", "S").toString());
  });
});
