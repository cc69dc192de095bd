import { connect, type Socket } from "node:net";
import type { MessageReader, MessageWriter } from "vscode-languageserver";
import { IPCMessageReader, IPCMessageWriter, StreamMessageWriter } from "vscode-languageserver/node";
import { FrameReader } from "./message-reader.ts";

/** How messages come and go. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Has something done once the client can no longer be reached. */
  readonly onGone: (then: () => void) => void;
}

/** The transport that the command line names: --stdio, --node-ipc, --pipe=… or --socket=… */
export function transportOf(args: readonly string[]): Transport {
  for (const [index, arg] of args.entries()) {
    const [, name, value = args[index + 1] ?? ""] = /^--(stdio|node-ipc|pipe|socket)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === "stdio") return ofProcess();
    if (name === "node-ipc") return ofChannel();
    if (name === "pipe") return ofSocket(connect(value));
    if (name === "socket") return ofSocket(connect(Number(value), "127.0.0.1"));
  }
  throw new Error("a transport was expected: --stdio, --node-ipc, --pipe=… or --socket=…");
}

function ofProcess(): Transport {
  const { stdin, stdout } = process;
  return {
    reader: new FrameReader(stdin),
    writer: new StreamMessageWriter(stdout),
    onGone: (then) => {
      stdin.once("end", then).once("close", then).once("error", then);
      stdout.once("close", then).once("error", then);
    },
  };
}

function ofChannel(): Transport {
  return {
    reader: new IPCMessageReader(process),
    writer: new IPCMessageWriter(process),
    onGone: (then) => process.once("disconnect", then),
  };
}

/** Of one that is never reached nobody is told: there is nothing to be done then, and the process ends. */
function ofSocket(socket: Socket): Transport {
  return {
    reader: new FrameReader(socket),
    writer: new StreamMessageWriter(socket),
    onGone: (then) => {
      socket.on("error", () => {}).once("connect", () => socket.once("end", then).once("close", then));
    },
  };
}
