import { connect, type Socket } from "node:net";
import type { MessageReader, MessageWriter } from "vscode-languageserver";
import { IPCMessageReader, IPCMessageWriter, StreamMessageWriter } from "vscode-languageserver/node";
import { FrameReader } from "./message-reader.ts";

/** How messages are exchanged with the client. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Sets a listener for the end of the connection. */
  readonly onGone: (listener: () => void) => void;
}

/** The transport that the command line names: --stdio, --node-ipc, --pipe=… or --socket=… */
export function transportOf(args: readonly string[]): Transport {
  for (const [index, arg] of args.entries()) {
    const [, name, value = args[index + 1] ?? ""] = /^--(stdio|node-ipc|pipe|socket)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === "stdio") return stdioTransport();
    if (name === "node-ipc") return ipcTransport();
    if (name === "pipe") return socketTransport(connect(value));
    if (name === "socket") return socketTransport(connect(Number(value), "127.0.0.1"));
  }
  throw new Error("a transport was expected: --stdio, --node-ipc, --pipe=… or --socket=…");
}

function stdioTransport(): Transport {
  const { stdin, stdout } = process;
  return {
    reader: new FrameReader(stdin),
    writer: new StreamMessageWriter(stdout),
    onGone: (listener) => {
      stdin.once("end", listener).once("close", listener).once("error", listener);
      stdout.once("close", listener).once("error", listener);
    },
  };
}

function ipcTransport(): Transport {
  return {
    reader: new IPCMessageReader(process),
    writer: new IPCMessageWriter(process),
    onGone: (listener) => process.once("disconnect", listener),
  };
}

/** If the connection fails, nothing keeps the process alive and it ends, so the error is ignored. */
function socketTransport(socket: Socket): Transport {
  return {
    reader: new FrameReader(socket),
    writer: new StreamMessageWriter(socket),
    onGone: (listener) => {
      socket.on("error", () => {}).once("connect", () => socket.once("end", listener).once("close", listener));
    },
  };
}
