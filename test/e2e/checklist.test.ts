/** The checklist beside a profile agrees with the command line, follows edits, and leads to the facts. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { Frame, Locator } from "playwright-core";
import { root } from "../vscode/setup.ts";
import { session } from "./driver.ts";

/** Conforms to no class: stored abroad, under foreign law, without evidence. */
const failing = "overseas-without-alternative.vendor.yaml";
/** Has evidence, and rows that are met through alternatives. */
const evident = "class-i-by-alternatives.vendor.yaml";
/** Has three profiles. */
const several = "several-documents.vendor.yaml";

/** A profile full of markup that would do harm if the page rendered it. */
const hostile = "hostile.vendor.yaml";
const markup = `<img src=x onerror="document.body.className='harmed'">[x](command:workbench.action.quit)`;
const harmful = [
  "profile: 1",
  `vendor:\n  name: ${JSON.stringify(`\u202E${markup}\nsecond line`)}`,
  `service:\n  name: ${JSON.stringify(`${markup} ${"長".repeat(100_000)}`)}`,
  "information:\n  classification: I\n  personal: true",
  "encryption:\n  atRest:",
  `    - store: ${JSON.stringify("x".repeat(100_000))}\n      role: primary\n      cipher: ${JSON.stringify(markup)}`,
  "assessment:",
  `  "1":\n    evidence:\n      - title: ${JSON.stringify(markup)}\n        url: "javascript:alert(1)"`,
  `      - title: elsewhere\n        file: ../../../../etc/passwd\n    check: ok\n    note: ${JSON.stringify(markup)}`,
].join("\n");

/** The button in an editor's title that opens the checklist. */
const openButton = () => {
  const { manifest } = session.texts;
  const title = manifest.contributes.commands.find(({ command }) => command === "vendorProfile.openChecklist")?.title;
  return session.page.locator(`.editor-actions .action-label[aria-label="${title}"]`).first();
};

/** Opens a profile and its checklist beside it. */
async function openBeside(file: string): Promise<Frame> {
  await session.open(file);
  await openButton().click();
  return shown(file);
}

/** The view, once it shows a file. */
async function shown(file: string): Promise<Frame> {
  const view = await session.view("checklist");
  await view.locator(".facts dd", { hasText: basename(file) }).waitFor();
  return view;
}

const row = (view: Frame, no: string) => view.locator(`[data-no="${no}"]`);
const label = (view: Frame, no: string) => row(view, no).locator(".label");
const details = (view: Frame, no: string) => row(view, no).locator("xpath=following-sibling::tr[1]");
/** Waits until the profile with an index is selected. */
const isProfile = (view: Frame, index: number) =>
  view.locator(`select[name=profile] option[value="${index}"]:checked`).waitFor({ state: "attached" });
const atCursor = (view: Frame, no: string) => view.locator(`[data-no="${no}"][aria-current]`).waitFor();
const isMet = (view: Frame, no: string) => view.locator(`[data-no="${no}"][data-status="met"]`).waitFor();
const all = (rows: Locator, attribute: string) =>
  rows.evaluateAll((rows, attribute) => rows.map((row) => row.getAttribute(attribute)), attribute);

/** Waits until the cursor is in a line. */
const inLine = (line: number) =>
  session.page.locator('[id="status.editor.selection"]', { hasText: new RegExp(`\\D${line}\\D`) }).waitFor();
const lineOf = (file: string, text: string, from = 0) => {
  const content = readFileSync(session.path(file), "utf8");
  return content.slice(0, content.indexOf(text, from)).split("\n").length;
};

/** How the command line judges a file's profiles: a status for each requirement. */
function judged(file: string, ...options: readonly string[]): string[][] {
  const args = ["dist/cli.cjs", "check", session.path(file), "--format", "json", "--as-of", "2026-11-22", "--fail-on", "never"];
  const { files } = JSON.parse(
    execFileSync(process.execPath, [...args, ...options], { cwd: root, encoding: "utf8", stdio: "pipe" }),
  ) as {
    files: { profiles: { requirements: { no: string; status: string }[] }[] }[];
  };
  return (files[0]?.profiles ?? []).map(({ requirements }) => requirements.map(({ no, status }) => `${no} ${status}`));
}

