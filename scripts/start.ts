/** Opens the extension on examples/ in a real editor: the installed VS Code, or else one in the browser. Ctrl-C ends it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { findProgram, root, setUpServer } from "../test/vscode/setup.ts";
import { address, startWorkbench } from "../test/vscode/workbench.ts";

const examples = join(root, "examples");
const code = await findProgram(process.platform === "win32" ? "code.cmd" : "code");
if (code) {
  console.log("Opening VS Code on examples/");
  const args = [`--extensionDevelopmentPath=${root}`, "--new-window", "--wait", examples];
  await once(spawn(code, args, { stdio: "inherit", shell: process.platform === "win32" }), "exit");
} else {
  const workbench = await startWorkbench(await setUpServer(), { extension: root });
  const url = address(workbench, examples);
  console.log(`VS Code runs at\n\n  ${url}\n\nCtrl-C ends it.`);
  const opener = { darwin: "open", win32: "explorer" }[process.platform as string] ?? "xdg-open";
  // Without a desktop this fails, but the address is printed above.
  spawn(opener, [url], { stdio: "ignore", detached: true }).on("error", () => {});
}
