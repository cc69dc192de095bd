import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import type { Frame } from "playwright-core";
import { coreMessages } from "../../server/src/messages/render.ts";
import { comparisonMessages } from "../../server/src/reports/messages/comparison.ts";
import { reportMessages } from "../../server/src/reports/messages/report.ts";
import { commandLine } from "./command-line.ts";
import { session } from "./driver.ts";
import { chooseInMenu, inExplorer } from "./menus.ts";
import { reloadWith } from "./reloading.ts";
import { saveAs } from "./saving.ts";
import { cellsOf, textsOf } from "./tables.ts";

const several = "several-documents.vendor.yaml";
const abroad = "overseas-without-alternative.vendor.yaml";
const services = ["みやこ坂施設予約", "しらかば避難支援", "ことのは議事録"];

/** A profile with markup, and with a name that is too long for a column. */
const hostile = "hostile.vendor.yaml";
const harmful = `profile: 1
vendor:
  name: ${JSON.stringify(`\u202e${"長".repeat(100_000)}`)}
service:
  name: ${JSON.stringify('<img src=x onerror="document.body.remove()"> [x](command:workbench.action.quit)')}
`;

interface Compared {
  readonly services: readonly { readonly service: string }[];
  readonly requirements: readonly { readonly no: string; readonly differs: boolean }[];
}

const compared = (...files: readonly string[]): Compared =>
  JSON.parse(commandLine(session, "compare", ...files, "-f", "json").toString());

/** Opens a file and compares its profile with others. */
async function compare(file: string, ...others: readonly string[]): Promise<Frame> {
  await session.open(file);
  await session.press("ControlOrMeta+Home");
  await session.run("vendorProfile.compareProfiles");
  await session.quickInput.asked(session.texts.translate("Choose at least two profiles to compare"));
  for (const other of others) {
    await session.quickInput.type(other);
    await session.quickInput.pick(other);
  }
  await session.quickInput.accept();
  const view = await session.view("comparison");
  await view.locator("table").waitFor();
  return view;
}

/** The column headers. */
const names = (view: Frame) => view.locator("thead .link").allInnerTexts();

/** The numbers of the requirements shown in the rows that a selector matches. */
async function rows(view: Frame, selector = "tr"): Promise<string[]> {
  const labels = await view.locator(`${selector} > th.item`).allInnerTexts();
  return labels.flatMap((label) => /^No\.? ?([\d-]+)/.exec(label.trim())?.[1] ?? []);
}

/** The numbers of the requirements that differ, from the command line's comparison. */
const differing = ({ requirements }: Compared) => requirements.filter(({ differs }) => differs).map(({ no }) => no);

/** The texts of the comparison, in the session's language. */
const messages = () => comparisonMessages[session.variant.locale];
const sharedMessages = () => reportMessages[session.variant.locale];

