import assert from "node:assert/strict";
import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { commandLine } from "./command-line.ts";
import { session } from "./driver.ts";
import { chooseInMenu, inExplorer } from "./menus.ts";
import { askedToSave, saveAs } from "./saving.ts";
import { cellsOf, textsOf } from "./tables.ts";

const file = "class-i-by-alternatives.vendor.yaml";
const several = "several-documents.vendor.yaml";

/** The labels of the offered formats, by their ending. */
const formats = () => ({
  xlsx: `${session.texts.translate("Excel Workbook")} (.xlsx)`,
  html: "HTML (.html)",
  md: "Markdown (.md)",
  csv: "CSV (.csv)",
});

describe("exports", () => {
  beforeEach(() => session.run("View: Close All Editors"));

  for (const format of ["html", "md", "csv"] as const) {
    it(`writes the same ${format} report as the command line`, async () => {
      await session.open(file);
      await session.run("vendorProfile.exportReport");
      await session.quickInput.pick(formats()[format]);
      await saveAs(`report.${format}`);
      await session.notification(session.texts.translate("Saved: {0}", `report.${format}`));
      const written = await session.file(`report.${format}`);
      assert.equal(written.toString(), commandLine(session, "report", file, "-f", format).toString());
    });
  }

  it("writes a workbook with all the texts of the CSV report", async () => {
    await session.open(file);
    await session.run("vendorProfile.exportReport");
    await session.quickInput.pick(formats().xlsx);
    await saveAs("report.xlsx");
    await session.notification(session.texts.translate("Saved: {0}", "report.xlsx"));
    const cells = cellsOf(await session.file("report.xlsx"));
    const texts = textsOf(commandLine(session, "report", file, "-f", "csv").toString());
    assert.ok(texts.length > 100);
    assert.deepEqual(
      texts.filter((text) => !cells.has(text)),
      [],
    );
  });

  it("writes the plan", async () => {
    await session.open("half-stated.vendor.yaml");
    await session.run("vendorProfile.exportReport");
    const asMarkdown = session.quickInput.rows.filter({ hasText: formats().md });
    await asMarkdown.last().click();
    await saveAs("plan.md");
    const written = await session.file("plan.md");
    assert.equal(written.toString(), commandLine(session, "plan", "half-stated.vendor.yaml", "-f", "md").toString());
  });

  it("offers the last used format first", async () => {
    await session.open(file);
    await session.run("vendorProfile.exportReport");
    await session.quickInput.pick(formats().csv);
    await askedToSave(".csv");
    await session.quickInput.dismiss();
    await session.run("vendorProfile.exportReport");
    await session.quickInput.asked(session.texts.translate("Choose what to export"));
    const [first = ""] = await session.quickInput.rows.allInnerTexts();
    assert.match(first, /CSV \(\.csv\)/);
    assert.match(first, new RegExp(session.texts.translate("Last used")));
  });

  it("writes every profile of a file selected in the explorer", async () => {
    await session.open(several);
    await chooseInMenu(inExplorer(several), "vendorProfile.exportReport");
    await session.quickInput.pick(formats().html);
    await saveAs("several.html");
    const written = await session.file("several.html");
    assert.equal(written.toString(), commandLine(session, "report", several, "-f", "html").toString());
  });

  it("replaces no file without confirmation", async () => {
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

  it("writes the target of a symbolic link and keeps its mode", async () => {
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
    await session.notification(session.texts.translate("Saved: {0}", "linked.md"));
    assert.deepEqual((await session.file("real.md")).toString(), commandLine(session, "report", file, "-f", "md").toString());
    const after = await stat(session.path("real.md"));
    assert.equal(after.mode & 0o777, 0o640);
    // On a local disk the file is written in place.
    if (session.variant.host !== "web") assert.equal(after.ino, before.ino);
    assert.ok((await lstat(session.path("linked.md"))).isSymbolicLink());
    assert.deepEqual((await readdir(session.folder)).filter((name) => /^(?:real|linked)\.md/.test(name)).sort(), [
      "linked.md",
      "real.md",
    ]);
  });

  it("says why a file could not be written, and leaves no part of it", async () => {
    // Longer in bytes than a file's name may be.
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
    await session.statusBar(session.texts.translate("Copied as Markdown")).waitFor();
    assert.equal(await session.clipboard(), commandLine(session, "report", file, "-f", "md").toString());
  });

  it("saves the printable report if it cannot open a browser", async () => {
    await session.open(file);
    await session.run("vendorProfile.printReport");
    await saveAs("print.html");
    await session.notification(session.texts.translate("To print, open the saved file in a browser and print it from there."));
    const written = await session.file("print.html");
    assert.equal(written.toString(), commandLine(session, "report", file, "-f", "html").toString());
  });

  it("uses the class selected in the checklist", async () => {
    await session.open(file);
    await session.run("vendorProfile.openChecklist");
    const checklist = await session.view("checklist");
    await checklist.locator('select[name="class"]').selectOption("S");
    // The notice moves the buttons.
    await checklist.locator(".notices .plain-button").waitFor();
    await checklist.locator('[data-action="copy"]').click();
    await session.statusBar(session.texts.translate("Copied as Markdown")).waitFor();
    assert.equal(await session.clipboard(), commandLine(session, "report", file, "-f", "md", "--class", "S").toString());
  });
});
