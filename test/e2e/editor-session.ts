import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, isAbsolute, join, relative } from "node:path";
import { globby } from "globby";
import type { Browser as Chromium, Frame, Locator, Page } from "playwright-core";
import { root, type setUp } from "../vscode/setup.ts";
import { address, openPage, startWorkbench, type Workbench } from "../vscode/workbench.ts";
import { exactly } from "./exactly.ts";
import { fileWhen } from "./files.ts";
import { errorsIn } from "./logs.ts";
import { QuickInput } from "./quick-input.ts";
import { readTexts, type Texts } from "./texts.ts";
import type { Variant } from "./variants.ts";
import { findWebview } from "./webview.ts";

const id = "vendor-profile.vendor-profile";

/** How long anything that a person waits for may take. */
const TIMEOUT = 60_000;

/** The settings of every session: the day on which the examples are judged, and nothing that changes by itself. */
const settings = {
  "vendorProfile.asOf": "2026-11-22",
  // The editor's own file dialog instead of the browser's.
  "files.simpleDialog.enable": true,
  "files.autoSave": "off",
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  // The newest editor shows its own pages in a tab too, as the oldest does.
  "workbench.editor.useModal": "off",
};

/** An editor with the packaged extension on a copy of the examples, and what a user does in it. */
export class EditorSession {
  readonly #workbench: Workbench;
  readonly #chromium: Chromium;
  readonly variant: Variant;
  /** The extension's texts in the editor's language. */
  readonly texts: Texts;
  /** The path of the workspace: this session's copy of examples/. */
  folder = "";
  #page: Page | undefined;
  /** The errors in the browser's console, of this window. */
  #errors: string[] = [];
  /** The log files of earlier windows. */
  #earlierLogs: ReadonlySet<string> = new Set();

  private constructor(variant: Variant, workbench: Workbench, chromium: Chromium) {
    this.variant = variant;
    this.texts = readTexts(variant.locale);
    this.#workbench = workbench;
    this.#chromium = chromium;
  }

  /** Starts the editor's server with the extension installed from its package. Call {@link fresh} to open a window. */
  static async start(
    variant: Variant,
    { server, chromium, vsix }: { server: Awaited<ReturnType<typeof setUp>>["server"]; chromium: Chromium; vsix: string },
  ): Promise<EditorSession> {
    const workbench = await startWorkbench(server, {
      locale: variant.locale,
      vsix,
      settings: { ...settings, ...(variant.host === "web" && { "remote.extensionKind": { [id]: ["web"] } }) },
    });
    return new EditorSession(variant, workbench, chromium);
  }

