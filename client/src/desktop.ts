import { join } from "node:path";
import type { ExtensionContext } from "vscode";
import { loadCompiled } from "../../server/src/host/node/code-cache.ts";

let extension: typeof import("./main.ts") | undefined;

/** Activates the extension on a desktop or a remote host, from cached compiled code. */
export async function activate(context: ExtensionContext): Promise<void> {
  const { exports, wasCompiled, keep } = loadCompiled<typeof import("./main.ts")>(
    context.asAbsolutePath("dist/extension.cjs"),
    join(context.globalStorageUri.fsPath, "compiled"),
    require,
  );
  extension = exports;
  await extension.activate(context);
  // the cache is optional: a full or read-only disk is not an error
  if (!wasCompiled) await keep().catch(() => {});
}

/** Lets the server shut down before the host exits. */
export function deactivate(): Promise<void> | undefined {
  return extension?.deactivate();
}
