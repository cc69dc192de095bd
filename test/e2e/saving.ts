import { session } from "./driver.ts";

/** Waits until it is asked where to save a file of some ending. */
export async function askedToSave(ending: string): Promise<void> {
  await session.page.waitForFunction(`document.querySelector(".quick-input-box input")?.value.endsWith("${ending}")`);
}

/** Says where to save, once that is asked. */
export async function saveAs(path: string): Promise<void> {
  await askedToSave(path.slice(path.lastIndexOf(".")));
  await session.chooseFile(path);
}
