/** Runs the test files that globs name, in this process, and leaves the outcome to whoever asks for it. */
import { fileURLToPath } from "node:url";
import { globby } from "globby";
import Mocha from "mocha";
import { leave, run } from "./support/outcome.ts";

const files = await globby(process.argv.slice(2), {
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  ignore: ["test/vscode/**", "test/e2e/**"],
  absolute: true,
});
const mocha = new Mocha({ timeout: 120_000, reporter: "dot" });
for (const file of files.sort()) mocha.addFile(file);
await mocha.loadFilesAsync();
leave(await run(mocha));
