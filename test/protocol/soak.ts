import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { examples } from "../support/analyze.ts";
import { randomOf } from "../support/random.ts";
import { Wire } from "./wire.ts";

/** The server's heap after a number of edits, with the same documents open each time. */
export interface Kept {
  readonly edits: number;
  readonly bytes: number;
}

/** The number of edits between two requests, and between closing a document and opening another. */
const BURST = 20;
const STAY = 100;
/** In characters. A longer document is reset, so that only the server can grow. */
const MAX_TEXT_LENGTH = 60_000;
const SCRAPS = [
  "profile: 1\n",
  "---\n",
  "&a ",
  "*a",
  "- ",
  ": ",
  "  ",
  "\n",
  "\r\n",
  "\t",
  "{",
  "]",
  '"',
  "#",
  "あ",
  "🏯",
  "<<: *a\n",
];
/** Sent in turn, as an editor does between keystrokes. */
const ASKED = [
  "hover",
  "completion",
  "documentSymbol",
  "codeLens",
  "semanticTokens/full",
  "foldingRange",
  "formatting",
  "inlayHint",
];

const all = examples().map(({ text }) => text);
/** The last one holds many profiles. */
const TEXTS = [...all, all.slice(0, 6).join("---\n")];

/**
 * Sends random edits to a server, in documents that are opened and closed, with requests between them, some of them cancelled. Yields
 * the heap `samples` times. At the end it asserts that the server gives the same answers as a new one.
 */
export async function* soak(edits: number, samples: number, seed: number): AsyncGenerator<Kept> {
  const wire = await Wire.start({ aside: true });
  const random = randomOf(seed);
  const pick = <T>(items: readonly T[]): T => items[random(items.length)] as T;
  let document = TextDocument.create("", "vendor-profile", 0, "");

  function open(count: number): void {
    document = TextDocument.create(`file:///soak/${count}.vendor.yaml`, "vendor-profile", count, pick(TEXTS));
    wire.open(document.uri, document.getText(), count);
  }

  function close({ uri }: { readonly uri: string }): void {
    wire.notify("textDocument/didClose", { textDocument: { uri } });
  }

  function edit(count: number): void {
    const { length } = document.getText();
    const start = random(length + 1);
    const range = { start: document.positionAt(start), end: document.positionAt(start + pick([0, 0, 0, 1, 3, 40])) };
    const change = length > MAX_TEXT_LENGTH ? { text: pick(TEXTS) } : { range, text: random(3) === 0 ? "" : pick(SCRAPS) };
    TextDocument.update(document, [change], count);
    wire.change(document.uri, count, change);
  }

  async function sendRequests(count: number): Promise<void> {
    const textDocument = { uri: document.uri };
    const position = document.positionAt(random(document.getText().length + 1));
    const range = { start: { line: 0, character: 0 }, end: position };
    wire.send({ jsonrpc: "2.0", id: "stale", method: "textDocument/diagnostic", params: { textDocument } });
    if (random(2) === 0) wire.notify("$/cancelRequest", { id: "stale" });
    const { error } = await wire.request(`textDocument/${ASKED[(count / BURST) % ASKED.length]}`, {
      textDocument,
      position,
      range,
    });
    assert.equal(error, undefined);
    await Promise.all([wire.items(document.uri), wire.answerTo("stale")]);
    // Received messages must not accumulate here.
    wire.received.all.length = 0;
  }

  async function measureHeap(): Promise<number> {
    const documents = TEXTS.map((text, index) => ({ uri: `file:///look/${index}.vendor.yaml`, text }));
    for (const { uri, text } of documents) wire.open(uri, text);
    for (const { uri } of documents) await wire.items(uri);
    const bytes = await wire.heap();
    for (const document of documents) close(document);
    return bytes;
  }

  open(0);
  for (let count = 1; count <= edits; count++) {
    edit(count);
    if (count % BURST === 0) await sendRequests(count);
    if (count % STAY === 0) {
      close(document);
      if (count % Math.floor(edits / samples) === 0) yield { edits: count, bytes: await measureHeap() };
      open(count);
    }
  }
  await assertJudgesAsNew(wire);
  await wire.request("shutdown");
  wire.notify("exit");
  assert.equal(await wire.exited, 0);
}

async function assertJudgesAsNew(wire: Wire): Promise<void> {
  const other = await Wire.start();
  for (const [index, text] of TEXTS.entries()) {
    const uri = `file:///new/${index}.vendor.yaml`;
    for (const server of [wire, other]) server.open(uri, text);
    assert.deepEqual(await wire.items(uri), await other.items(uri));
  }
  other.hangUp();
}
