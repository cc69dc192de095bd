import { session } from "./driver.ts";

/** Loads the window anew, once the editor has kept something that a view is to find again: it does so every few seconds. */
export async function reloadWith(kept: string): Promise<void> {
  await session.page.evaluate(`(${untilKept})(${JSON.stringify(kept)})`);
  await session.page.reload();
}

/** Waits until the editor's state, which is in the browser's database, holds a text; run in the page. */
const untilKept = `async (text) => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (;;) {
    for (const { name } of await indexedDB.databases()) {
      if (!name.startsWith("vscode-web-state-db-")) continue;
      const database = await done(indexedDB.open(name));
      const values = await done(database.transaction("ItemTable").objectStore("ItemTable").getAll());
      database.close();
      if (values.some((value) => typeof value === "string" && value.replaceAll("\\\\", "").includes(text))) return;
    }
    await new Promise(requestAnimationFrame);
  }
}`;
