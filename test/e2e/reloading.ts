import { session } from "./driver.ts";

/** Reloads the window once the editor has stored a text of a view's state, which it does every few seconds. */
export async function reloadWith(state: string): Promise<void> {
  await session.page.evaluate(`(${untilStored})(${JSON.stringify(state)})`);
  await session.page.reload();
}

/** Runs in the page: waits until the editor's state in IndexedDB contains a text. */
const untilStored = `async (text) => {
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
