/** Tests that the server behaves the same when it starts from compiled code, as in VS Code on a desktop. */
import assert from "node:assert/strict";
import { type FSWatcher, watch } from "node:fs";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type FileAnswer, type ProfilesAnswer, requests } from "../../protocol/requests.ts";
import { examples, examplesFolder } from "../support/analyze.ts";
import { built } from "./built.ts";
import { Client, killServers, PULL } from "./client.ts";

const NAME = "cloud-key-unsuitable";

describe("The server of a desktop", () => {
  let folder: string;
  let watcher: FSWatcher | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "vendor-profile-"));
  });
  afterEach(async () => {
    await killServers();
    watcher?.close();
    await rm(folder, { recursive: true });
  });

  const start = (transport: "stdio" | "node-ipc", ...kept: string[]) =>
    Client.start({
      ...(kept.length > 0 ? { program: built("desktop-server.cjs"), args: kept } : {}),
      transport,
      capabilities: PULL,
      initialize: { workspaceFolders: [{ uri: examplesFolder.href, name: "examples" }] },
    });

  /** Its answers, including one that loads a script on demand. */
  async function answers(client: Client): Promise<unknown[]> {
    const uri = pathToFileURL(join(fileURLToPath(examplesFolder), `${NAME}.vendor.yaml`)).href;
    client.open(uri, examples().find(({ name }) => name === NAME)?.text ?? "");
    const items = await client.items(uri);
    const { profiles } = await client.connection.sendRequest<ProfilesAnswer>(requests.profiles, { known: null });
    const params = { what: "report", profiles: [{ uri, index: 0 }], format: "xlsx", classification: null };
    const file = await client.connection.sendRequest<FileAnswer>(requests.exported, params);
    await client.stop();
    assert.ok(items.length > 0 && profiles && profiles.total > 10 && file);
    return [items, profiles, file.name];
  }

  it("gives the same answers with and without the code cache", async () => {
    const expected = await answers(await start("node-ipc"));
    const isKept = new Promise((resolve) => {
      watcher = watch(folder, async () => {
        if ((await readdir(folder)).includes("server.cjs.cache")) resolve(true);
      });
    });
    const first = await start("node-ipc", folder);
    await isKept;
    assert.deepEqual(await answers(first), expected);
    assert.deepEqual(await readdir(folder), ["server.cjs.cache"]);
    for (const transport of ["node-ipc", "stdio"] as const)
      assert.deepEqual(await answers(await start(transport, folder)), expected);
  });

  it("starts if the cache cannot be written", async () => {
    const file = join(folder, "a file in the folder's place");
    await writeFile(file, "");
    assert.deepEqual(await answers(await start("node-ipc", file)), await answers(await start("node-ipc")));
    assert.equal((await stat(file)).size, 0);
  });
});