/** The statuses that the view shows, in the same form. */
async function statuses(view: Frame): Promise<string[]> {
  const rows = view.locator(".row");
  const [numbers, found] = await Promise.all([all(rows, "data-no"), all(rows, "data-status")]);
  return numbers.map((no, index) => `${no} ${found[index]}`);
}

describe("the checklist", () => {
  // Written before the editor searches for files.
  before(() => writeFileSync(session.path(hostile), harmful));

  afterEach(() => session.run("View: Close All Editors"));

  for (const file of [failing, evident, "half-stated.vendor.yaml", "typing-mistakes.vendor.yaml"]) {
    it(`shows what the command line says of ${file}`, async () => {
      const view = await openBeside(file);
      assert.deepEqual(await statuses(view), judged(file)[0]);
      assert.equal(await view.locator("html").getAttribute("lang"), session.variant.locale);
    });
  }

  it("goes to a requirement's facts and marks the requirement at the cursor", async () => {
    const view = await openBeside(failing);
    await label(view, "1").click();
    await inLine(lineOf(failing, "governingLaw:"));
    await atCursor(view, "1");
    await session.press("ArrowDown");
    await atCursor(view, "2");
    assert.equal(await row(view, "1").getAttribute("aria-current"), null);
  });

  it("lists each fact with its line if a requirement has several", async () => {
    const view = await openBeside(failing);
    await row(view, "4").locator(".twistie").click();
    const line = lineOf(failing, "cipher:", readFileSync(session.path(failing), "utf8").indexOf("role: backup"));
    await details(view, "4")
      .getByRole("button", { name: new RegExp(` ${line}$`) })
      .click();
    await inLine(line);
    await atCursor(view, "4");
  });

  it("follows typing", async () => {
    const view = await openBeside(failing);
    await row(view, "2").locator(".twistie").click();
    const verdict = await view.locator(".verdict").innerText();
    await label(view, "1").click();
    await inLine(lineOf(failing, "governingLaw:"));
    await session.type("JP");
    await isMet(view, "1");
    assert.notEqual(await view.locator(".verdict").innerText(), verdict);
    // Expanded rows stay expanded.
    assert.equal(await row(view, "2").getAttribute("aria-expanded"), "true");
    await session.press("ControlOrMeta+Z");
    await view.locator(`.verdict:text-is(${JSON.stringify(verdict)})`).waitFor();
  });

  it("filters by unmet, not stated and required", async () => {
    const view = await openBeside("half-stated.vendor.yaml");
    for (const filter of ["unmet", "unknown", "required"]) {
      const chip = view.locator(`[data-filter="${filter}"]`);
      const count = Number.parseInt(await chip.locator(".count").innerText(), 10);
      await chip.click();
      await view.locator(`[data-filter="${filter}"][aria-pressed="true"]`).waitFor();
      assert.equal(await view.locator(".row").count(), count, filter);
      await chip.click();
    }
    assert.equal(await view.locator(".row").count(), judged("half-stated.vendor.yaml")[0]?.length);
  });

  it("judges by another class, says so, and leaves the file unchanged", async () => {
    const view = await openBeside(evident);
    const before = readFileSync(session.path(evident), "utf8");
    await view.locator("select[name=class]").selectOption("S");
    const back = view.locator(".notices .plain-button");
    await back.waitFor();
    assert.deepEqual(await statuses(view), judged(evident, "--class", "S")[0]);
    assert.equal(await view.locator("select[name=class]").inputValue(), "S");
    assert.equal(readFileSync(session.path(evident), "utf8"), before);
    assert.equal(await session.page.locator(".tab.dirty").count(), 0);
    await back.click();
    await back.waitFor({ state: "detached" });
    assert.equal(await view.locator("select[name=class]").inputValue(), "I");
  });

  it("shows the profile at the cursor, or the selected one", async () => {
    const expected = judged(several);
    const view = await openBeside(several);
    assert.deepEqual(await statuses(view), expected[0]);
    await session.press("ControlOrMeta+End");
    await isProfile(view, 2);
    assert.deepEqual(await statuses(view), expected[2]);
    await view.locator("select[name=profile]").selectOption("1");
    await view.locator('h1:text("しらかば避難支援")').waitFor();
    assert.deepEqual(await statuses(view), expected[1]);
    await label(view, "1").click();
    await inLine(lineOf(several, "governingLaw:", readFileSync(session.path(several), "utf8").indexOf("しらかば避難支援")));
    await atCursor(view, "1");
    // After a jump into the selected profile, the view follows the cursor again.
    await session.press("ControlOrMeta+Home");
    await isProfile(view, 0);
  });

  it("follows the profile in the active editor, but no other file", async () => {
    await openBeside(failing);
    await session.page.locator(".tab", { hasText: failing }).click();
    await session.open(evident);
    const view = await shown(evident);
    assert.deepEqual(await statuses(view), judged(evident)[0]);
    await session.page.locator(`.tab[data-resource-name="${evident}"]`).click();
    await session.open(evident.replace("vendor", "expected"));
    await shown(evident);
  });

  it("opens a link to evidence only after the editor has asked for confirmation", async () => {
    const view = await openBeside(evident);
    await row(view, "1").locator(".link").first().click();
    const question = session.page.locator(".monaco-dialog-box");
    await question.waitFor();
    assert.match(await question.innerText(), /https:\/\/keyaki\.example\.jp\/contract/);
    await session.press("Escape");
    await question.waitFor({ state: "detached" });
  });

  it("works without a mouse", async () => {
    const view = await openBeside(failing);
    await view.locator('[data-filter="unmet"]').focus();
    // Every filter and toolbar button is a tab stop; the table is a single one.
    const tabStops = await view.locator(".bar button").count();
    await session.press(...Array.from({ length: tabStops }, () => "Tab"));
    await view.locator('[data-no="1"]:focus').waitFor();
    await session.press("ArrowDown", "ArrowRight");
    await view.locator('[data-no="2"][aria-expanded="true"]').waitFor();
    await details(view, "2").locator("h3").first().waitFor();
    await session.press("ArrowLeft");
    await view.locator('[data-no="2"][aria-expanded="false"]').waitFor();
    await session.press("Enter");
    await inLine(lineOf(failing, "domesticCourt:"));
  });

  it("shows markup as text", async () => {
    const view = await openBeside(hostile);
    assert.match(await view.locator("h1").innerText(), /<img src=x onerror/);
    assert.equal(await view.locator("main :is(img, a, iframe, script, style)").count(), 0);
    assert.equal(
      await view
        .locator("main .link")
        .filter({ hasText: /img|elsewhere|javascript/ })
        .count(),
      0,
    );
    assert.equal(await view.locator("body.harmed").count(), 0);
    const sizes = await view.locator("html").evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
    assert.equal(sizes[0], sizes[1], "nothing overflows");
  });

  it("restores its state after the window is reloaded", async () => {
    const view = await openBeside(several);
    await view.locator("select[name=profile]").selectOption("1");
    await view.locator('h1:text("しらかば避難支援")').waitFor();
    await view.locator("select[name=class]").selectOption("S");
    await view.locator(".notices .plain-button").waitFor();
    await view.locator('[data-filter="unmet"]').click();
    await row(view, "5-1").locator(".twistie").click();
    await view.locator('[data-no="5-1"][aria-expanded="true"]').waitFor();
    const loaded = session.page.waitForEvent("load");
    await session.run("Developer: Reload Window");
    await loaded;
    const restored = await shown(several);
    await restored.locator('h1:text("しらかば避難支援")').waitFor();
    assert.equal(await restored.locator("select[name=class]").inputValue(), "S");
    await restored.locator('[data-filter="unmet"][aria-pressed="true"]').waitFor();
    await restored.locator('[data-no="5-1"][aria-expanded="true"]').waitFor();
  });
});
