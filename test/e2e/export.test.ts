import assert from "node:assert/strict";
import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { commandLine } from "./command-line.ts";
import { desk } from "./driver.ts";
import { chooseInMenu, inExplorer } from "./menus.ts";
import { askedToSave, saveAs } from "./saving.ts";
import { cellsOf, textsOf } from "./tables.ts";

const file = "class-i-by-alternatives.vendor.yaml";
const several = "several-documents.vendor.yaml";

/** The formats by their ending, as they are offered. */
const formats = () => ({
  xlsx: `${desk.texts.say("Excel Workbook")} (.xlsx)`,
  html: "HTML (.html)",
  md: "Markdown (.md)",
  csv: "CSV (.csv)",
});

describe("exports", () => {
  beforeEach(() => desk.run("View: Close All Editors"));

  for (const format of ["html", "md", "csv"] as const) {
    it(`writes the report as ${format} as the command line does`, async () => {
      await desk.open(file);
      await desk.run("vendorProfile.exportReport");
      await desk.quickInput.pick(formats()[format]);
      await saveAs(`report.${format}`);
      await desk.notification(desk.texts.say("Saved: {0}", `report.${format}`));
      const written = await desk.file(`report.${format}`);
      assert.equal(written.toString(), commandLine(desk, "report", file, "-f", format).toString());
    });
  }

  it("writes the report as a workbook that holds what the CSV does", async () => {
    await desk.open(file);
    await desk.run("vendorProfile.exportReport");
    await desk.quickInput.pick(formats().xlsx);
    await saveAs("report.xlsx");
    await desk.notification(desk.texts.say("Saved: {0}", "report.xlsx"));
    const cells = cellsOf(await desk.file("report.xlsx"));
    const texts = textsOf(commandLine(desk, "report", file, "-f", "csv").toString());
    assert.ok(texts.length > 100);
    assert.deepEqual(
      texts.filter((text) => !cells.has(text)),
      [],
    );
  });

  it("writes what is needed to conform", async () => {
    await desk.open("half-stated.vendor.yaml");
    await desk.run("vendorProfile.exportReport");
    const asMarkdown = desk.quickInput.rows.filter({ hasText: formats().md });
    await asMarkdown.last().click();
    await saveAs("plan.md");
    const written = await desk.file("plan.md");
    assert.equal(written.toString(), commandLine(desk, "plan", "half-stated.vendor.yaml", "-f", "md").toString());
  });

  it("offers first what was chosen last", async () => {
    await desk.open(file);
    await desk.run("vendorProfile.exportReport");
    await desk.quickInput.pick(formats().csv);
    await askedToSave(".csv");
    await desk.quickInput.dismiss();
    await desk.run("vendorProfile.exportReport");
    await desk.quickInput.asked(desk.texts.say("Choose what to export"));
    const [first = ""] = await desk.quickInput.rows.allInnerTexts();
    assert.match(first, /CSV \(\.csv\)/);
    assert.match(first, new RegExp(desk.texts.say("Last time")));
  });

  it("writes every profile of a file that is chosen in the explorer", async () => {
    await desk.open(several);
    await chooseInMenu(inExplorer(several), "vendorProfile.exportReport");
    await desk.quickInput.pick(formats().html);
    await saveAs("several.html");
    const written = await desk.file("several.html");
    assert.equal(written.toString(), commandLine(desk, "report", several, "-f", "html").toString());
  });

  it("replaces no file unasked", async () => {
    await writeFile(desk.path("kept.md"), "mine");
    await desk.open(file);
    await desk.run("vendorProfile.exportReport");
    await desk.quickInput.pick(formats().md);
    await saveAs("kept.md");
    await desk.quickInput.asked("already exists");
    await desk.press("Escape");
    await desk.quickInput.dismiss();
    assert.equal(await readFile(desk.path("kept.md"), "utf8"), "mine");
  });

  it("replaces a file where its link leads to, as readable as it was", async () => {
    await writeFile(desk.path("real.md"), "mine");
    await chmod(desk.path("real.md"), 0o640);
    await symlink("real.md", desk.path("linked.md"));
    const before = await stat(desk.path("real.md"));
    await desk.open(file);
    await desk.run("vendorProfile.exportReport");
    await desk.quickInput.pick(formats().md);
    await saveAs("linked.md");
    await desk.quickInput.asked("already exists");
    await desk.press("Enter");
    await desk.notification(desk.texts.say("Saved: {0}", "linked.md"));
    assert.deepEqual((await desk.file("real.md")).toString(), commandLine(desk, "report", file, "-f", "md").toString());
    const after = await stat(desk.path("real.md"));
    assert.equal(after.mode & 0o777, 0o640);
    // put in its place by a rename, where the disk is this machine's
    if (desk.variant.host !== "web") assert.notEqual(after.ino, before.ino);
    assert.ok((await lstat(desk.path("linked.md"))).isSymbolicLink());
    assert.deepEqual((await readdir(desk.folder)).filter((name) => /^(?:real|linked)\.md/.test(name)).sort(), [
      "linked.md",
      "real.md",
    ]);
  });

  it("says why a file could not be written, and leaves nothing of it", async () => {
    // more bytes than a name may have
    const name = `${"長".repeat(100)}.md`;
    await desk.open(file);
    await desk.run("vendorProfile.exportReport");
    await desk.quickInput.pick(formats().md);
    await saveAs(name);
    await desk.notification(name);
    await assert.rejects(readFile(desk.path(name)));
  });

  it("copies the report as Markdown", async () => {
    await desk.open(file);
    await desk.run("vendorProfile.copyReport");
    await desk.statusBar(desk.texts.say("Copied as Markdown")).waitFor();
    assert.equal(await desk.clipboard(), commandLine(desk, "report", file, "-f", "md").toString());
  });

  it("saves what is to be printed where no browser of this machine is in reach", async () => {
    await desk.open(file);
    await desk.run("vendorProfile.printReport");
    await saveAs("print.html");
    await desk.notification(desk.texts.say("To print, open the saved file in a browser and print it from there."));
    const written = await desk.file("print.html");
    assert.equal(written.toString(), commandLine(desk, "report", file, "-f", "html").toString());
  });

  it("judges as the class that the checklist tries", async () => {
    await desk.open(file);
    await desk.run("vendorProfile.openChecklist");
    const checklist = await desk.view("checklist");
    await checklist.locator('select[name="class"]').selectOption("S");
    // what is said of it moves the buttons
    await checklist.locator(".notices .plain-button").waitFor();
    await checklist.locator('[data-action="copy"]').click();
    await desk.statusBar(desk.texts.say("Copied as Markdown")).waitFor();
    assert.equal(await desk.clipboard(), commandLine(desk, "report", file, "-f", "md", "--class", "S").toString());
  });
});
