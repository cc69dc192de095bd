/** The list of all profiles agrees with the command line, and follows files and edits by itself. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { profilesMessages } from "../../server/src/language-server/views/messages/profiles.ts";
import type { Group } from "../../server/src/language-server/views/messages/profiles-messages.ts";
import { root } from "../vscode/setup.ts";
import { session } from "./driver.ts";
import { chooseInMenu } from "./menus.ts";

/** A profile that conforms at class III, which has no requirements; class I requires much that it does not state. */
const profileOf = (service: string, classification = "III") =>
  `profile: 1\nvendor:\n  name: 株式会社あおば\nservice:\n  name: ${service}\ninformation:\n  classification: ${classification}\n`;

const messages = () => profilesMessages[session.variant.locale];
const write = (file: string, text: string | Uint8Array) => writeFileSync(session.path(file), text);
const remove = (file: string) => rmSync(session.path(file), { recursive: true });

/** The view with the list. */
const view = () => session.page.locator('[id="workbench.view.extension.vendorProfile"]');
/** The row of the list whose accessible name begins with some texts. */
const row = (...spoken: readonly string[]) =>
  view().locator(`.monaco-list-row[aria-label^=${JSON.stringify(spoken.join(", "))}]`);
const group = (verdict: Group, count: number) => row(messages().groups[verdict], String(count));
const profile = (name: string, verdict: Group) => row(name, messages().groups[verdict]);
const gone = (rows: Locator) => rows.waitFor({ state: "detached" });
const said = (text: string | RegExp) => view().locator(".message", { hasText: text });
/** The welcome text that replaces an empty list, by its name in the manifest's texts. */
const welcome = (name: string) => {
  const texts = JSON.parse(
    readFileSync(join(root, session.variant.locale === "ja" ? "package.nls.ja.json" : "package.nls.json"), "utf8"),
  );
  return view().locator(".welcome-view-content", { hasText: texts[`welcome.${name}`].split("\n")[0] });
};

/** The button of the activity bar, and the number on it. */
const button = () => session.page.locator(`.activitybar .action-item:has([aria-label^="${session.texts.manifest.displayName}"])`);
const badge = (count: number) => button().locator(".badge-content", { hasText: new RegExp(`^${count}$`) });

interface Checked {
  readonly summary: Readonly<Record<string, number>>;
  readonly files: readonly { readonly profiles: readonly { readonly service: string | null; readonly verdict: Group }[] }[];
}

