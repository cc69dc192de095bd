import { strict as assert } from "node:assert";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = new URL("../golden/", import.meta.url);

/** Compares a text with a file under test/golden/. UPDATE=1 writes the file; review it before you commit it. */
export function assertGolden(name: string, content: string): void {
  const file = new URL(name, folder);
  // Git may check files out with CRLF.
  const kept = content.replaceAll("\r\n", "\n");
  if (process.env.UPDATE) {
    mkdirSync(new URL(".", file), { recursive: true });
    writeFileSync(file, kept);
  }
  assert.ok(existsSync(file), `${name} is not recorded: UPDATE=1 records it`);
  assert.equal(kept, readFileSync(file, "utf8").replaceAll("\r\n", "\n"), `${name} is not as recorded: UPDATE=1 records it`);
}
