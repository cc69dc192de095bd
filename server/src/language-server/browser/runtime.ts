import type { Connection } from "vscode-languageserver";
import { fileRequests, type ScriptAnswer, type ScriptName } from "../../../../protocol/file-system.ts";
import { today } from "../../host/today.ts";
import { NOTHING_FOUND, type Runtime } from "../runtime.ts";

/** A web worker's machine: it has no files, and the client hands over the scripts to be loaded. */
export function runtimeOver(connection: Pick<Connection, "sendRequest">, locale: string): Runtime {
  const loaded = new Map<ScriptName, ReturnType<Runtime["load"]>>();
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
      const loading = loaded.get(name) ?? load(name);
      loaded.set(name, loading);
      // one that fails is asked for again
      loading.catch(() => loaded.delete(name));
      return loading;
    },
    missingFiles: async () => new Set(),
    findProfiles: async () => NOTHING_FOUND,
    readProfile: async () => ({ unread: "missing" }),
  };
}

/**
 * Resolves when the messages that have arrived are handled: one of one's own comes after them. A timer would not do, for timers
 * and messages wait in different queues.
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

/** An end of a channel, as a browser has it. */
interface Port {
  onmessage?: () => void;
  readonly postMessage: (message: null) => void;
  readonly close: () => void;
}

/** What a CommonJS script exports. */
function exportsOf(script: string): unknown {
  const module: { exports: unknown } = { exports: {} };
  new Function("module", "exports", script)(module, module.exports);
  return module.exports;
}
