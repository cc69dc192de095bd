import type { Connection } from "vscode-languageserver";
import { fileRequests, type ScriptAnswer, type ScriptName } from "../../../../protocol/file-system.ts";
import { today } from "../../host/today.ts";
import { NOTHING_FOUND, type Runtime } from "../runtime.ts";

/** The runtime of a web worker: it has no files, and gets the scripts that it loads from the client. */
export function runtimeOver(connection: Pick<Connection, "sendRequest">, locale: string): Runtime {
  const loading = new Map<ScriptName, ReturnType<Runtime["load"]>>();
  const load = async (name: ScriptName) => {
    const { text } = await connection.sendRequest<ScriptAnswer>(fileRequests.script, { name });
    return exportsOf(text) as Awaited<ReturnType<Runtime["load"]>>;
  };
  return {
    settled,
    today,
    locale,
    schemes: [],
    load: (name) => {
      const script = loading.get(name) ?? load(name);
      loading.set(name, script);
      // Try again after a failure.
      script.catch(() => loading.delete(name));
      return script;
    },
    missingFiles: async () => new Set(),
    findProfiles: async () => NOTHING_FOUND,
    readProfile: async () => ({ unread: "missing" }),
  };
}

/**
 * Resolves when the messages that have already arrived are handled: it posts a message, which queues behind them. A timer would not
 * work, because timers and messages have separate queues.
 */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 }: { readonly port1: Port; readonly port2: Port } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** The part of a browser's MessagePort that is used. */
interface Port {
  onmessage?: () => void;
  readonly postMessage: (message: null) => void;
  readonly close: () => void;
}

/** Runs a CommonJS script and returns its exports. */
function exportsOf(script: string): unknown {
  const module: { exports: unknown } = { exports: {} };
  new Function("module", "exports", script)(module, module.exports);
  return module.exports;
}