describe("the comparison", () => {
  before(() => writeFile(session.path(hostile), harmful));
  beforeEach(() => session.run("View: Close All Editors"));

  it("shows the profiles of a file side by side, with the same differences as the command line", async () => {
    const view = await compare(several, "しらかば避難支援", "ことのは議事録");
    const expected = compared(several);
    assert.deepEqual(
      await names(view),
      services.map((name, index) => `${index + 1} ${name}`),
    );
    assert.deepEqual(
      await rows(view),
      expected.requirements.map(({ no }) => no),
    );
    assert.deepEqual(await rows(view, "tr.different"), differing(expected));
    assert.equal(await view.locator(".different .differs").first().innerText(), sharedMessages().differs);
  });

  it("filters by what differs, also after the window is reloaded", async () => {
    const view = await compare(several, "しらかば避難支援", "ことのは議事録");
    await view.locator(".chip").click();
    await view.locator('.chip[aria-pressed="true"]').waitFor();
    assert.deepEqual(await rows(view), differing(compared(several)));
    await reloadWith('"isFiltered":true');
    const reloaded = await session.view("comparison");
    await reloaded.locator('.chip[aria-pressed="true"]').waitFor();
    assert.deepEqual(await rows(reloaded), differing(compared(several)));
    assert.equal((await names(reloaded)).length, 3);
  });

  it("compares the files selected in the explorer", async () => {
    await session.open(abroad);
    await session.page.locator(".explorer-folders-view .monaco-list-row.selected", { hasText: abroad }).waitFor();
    await inExplorer(several).click({ modifiers: ["ControlOrMeta"] });
    await chooseInMenu(inExplorer(several), "vendorProfile.compareSelected");
    const view = await session.view("comparison");
    await view.locator("tr.different").first().waitFor();
    assert.equal((await names(view)).length, 4);
    assert.deepEqual(await rows(view, "tr.different"), differing(compared(abroad, several)));
  });

  it("follows edits of a profile beside it", async () => {
    await compare(several, "しらかば避難支援");
    await session.run("View: Move Editor into Right Group");
    const beside = await session.view("comparison");
    await beside.locator("table").waitFor();
    await session.run("View: Focus First Editor Group");
    await session.cursorAt(several, "classification: II");
    await session.type("I");
    const { verdicts } = coreMessages[session.variant.locale];
    await beside.locator(".verdict", { hasText: messages().verdict("III", verdicts["not-applicable"]) }).waitFor();
    await session.press("Backspace");
    await beside.locator(".verdict", { hasText: messages().verdict("II", verdicts.conforming) }).waitFor();
    await session.save();
    await session.page.locator(".tab.dirty").waitFor({ state: "detached" });
  });

  it("opens the profile of a service", async () => {
    const view = await compare(several, "しらかば避難支援", "ことのは議事録");
    await view.locator("thead .link", { hasText: "ことのは議事録" }).click();
    await session.opened(several);
    const before = (await readFile(session.path(several), "utf8")).split("株式会社ことのは工房")[0] ?? "";
    const [line] = await session.cursor();
    assert.ok(before.split("\n")[line - 1]?.startsWith("profile:"));
  });

  it("exports the same as the command line in every format", async () => {
    const view = await compare(several, "しらかば避難支援", "ことのは議事録");
    for (const format of ["html", "md", "csv"]) {
      await view.locator('[data-action="export"]').click();
      await session.quickInput.rows.filter({ hasText: `(.${format})` }).click();
      await saveAs(`compared.${format}`);
      const written = await session.file(`compared.${format}`);
      assert.equal(written.toString(), commandLine(session, "compare", several, "-f", format).toString());
    }
    await session.run("vendorProfile.exportComparison");
    await session.quickInput.rows.filter({ hasText: "(.xlsx)" }).click();
    await saveAs("compared.xlsx");
    const cells = cellsOf(await session.file("compared.xlsx"));
    const texts = textsOf(commandLine(session, "compare", several, "-f", "csv").toString());
    assert.deepEqual(
      texts.filter((text) => !cells.has(text)),
      [],
    );
  });

  it("copies itself as Markdown", async () => {
    const view = await compare(several, "しらかば避難支援", "ことのは議事録");
    await view.locator('[data-action="copy"]').click();
    await session.statusBar(session.texts.translate("Copied as Markdown")).waitFor();
    assert.equal(await session.clipboard(), commandLine(session, "compare", several, "-f", "md").toString());
  });

  it("shows markup and long texts of a profile as text, within its column", async () => {
    const view = await compare(hostile, "みやこ坂施設予約");
    const head = await view.locator("thead .link").first().innerText();
    assert.match(head, /^1 <img src=x/);
    assert.equal(await view.locator("img, a").count(), 0);
    const { width = 0 } = (await view.locator("thead th").nth(1).boundingBox()) ?? {};
    assert.ok(width < 600, `${width}`);
    assert.ok(await view.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
  });

  it("removes all services whose buttons are clicked before it renders again, and keeps the last", async () => {
    const view = await compare(several, "しらかば避難支援", "ことのは議事録");
    await view.locator(".remove").evaluateAll((buttons) => {
      for (const button of buttons as { click(): void }[]) button.click();
    });
    await view.locator("thead .link", { hasText: "1 ことのは議事録" }).waitFor();
    assert.deepEqual(await names(view), ["1 ことのは議事録"]);
  });

  it("removes a service, but not the last", async () => {
    const view = await compare(several, "しらかば避難支援");
    await view.locator(".remove").first().click();
    await view.locator("thead .link", { hasText: "1 しらかば避難支援" }).waitFor();
    assert.deepEqual(await names(view), ["1 しらかば避難支援"]);
    assert.ok(await view.locator(".remove").isHidden());
  });
});
