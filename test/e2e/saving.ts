import { session } from "./driver.ts";

/** Waits until the file dialog asks where to save a file with an ending. */
export async function askedToSave(ending: string): Promise<void> {
  await session.page.waitForFunction(`document.querySelector(".quick-input-box input")?.value.endsWith("${ending}")`);
}

/** Saves to a path, once the file dialog asks. */
export async function saveAs(path: string): Promise<void> {
  await askedToSave(path.slice(path.lastIndexOf(".")));
  await session.chooseFile(path);
}
