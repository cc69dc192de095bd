import type { Locator, Page } from "playwright-core";
import { exactly } from "./exactly.ts";

/** The editor's quick input at the top of the window: a list of choices, an input box or a file dialog. */
export class QuickInput {
  readonly #page: Page;
  readonly #widget: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator(".quick-input-widget:visible");
  }

  /** The text field. */
  get input(): Locator {
    return this.#widget.locator(".quick-input-box input");
  }

  /** The choices. */
  get rows(): Locator {
    return this.#widget.locator(".quick-input-list .monaco-list-row");
  }

  /** Opens the palette, types a text and picks a choice. The text is `>` and a command, a file's name, or `:` and a line. */
  async take(text: string, label: string | RegExp): Promise<void> {
    // The palette closes if something else takes the focus late; a user would open it again.
    do await this.#openPalette(text);
    while (!(await this.#isOffered(text, label)));
    await this.pick(label);
  }

  /** Opens the palette, once the page reacts to keys. Its field then has `>`, or already the text. */
  async #openPalette(text: string): Promise<void> {
    // A closing palette still has another text.
    const texts = JSON.stringify([">", text]);
    const isOpen = `document.activeElement?.matches(".quick-input-box input") && ${texts}.includes(document.activeElement.value)`;
    for (let attempts = 1; ; attempts++) {
      await this.#page.keyboard.press("F1");
      const opened = await this.#page.waitForFunction(isOpen, undefined, { timeout: 5000 }).catch((error: unknown) => error);
      if (!(opened instanceof Error)) return;
      // A page that is still loading ignores keys, so try again.
      if (attempts === 5) throw opened;
    }
  }

  /** Types a text. Resolves with whether the palette offers a choice before it closes. */
  async #isOffered(text: string, label: string | RegExp): Promise<boolean> {
    const offered = this.type(text).then(() => this.row(label).waitFor());
    const closed = this.gone();
    const isOffered = await Promise.race([offered.then(() => true), closed.then(() => false)]);
    for (const late of [offered, closed]) late.catch(() => {});
    return isOffered;
  }

  /** Replaces the text in the field. */
  async type(text: string): Promise<void> {
    await this.input.fill(text);
  }

  /** Types a path into the file dialog, which overwrites the field while it reads a folder. */
  async typePath(path: string): Promise<void> {
    const busy = this.#widget.locator(".monaco-progress-container.active");
    // The dialog has read its first folder once it has rows.
    await this.rows.first().waitFor();
    do {
      await busy.waitFor({ state: "hidden" });
      await this.type(path);
      await busy.waitFor({ state: "hidden" });
    } while ((await this.input.inputValue()) !== path);
  }

  /** Picks a choice, or checks it if the list allows several. */
  async pick(label: string | RegExp): Promise<void> {
    await this.row(label).click();
  }

  /** The choice with a label. */
  row(label: string | RegExp): Locator {
    // Only the first row of a choice is its label; its description is below.
    const shown = this.#page.locator(".quick-input-list-row:first-child .label-name", { hasText: exactly(label) });
    return this.rows.filter({ has: shown }).first();
  }

  /** Accepts the typed text or the checked choices. */
  async accept(): Promise<void> {
    await this.input.press("Enter");
  }

  /** Closes the quick input without an answer. */
  async dismiss(): Promise<void> {
    await this.#page.keyboard.press("Escape");
    await this.gone();
  }

  /** Waits until the quick input is closed. */
  async gone(): Promise<void> {
    await this.#page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** Waits for a question by a part of its title, message or placeholder. */
  async asked(text: string): Promise<void> {
    const above = this.#widget.locator(".quick-input-title, .quick-input-message").filter({ hasText: text });
    const inField = this.#widget.locator(`input[placeholder*=${JSON.stringify(text)}]`);
    await above.or(inField).first().waitFor();
  }

  /** Waits for the editor's file dialog, to open or to save. */
  async askedForFile(): Promise<void> {
    await this.#widget.getByText("Show Local", { exact: true }).waitFor();
  }
}
