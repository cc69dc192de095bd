/**
 * What the product could reach at all: the Node modules that its bundles import, and what its sources call. That it reaches nothing
 * while it runs is tested in no-way-out.test.ts.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { isCallExpression, isIdentifier, isStringLiteral, type Node, SyntaxKind } from "typescript/unstable/ast";
import { METAFILE } from "../../scripts/shipped.ts";
import { placeOf, sourcesIn, within } from "../localisation/sources.ts";

const root = new URL("../../", import.meta.url);

/** The Node modules that lead out of a process, or run code from outside. */
const WAYS_OUT =
  /^(?:child_process|cluster|dgram|dns|dns\/promises|http|http2|https|inspector|inspector\/promises|net|repl|tls|trace_events|vm|wasi|worker_threads)$/;

/** The allowed imports, by importer, with the bundles that contain it and the reason. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  // The client starts the server.
  "child_process in vscode-languageclient": ["dist/extension.cjs"],
  // The channel, if the editor names a pipe or a socket.
  "net in server/src/language-server/node/transport.ts": ["dist/server.cjs"],
  "net in vscode-jsonrpc": ["dist/extension.cjs", "dist/server.cjs"],
  // Resolves modules of a workspace, which our server does not use.
  "child_process in vscode-languageserver": ["dist/server.cjs"],
  // Runs our own code from its cache of compiled code.
  "vm in server/src/host/node/code-cache.ts": ["dist/desktop-server.cjs", "dist/desktop.cjs"],
  // Judges many profiles on several cores. Its threads run only the bundle beside it.
  "worker_threads in server/src/cli/workers/all.ts": ["dist/commands.cjs"],
  "worker_threads in server/src/cli/workers/thread.ts": ["dist/thread.cjs"],
};

interface Meta {
  readonly inputs: Readonly<
    Record<string, { readonly imports: readonly { readonly path: string; readonly external?: boolean }[] }>
  >;
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>>;
}

describe("the bundles", () => {
  const { inputs, outputs }: Meta = JSON.parse(readFileSync(new URL(METAFILE, root), "utf8"));

  it("import Node modules that lead out only where it is allowed", () => {
    const found = new Map<string, Set<string>>();
    for (const [bundle, { inputs: parts }] of Object.entries(outputs)) {
      for (const input of Object.keys(parts)) {
        for (const { path, external } of inputs[input]?.imports ?? []) {
          const name = path.replace(/^node:/, "");
          if (!external || !WAYS_OUT.test(name)) continue;
          const importer = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? input;
          const key = `${name} in ${importer}`;
          found.set(key, (found.get(key) ?? new Set()).add(bundle));
        }
      }
    }
    assert.deepEqual(
      Object.fromEntries([...found].map(([key, bundles]) => [key, [...bundles].sort()] as const).sort()),
      Object.fromEntries(Object.entries(KNOWN).sort()),
    );
  });

  it("import only from Node, from VS Code and from each other", () => {
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

  it("use no network API of browsers", () => {
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

describe("the sources", () => {
  /** The forbidden identifiers, each with the files where it is allowed. */
  const NEVER: Readonly<Record<string, readonly string[]>> = {
    // Network.
    ...Object.fromEntries(
      ["fetch", "WebSocket", "XMLHttpRequest", "EventSource", "sendBeacon", "importScripts"].map((name) => [name, []]),
    ),
    // Code from text. In a browser the server is a worker, which gets the extension's own scripts as text.
    eval: [],
    Function: ["server/src/language-server/browser/runtime.ts"],
    Worker: ["client/src/browser/connect.ts", "server/src/cli/workers/all.ts"],
    // Programs, and what the editor runs for an extension.
    ...Object.fromEntries(
      ["createTerminal", "executeTask", "startDebugging", "registerTaskProvider", "ShellExecution", "ProcessExecution"].map(
        (name) => [name, []],
      ),
    ),
    // Links from other programs.
    registerUriHandler: [],
    // Telemetry.
    ...Object.fromEntries(["createTelemetryLogger", "telemetry", "machineId", "sessionId"].map((name) => [name, []])),
    // Active markup.
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

  it("use no network, programs, generated code or telemetry", () => {
    const found: string[] = [];
    for (const source of sources) {
      for (const node of within(source.file)) {
        if (!isIdentifier(node) || !Object.hasOwn(NEVER, node.text)) continue;
        if (!NEVER[node.text]?.includes(source.path)) found.push(`${placeOf(source, node)} ${node.text}`);
      }
    }
    assert.deepEqual(found, []);
  });

  it("load modules only by relative literal paths", () => {
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
