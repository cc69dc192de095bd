import type { Locator } from "playwright-core";
import { session } from "./driver.ts";

/** The row of a file or folder in the explorer. */
export function inExplorer(file: string): Locator {
  return session.page.locator(".explorer-folders-view .monaco-list-row", { hasText: file });
}

/** Opens the context menu of an element and chooses a command in it. */
export async function chooseInMenu(element: Locator, command: string): Promise<void> {
  await element.click({ button: "right" });
  const { commands } = session.texts.manifest.contributes;
  const title = commands.find((candidate) => candidate.command === command)?.title ?? command;
  // A menu that has just opened ignores clicks, so that the click that opened it chooses nothing.
  await session.page.locator(".monaco-menu .action-label", { hasText: title }).first().hover();
  await session.page.locator(".monaco-menu .action-item.focused", { hasText: title }).waitFor();
  await session.press("Enter");
}
