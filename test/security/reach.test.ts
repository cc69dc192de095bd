/**
 * Guards what the product could reach at all: which modules of Node are in its bundles, and what its sources call. That nothing is
 * reached while it runs, no-way-out.test.ts guards.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isCallExpression, isIdentifier, isStringLiteral, type Node, SyntaxKind } from "typescript/unstable/ast";
import { METAFILE } from "../../scripts/shipped.ts";
import { placeOf, sourcesIn, within } from "../localisation/sources.ts";

const root = new URL("../../", import.meta.url);

/** The modules of Node that lead out of a process, or run what is no part of it. */
const WAYS_OUT =
  /^(?:child_process|cluster|dgram|dns|dns\/promises|http|http2|https|inspector|inspector\/promises|net|repl|tls|trace_events|vm|wasi|worker_threads)$/;

/** Who has them in which bundle. Each has a reason. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  // the editor's side starts the server
  "child_process in vscode-languageclient": ["dist/extension.cjs"],
  // the channel, where the editor names a pipe or a socket
  "net in server/src/language-server/node/transport.ts": ["dist/server.cjs"],
  "net in vscode-jsonrpc": ["dist/extension.cjs", "dist/server.cjs"],
  // resolves modules of a workspace, for servers that load some
  "child_process in vscode-languageserver": ["dist/server.cjs"],
  // of globby's helpers, one that nobody calls
  "child_process in unicorn-magic": ["dist/commands.cjs", "dist/search.cjs"],
  // runs our own code from where it is compiled
  "vm in server/src/host/node/code-cache.ts": ["dist/desktop-server.cjs", "dist/desktop.cjs"],
  // asks in which thread it is, for the name of a temporary file
  "worker_threads in write-file-atomic": ["dist/commands.cjs", "dist/extension.cjs", "dist/thread.cjs"],
  // judges many profiles on several cores: its threads run the bundle beside it, and nothing else
  "worker_threads in server/src/cli/workers/all.ts": ["dist/commands.cjs"],
  "worker_threads in server/src/cli/workers/thread.ts": ["dist/thread.cjs"],
};

interface Meta {
  readonly inputs: Readonly<
    Record<string, { readonly imports: readonly { readonly path: string; readonly external?: boolean }[] }>
  >;
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>>;
}

describe("what the bundles could reach", () => {
  const { inputs, outputs }: Meta = JSON.parse(readFileSync(new URL(METAFILE, root), "utf8"));

  it("are no modules of Node that lead out, but those that are known", () => {
    const found = new Map<string, Set<string>>();
    for (const [bundle, { inputs: parts }] of Object.entries(outputs)) {
      for (const input of Object.keys(parts)) {
        for (const { path, external } of inputs[input]?.imports ?? []) {
          const name = path.replace(/^node:/, "");
          if (!external || !WAYS_OUT.test(name)) continue;
          const who = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? input;
          const key = `${name} in ${who}`;
          found.set(key, (found.get(key) ?? new Set()).add(bundle));
        }
      }
    }
    assert.deepEqual(
      Object.fromEntries([...found].map(([key, bundles]) => [key, [...bundles].sort()] as const).sort()),
      Object.fromEntries(Object.entries(KNOWN).sort()),
    );
  });

  it("is nothing that is not there: each is loaded from Node, from VS Code or from beside it", () => {
    const own = Object.keys(outputs).map((file) => file.replace(/^dist\//, "./"));
    const others = Object.values(inputs).flatMap(({ imports }) =>
      imports.flatMap(({ path, external }) => (external && !own.includes(path) && path !== "vscode" ? path : [])),
    );
    const builtin = process.getBuiltinModule("node:module").builtinModules;
    assert.deepEqual(
      others.filter((path) => !builtin.includes(path.replace(/^node:/, ""))),
      [],
    );
  });

  it("is no network of the browser's", () => {
    for (const bundle of Object.keys(outputs).filter((file) => /\.c?js$/.test(file))) {
      const text = readFileSync(new URL(bundle, root), "utf8");
      assert.doesNotMatch(
        text,
        /\b(?:fetch|WebSocket|XMLHttpRequest|EventSource|sendBeacon|WebTransport|RTCPeerConnection|importScripts)\s*\(/,
        bundle,
      );
    }
  });
});

describe("what the sources call", () => {
  /** What must not stand in them, and where it may all the same. */
  const NEVER: Readonly<Record<string, readonly string[]>> = {
    // the network
    ...Object.fromEntries(
      ["fetch", "WebSocket", "XMLHttpRequest", "EventSource", "sendBeacon", "importScripts"].map((name) => [name, []]),
    ),
    // code made of text: in a browser the server is a worker, which is handed the extension's own scripts
    eval: [],
    Function: ["server/src/language-server/browser/runtime.ts"],
    Worker: ["client/src/browser/connect.ts", "server/src/cli/workers/all.ts"],
    // programs, and what the editor runs for an extension
    ...Object.fromEntries(
      ["createTerminal", "executeTask", "startDebugging", "registerTaskProvider", "ShellExecution", "ProcessExecution"].map(
        (name) => [name, []],
      ),
    ),
    // whoever follows a link from elsewhere
    registerUriHandler: [],
    // telemetry
    ...Object.fromEntries(["createTelemetryLogger", "telemetry", "machineId", "sessionId"].map((name) => [name, []])),
    // markup that is more than text
    ...Object.fromEntries(
      [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "dangerouslySetInnerHTML",
        "isTrusted",
        "supportHtml",
        "enableCommandUris",
      ].map((name) => [name, []]),
    ),
  };

  const sources = sourcesIn("{server,client,protocol}/**/*.{ts,tsx}");

  it("leads nowhere, makes no code and tells nobody", () => {
    const found: string[] = [];
    for (const source of sources) {
      for (const node of within(source.file)) {
        if (!isIdentifier(node) || !Object.hasOwn(NEVER, node.text)) continue;
        if (!NEVER[node.text]?.includes(source.path)) found.push(`${placeOf(source, node)} ${node.text}`);
      }
    }
    assert.deepEqual(found, []);
  });

  it("loads nothing but what is beside it, by its name", () => {
    let loads = 0;
    for (const source of sources) {
      for (const node of within(source.file)) {
        if (!isCallExpression(node) || !isLoader(node.expression)) continue;
        loads++;
        const [what] = node.arguments;
        assert.ok(what && isStringLiteral(what) && /^\.\.?\//.test(what.text), placeOf(source, node));
      }
    }
    assert.ok(loads > 10);
  });

  function isLoader(node: Node): boolean {
    return node.kind === SyntaxKind.ImportKeyword || (isIdentifier(node) && node.text === "require");
  }
});