/** The command line's output for the workspace. */
function checked(): Checked {
  const args = ["dist/cli.cjs", "check", "--format", "json", "--as-of", "2026-11-22", session.folder];
  return JSON.parse(spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" }).stdout);
}

/** The number of profiles with each verdict. */
function counted(): Map<Group, number> {
  const counts = new Map<Group, number>();
  for (const { profiles } of checked().files) {
    for (const { verdict } of profiles) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  return counts;
}

const countOf = (verdict: Group) => counted().get(verdict) ?? 0;

/** Replaces the workspace's settings. */
function set(settings: Readonly<Record<string, unknown>>): void {
  mkdirSync(session.path(".vscode"), { recursive: true });
  write(".vscode/settings.json", JSON.stringify(settings));
}

describe("the list of all profiles", () => {
  it("shows counts in the status bar and on its button before it is opened", async () => {
    for (const [verdict, count] of counted()) await session.statusBar(messages().count(verdict, count)).waitFor();
    await badge(countOf("nonconforming") + countOf("invalid")).waitFor();
  });

  it("opens from the status bar, and groups the profiles by the command line's verdicts", async () => {
    await session.statusBar(messages().count("conforming", countOf("conforming"))).click();
    for (const [verdict, count] of counted()) await group(verdict, count).waitFor();
    for (const { service, verdict } of checked().files.flatMap(({ profiles }) => profiles)) {
      if (service) await profile(service, verdict).waitFor();
    }
    const tops = await Promise.all((await view().locator('.monaco-list-row[aria-level="1"]').all()).map(placeOf));
    const order: readonly Group[] = ["nonconforming", "invalid", "undetermined", "conforming", "not-applicable"];
    assert.deepEqual(
      tops.sort((a, b) => a.index - b.index).map(({ text }) => text),
      order.map((verdict) => `${messages().groups[verdict]}, ${countOf(verdict)}`),
    );
  });

  it("opens a profile at its place in the file, by click and by key", async () => {
    await profile("しらかば避難支援", "nonconforming").click();
    await session.page.locator('.tab.active[data-resource-name="several-documents.vendor.yaml"]').waitFor();
    await session.page.locator('[id="status.editor.selection"]:not([aria-label^="Ln 1,"])').waitFor();
    await profile("あおば税務クラウド", "conforming").click();
    await session.page.locator('.tab.active[data-resource-name="conforms-at-s.vendor.yaml"]').waitFor();
    await session.press("ArrowUp", "Enter");
    await session.page.locator('.tab.active:not([data-resource-name="conforms-at-s.vendor.yaml"])').waitFor();
    await session.tidy();
  });

  it("follows files that are created, changed and deleted", async () => {
    write("あけぼの.vendor.yaml", profileOf("あけぼの共有台帳"));
    await profile("あけぼの共有台帳", "not-applicable").waitFor();
    write("あけぼの.vendor.yaml", profileOf("あけぼの共有台帳", "I"));
    await profile("あけぼの共有台帳", "undetermined").waitFor();
    await session.statusBar(messages().count("undetermined", countOf("undetermined"))).waitFor();
    write("あけぼの.vendor.yaml", profileOf("あけぼの共有台帳", "一"));
    await profile("あけぼの共有台帳", "invalid").waitFor();
    await badge(countOf("nonconforming") + countOf("invalid")).waitFor();
    remove("あけぼの.vendor.yaml");
    await gone(row("あけぼの共有台帳"));
    await badge(countOf("nonconforming") + countOf("invalid")).waitFor();
  });

  it("follows typing, and keeps the selection and collapsed groups", async () => {
    write("ひぐらし.vendor.yaml", profileOf("ひぐらし議事録", "I"));
    await profile("ひぐらし議事録", "undetermined").click();
    const fold = group("conforming", countOf("conforming")).locator(".monaco-tl-twistie");
    const folded = fold.and(view().locator(".collapsed"));
    await fold.click();
    await folded.waitFor();
    await session.cursorAt("ひぐらし.vendor.yaml", "classification: I");
    for (let times = 0; times < 5; times++) {
      await session.type("II");
      await profile("ひぐらし議事録", "not-applicable").waitFor();
      await session.press("Backspace", "Backspace");
      await profile("ひぐらし議事録", "undetermined").waitFor();
    }
    await session.type("II");
    await view().locator('.monaco-list-row.selected[aria-label^="ひぐらし議事録"]').waitFor();
    await folded.click();
    await session.tidy();
    await profile("ひぐらし議事録", "undetermined").waitFor();
    remove("ひぐらし.vendor.yaml");
    await gone(row("ひぐらし議事録"));
  });

  it("lists files that cannot be read, with the reason", async () => {
    write("遠野.vendor.yaml", Uint8Array.of(0x23, 0x20, 0x82, 0xa0, 0x82, 0xa2, 0x82, 0xa4, 0x0a));
    await row("遠野.vendor.yaml", messages().groups.unread).and(view().locator('[aria-label*="Shift_JIS"]')).waitFor();
    await badge(countOf("nonconforming") + countOf("invalid") + 1).waitFor();
    remove("遠野.vendor.yaml");
    await gone(group("unread", 1));
  });

  it("shows markup in a profile as text", async () => {
    const written = "$(error) <img src=x onerror=alert(1)> [x](command:workbench.action.quit)";
    const name = JSON.stringify(`${written}\n\u202e${"長".repeat(100_000)}`);
    write("悪意.vendor.yaml", profileOf(name, "I"));
    const shown = row("$(error) <img src=x onerror=alert(1)> [");
    await shown.waitFor();
    assert.match(await shown.locator(".label-name").innerText(), /^\$\(error\) <img src=x onerror=alert\(1\)> \[/);
    assert.equal(await shown.locator("img, .label-name .codicon, a[href^=command]").count(), 0);
    await session.page.mouse.move(0, 0);
    await session.page.locator(".workbench-hover").waitFor({ state: "hidden" });
    await shown.hover();
    const hover = session.page.locator(".workbench-hover", { hasText: "悪意.vendor.yaml" });
    await hover.waitFor();
    assert.equal(await hover.locator("img, .codicon, a").count(), 0);
    remove("悪意.vendor.yaml");
    await gone(shown);
  });

  it("filters, says by what, and keeps the filter after a reload", async () => {
    const { conforming, nonconforming } = messages().groups;
    await session.run("vendorProfile.filterProfiles");
    await session.quickInput.pick(conforming);
    await session.quickInput.pick(messages().classification("S"));
    await session.quickInput.accept();
    await gone(row(nonconforming));
    await said(new RegExp(`${conforming}.*${messages().classification("S")}`)).waitFor();
    await session.statusBar(messages().count("nonconforming", countOf("nonconforming"))).waitFor();
    await session.page.reload();
    await said(conforming).waitFor();
    await profile("あおば税務クラウド", "conforming").waitFor();
    assert.equal(await row(nonconforming).count(), 0);
    await session.run("vendorProfile.clearFilter");
    await group("nonconforming", countOf("nonconforming")).waitFor();
    await said(conforming).waitFor({ state: "hidden" });
  });

  it("says so when the filter hides every profile, instead of showing the welcome text", async () => {
    await session.run("vendorProfile.filterProfiles");
    await session.quickInput.pick(messages().groups["not-applicable"]);
    await session.quickInput.pick(messages().classification("S"));
    await session.quickInput.accept();
    await said(messages().filtered([messages().groups["not-applicable"], messages().classification("S")], 0, 18)).waitFor();
    assert.equal(await view().locator(".welcome-view-content").isVisible(), false);
    await session.run("vendorProfile.clearFilter");
    await group("conforming", countOf("conforming")).waitFor();
  });

  it("passes all selected profiles to a command", async () => {
    await profile("あおば税務クラウド", "conforming").click();
    await profile("そらいろ相談記録", "nonconforming").click({ modifiers: ["ControlOrMeta"] });
    await chooseInMenu(profile("そらいろ相談記録", "nonconforming"), "vendorProfile.compareSelected");
    const comparison = await session.view("comparison");
    for (const name of ["あおば税務クラウド", "そらいろ相談記録"]) await comparison.getByText(name).first().waitFor();
    await session.tidy();
  });

  it("follows the settings and the configuration, and survives a restart of the server", async () => {
    const other = profilesMessages[session.variant.locale === "ja" ? "en" : "ja"];
    set({ "vendorProfile.language": session.variant.locale === "ja" ? "en" : "ja" });
    await row(other.groups.conforming).waitFor();
    set({});
    await group("conforming", countOf("conforming")).waitFor();
    write("vendor-profile.config.yaml", 'exclude: ["conforms-*"]\n');
    await gone(row("あおば税務クラウド"));
    remove("vendor-profile.config.yaml");
    await profile("あおば税務クラウド", "conforming").waitFor();
    await session.run("vendorProfile.restartServer");
    write("ゆうなぎ.vendor.yaml", profileOf("ゆうなぎ申請"));
    await profile("ゆうなぎ申請", "not-applicable").waitFor();
    remove("ゆうなぎ.vendor.yaml");
    await gone(row("ゆうなぎ申請"));
  });

  it("says what to do when only open profiles are judged and none is open", async () => {
    set({ "vendorProfile.diagnostics.scope": "openFiles" });
    await welcome("noneOpen").waitFor();
    await session.open("byok.vendor.yaml");
    await group("conforming", 1).waitFor();
    await session.tidy();
    set({});
    await group("conforming", countOf("conforming")).waitFor();
  });

  it("says what to do without a profile, and without a folder", async () => {
    for (const file of readdirSync(session.folder)) if (file.endsWith(".vendor.yaml")) remove(file);
    await welcome("noProfiles").waitFor();
    await button().locator(".badge").waitFor({ state: "hidden" });
    await session.statusBar(messages().groups.conforming).waitFor({ state: "detached" });
    const { origin } = new URL(session.page.url());
    await session.page.goto(`${origin}/?ew=true`);
    await button().click();
    await welcome("noFolder").waitFor();
  });
});

/** The index and the accessible name of a row. */
async function placeOf(row: Locator): Promise<{ index: number; text: string | null }> {
  return { index: Number(await row.getAttribute("data-index")), text: await row.getAttribute("aria-label") };
}
