import type { Locator } from "playwright-core";
import { session } from "./driver.ts";

/** A file of the workspace in the explorer. */
export function inExplorer(file: string): Locator {
  return session.page.locator(".explorer-folders-view .monaco-list-row", { hasText: file });
}

/** Opens the context menu of something and chooses a command in it. */
export async function chooseInMenu(of: Locator, command: string): Promise<void> {
  await of.click({ button: "right" });
  const { commands } = session.texts.manifest.contributes;
  const title = commands.find((known) => known.command === command)?.title ?? command;
  // a menu that has just opened takes no clicks yet, for fear of the one that opened it
  await session.page.locator(".monaco-menu .action-label", { hasText: title }).first().hover();
  await session.page.locator(".monaco-menu .action-item.focused", { hasText: title }).waitFor();
  await session.press("Enter");
}
