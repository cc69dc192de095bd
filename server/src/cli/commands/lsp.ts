import { command, UsageError } from "../command.ts";
import { lspHelp } from "../help/lsp.ts";
import { lspMessages } from "../messages/lsp.ts";

const options = {
  stdio: { type: "boolean" },
  "node-ipc": { type: "boolean" },
  pipe: { type: "string", isFile: true },
  socket: { type: "string", form: { text: "1-65535", test: isPort } },
  clientProcessId: { type: "string" },
} as const;

/** `vendor-profile lsp`: runs the language server for an editor. The server ends the process; without an editor the event loop empties. */
export const lsp = command({
  name: "lsp",
  operands: { least: 0, most: 0 },
  options,
  help: lspHelp,
  run: async ({ values }, { io, language, messages }) => {
    const transports = (["stdio", "node-ipc", "pipe", "socket"] as const).filter((name) => values[name]);
    const [first, second] = transports.map((name) => `--${name}`);
    if (first === undefined) throw new UsageError(lspMessages[language].noTransport);
    if (second !== undefined) throw new UsageError(messages.notTogether(first, second));
    // fires only without an editor: the server exits by itself otherwise
    process.once("beforeExit", () => io.error(`${lspMessages[language].noEditor}\n`));
    // the server reads the transport from the command line itself
    await import("../../language-server/main.ts");
    return 1;
  },
});

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
}
