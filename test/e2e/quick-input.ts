import type { Locator, Page } from "playwright-core";
import { exactly } from "./exactly.ts";

/** The question that the editor asks at the top of the window: choices, a text to write, or a file. */
export class QuickInput {
  readonly #page: Page;
  readonly #widget: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator(".quick-input-widget:visible");
  }

  /** The field that is written in. */
  get input(): Locator {
    return this.#widget.locator(".quick-input-box input");
  }

  /** The choices. */
  get rows(): Locator {
    return this.#widget.locator(".quick-input-list .monaco-list-row");
  }

  /** Brings up the palette and takes a choice: writes `>` and a command, a file's name, or `:` and a line. */
  async take(text: string, label: string | RegExp): Promise<void> {
    // What comes to the front late closes the palette: a person asks once more.
    do await this.#ask(text);
    while (!(await this.#isOffered(text, label)));
    await this.pick(label);
  }

  async #ask(text: string): Promise<void> {
    // a palette that is about to go has another text; one that went may have been written in since
    const texts = JSON.stringify([">", text]);
    const isAsked = `document.activeElement?.matches(".quick-input-box input") && ${texts}.includes(document.activeElement.value)`;
    for (let attempts = 1; ; attempts++) {
      await this.#page.keyboard.press("F1");
      const asked = await this.#page.waitForFunction(isAsked, undefined, { timeout: 5000 }).catch((error: unknown) => error);
      if (!(asked instanceof Error)) return;
      // a page that is still loading does not hear a key
      if (attempts === 5) throw asked;
    }
  }

  /** Whether what is written brings up a choice before the palette goes. */
  async #isOffered(text: string, label: string | RegExp): Promise<boolean> {
    const offered = this.type(text).then(() => this.row(label).waitFor());
    const closed = this.gone();
    const isOffered = await Promise.race([offered.then(() => true), closed.then(() => false)]);
    for (const late of [offered, closed]) late.catch(() => {});
    return isOffered;
  }

  /** Writes in the field, in place of what stands there. */
  async type(text: string): Promise<void> {
    await this.input.fill(text);
  }

  /** Writes a path in the dialog for files, which sets the field itself while it looks into a folder. */
  async typePath(path: string): Promise<void> {
    const busy = this.#widget.locator(".monaco-progress-container.active");
    // the folder that it begins with has been read
    await this.rows.first().waitFor();
    do {
      await busy.waitFor({ state: "hidden" });
      await this.type(path);
      await busy.waitFor({ state: "hidden" });
    } while ((await this.input.inputValue()) !== path);
  }

  /** Takes a choice; where several may be taken, marks it. */
  async pick(label: string | RegExp): Promise<void> {
    await this.row(label).click();
  }

  /** A choice by its label. */
  row(label: string | RegExp): Locator {
    // below the label stands what is said of it
    const shown = this.#page.locator(".quick-input-list-row:first-child .label-name", { hasText: exactly(label) });
    return this.rows.filter({ has: shown }).first();
  }

  /** Confirms what is written or marked. */
  async accept(): Promise<void> {
    await this.input.press("Enter");
  }

  /** Closes the question without an answer. */
  async dismiss(): Promise<void> {
    await this.#page.keyboard.press("Escape");
    await this.gone();
  }

  /** Waits until nothing is asked. */
  async gone(): Promise<void> {
    await this.#page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** Waits for a question by a part of its title, its text or what stands in the empty field: one often follows another. */
  async asked(text: string): Promise<void> {
    const above = this.#widget.locator(".quick-input-title, .quick-input-message").filter({ hasText: text });
    const inField = this.#widget.locator(`input[placeholder*=${JSON.stringify(text)}]`);
    await above.or(inField).first().waitFor();
  }

  /** Waits for the editor's own dialog for files, to open or to save one. */
  async askedForFile(): Promise<void> {
    await this.#widget.getByText("Show Local", { exact: true }).waitFor();
  }
}
