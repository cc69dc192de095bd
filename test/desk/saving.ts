import { desk } from "./driver.ts";

/** Says where to save, once that is asked. */
export async function saveAs(path: string): Promise<void> {
  const ending = path.slice(path.lastIndexOf("."));
  await desk.page.waitForFunction(`document.querySelector(".quick-input-box input")?.value.endsWith("${ending}")`);
  await desk.chooseFile(path);
}