  /** Opens a window without earlier state, on a new copy of the examples. */
  async fresh(): Promise<void> {
    await this.#close();
    this.#errors = [];
    this.#earlierLogs = new Set(await this.#logs());
    this.folder = join(await mkdtemp(join(tmpdir(), "vendor-profile-e2e-")), "examples");
    await cp(join(root, "examples"), this.folder, { recursive: true });
    this.#page = await openPage(this.#chromium, address(this.#workbench, this.folder), async (page) => {
      page.setDefaultTimeout(TIMEOUT);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      page.on("console", (message) => {
        if (message.type() === "error") this.#errors.push(message.text());
      });
    });
    await this.page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  }

  /** Closes the window and stops the server. */
  async stop(): Promise<void> {
    await this.#close();
    await this.#workbench.stop();
  }

  async #close(): Promise<void> {
    if (!this.#page) return;
    await this.#page.context().close();
    await rm(join(this.folder, ".."), { recursive: true, force: true, maxRetries: 5 });
  }

  /** The window. */
  get page(): Page {
    if (!this.#page) throw new Error("No window is open: fresh() opens one.");
    return this.#page;
  }

  // ── commands and questions

  /** The quick input at the top of the window. */
  get quickInput(): QuickInput {
    return new QuickInput(this.page);
  }

  /** Runs a command from the palette: ours by its id, the editor's by its title. */
  async run(command: string): Promise<void> {
    const title = this.titleOf(command);
    await this.quickInput.take(`>${title}`, title);
  }

  /** The title of a command in the palette. */
  titleOf(command: string): string {
    return command.startsWith("vendorProfile.") ? this.texts.title(command) : command;
  }

  /** Answers the editor's file dialog with a path, absolute or in the workspace. To overwrite a file, call accept() once more. */
  async chooseFile(path: string): Promise<void> {
    await this.quickInput.askedForFile();
    await this.quickInput.typePath(this.path(path));
    await this.quickInput.accept();
  }

  // ── files and text

  /** The absolute path of a file of the workspace. */
  path(file: string): string {
    return isAbsolute(file) ? file : join(this.folder, file);
  }

  /** The bytes of a file, once it exists and matches; by default, once it is not empty. */
  async file(file: string, matches?: (bytes: Buffer) => boolean): Promise<Buffer> {
    return fileWhen(this.path(file), TIMEOUT, matches);
  }

  /** Opens a file of the workspace. */
  async open(file: string): Promise<void> {
    await this.quickInput.take(relative(this.folder, this.path(file)), basename(file));
    await this.opened(file);
  }

  /** Waits until a file is in the active editor. A command that runs earlier would be interrupted. */
  async opened(file: string): Promise<void> {
    const group = this.page.locator(".editor-group-container.active");
    await group.locator(`.tab.active[data-resource-name="${basename(file)}"]`).waitFor();
    await group.locator(".editor-instance .view-line").first().waitFor();
  }

  /** Opens a file and puts the cursor after the first occurrence of a text. */
  async cursorAt(file: string, text: string): Promise<void> {
    const content = await readFile(this.path(file), "utf8");
    const start = content.indexOf(text);
    if (start < 0) throw new Error(`${file} does not have: ${text}`);
    const lines = content.slice(0, start + text.length).split("\n");
    await this.open(file);
    const column = (lines.at(-1) ?? "").length + 1;
    await this.quickInput.take(`:${lines.length}:${column}`, /go to line/i);
    await this.page.locator(`[id="status.editor.selection"][aria-label^="Ln ${lines.length},"]`).waitFor();
  }

  /** Types a text at the cursor. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Presses keys, with modifiers: `Enter`, `ControlOrMeta+S`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Saves the active editor. Use {@link file} to wait until it is on disk. */
  async save(): Promise<void> {
    await this.press("ControlOrMeta+S");
  }

  /** The line and the column of the cursor, from 1: `[12, 5]`. */
  async cursor(): Promise<[line: number, column: number]> {
    const text = await this.page.locator('[id="status.editor.selection"]').innerText();
    const [line = 0, column = 0] = (text.match(/\d+/g) ?? []).map(Number);
    return [line, column];
  }

  /** The visible lines of the active editor that contain a text. */
  lines(text: string | RegExp): Locator {
    return this.page.locator(".editor-group-container.active .view-line", { hasText: text });
  }

  /** Accepts a suggestion at the cursor, once it is offered. */
  async suggestion(label: string): Promise<void> {
    const rows = this.page.locator(".suggest-widget.visible .monaco-list-row");
    await rows.filter({ has: this.page.locator(".label-name", { hasText: exactly(label) }) }).click();
  }

  /** The text of the hover at the cursor. */
  async hover(): Promise<string> {
    await this.press("ControlOrMeta+K", "ControlOrMeta+I");
    const hover = this.page.locator(".monaco-editor .monaco-hover:visible, .monaco-resizable-hover:visible").first();
    await hover.locator(".hover-row .hover-contents").first().waitFor();
    const text = await hover.innerText();
    await this.press("Escape");
    return text;
  }

  // ── what the editor shows

  /** The text of the language status for the active profile, once it is judged. */
  async verdict(): Promise<string> {
    await this.page.locator('[id="status.languageStatus"]').hover();
    const shown = this.page.locator(".hover-language-status");
    const judged = shown.locator(".element").filter({ hasNot: this.page.locator(".codicon-loading") });
    const text = await judged.first().locator(".left").innerText();
    // The hover closes when the mouse leaves it.
    await this.page.mouse.move(0, 0);
    await shown.waitFor({ state: "hidden" });
    return text;
  }

  /** The rows of the Problems panel, filtered by a text: a file's name, a message, a code. */
  async problems(text: string): Promise<Locator> {
    await this.run("Problems: Focus on Problems View");
    await this.page.locator(".panel .viewpane-filter input").fill(text);
    const rows = this.page.locator(".markers-panel .monaco-list-row");
    await rows.filter({ hasText: text }).first().waitFor();
    return rows;
  }

  /** The status bar item with a text. */
  statusBar(text: string | RegExp): Locator {
    return this.page.locator(".statusbar-item", { hasText: text });
  }

  /** The notification with a text, buttons included, once it is shown. */
  async notification(text: string | RegExp): Promise<Locator> {
    const shown = this.page.locator(".notifications-toasts .notification-list-item", { hasText: text }).first();
    await shown.waitFor();
    return shown;
  }

  /** The texts of the error notifications since the window opened or they were cleared. */
  async errorNotifications(): Promise<string[]> {
    await this.run("Notifications: Show Notifications");
    const center = this.page.locator(".notifications-center");
    await center.waitFor();
    const errors = center.locator(".notification-list-item", { has: this.page.locator(".codicon-error") });
    const texts = await errors.locator(".notification-list-item-message").allInnerTexts();
    await this.run("Notifications: Hide Notifications");
    return texts;
  }

  /** The frame of one of the extension's views, by its name: checklist, comparison. */
  view(name: string): Promise<Frame> {
    return this.webview(`[data-view="${name}"] > :not(script)`);
  }

  /** The frame of the webview that contains a match of a selector. */
  webview(selector: string): Promise<Frame> {
    return findWebview(this.page, selector, TIMEOUT);
  }

  /** The text in the clipboard. */
  clipboard(): Promise<string> {
    return this.page.evaluate("navigator.clipboard.readText()");
  }

  /** Takes a screenshot of the window. Resolves with its path. */
  async screenshot(name: string): Promise<string> {
    const path = join(root, "out/e2e", `${this.variant.name}-${name.replace(/[^\p{L}\p{N}]+/gu, "-")}.png`);
    await mkdir(join(root, "out/e2e"), { recursive: true });
    await this.page.screenshot({ path, timeout: TIMEOUT });
    return path;
  }

  /** Closes all quick inputs and editors without saving. */
  async tidy(): Promise<void> {
    await this.press("Escape", "Escape");
    await this.run("View: Close All Editors");
    const unsaved = this.page.locator(".monaco-dialog-box").getByText("Don't Save", { exact: true });
    const nothing = this.page.locator(".editor-group-container.empty");
    await unsaved.or(nothing).first().waitFor();
    if (await unsaved.isVisible()) await unsaved.click();
    await nothing.waitFor();
  }

  // ── behind the scenes

  /** How long the extension took to activate, in milliseconds, as the editor measured it. */
  async activationTime(): Promise<number> {
    await this.run("Developer: Show Running Extensions");
    // The list only has the visible rows.
    const size = this.page.viewportSize();
    await this.page.setViewportSize({ width: 1400, height: 2400 });
    const rows = this.page.locator(".runtime-extensions-editor .monaco-list-row");
    // Old and new editors show the name in different languages.
    const name = new RegExp((["en", "ja"] as const).map((locale) => readTexts(locale).manifest.displayName).join("|"));
    const text = await rows
      .filter({ hasText: name })
      .filter({ hasText: /Activation: / })
      .innerText();
    if (size) await this.page.setViewportSize(size);
    return Number(/Activation: (\d+)ms/.exec(text)?.[1]);
  }

  /** The extension's errors in this window: from the logs, the server's stderr and the browser's console. */
  async errors(): Promise<string[]> {
    const printed = [...this.#errors, ...this.#workbench.complaints].filter((line) => line.includes(id));
    const logs = (await this.#logs()).filter((log) => !this.#earlierLogs.has(log));
    return [...printed, ...(await errorsIn(logs, id))];
  }

  /** The log files of all extension hosts so far. */
  #logs(): Promise<string[]> {
    return globby("data/logs/*/exthost*/**/*.log", { cwd: this.#workbench.data, absolute: true });
  }
}
