import type { Connection } from "vscode-languageserver";
import { bytesOf } from "../../../protocol/base64.ts";
import {
  type FindAnswer,
  type FindParams,
  fileRequests,
  type MissingAnswer,
  type MissingParams,
  type ReadAnswer,
  type ReadParams,
} from "../../../protocol/file-system.ts";
import { USUAL } from "../config/profile-files.ts";
import { decode } from "../host/decode.ts";
import type { Reading } from "../host/reading.ts";
import { schemeOf } from "../host/uri.ts";
import type { Files, Runtime } from "./runtime.ts";

/** A runtime that asks the client for files with a scheme it does not read itself, if the client offers that. */
export function withClientFiles(
  runtime: Runtime,
  connection: Pick<Connection, "sendRequest">,
  isOffered: () => boolean,
): Runtime {
  const client = clientFiles(connection);
  const filesOf = (uri: string) => (isOffered() && !runtime.schemes.includes(schemeOf(uri)) ? client : runtime);
  return {
    ...runtime,
    missingFiles: (uri, files) => filesOf(uri).missingFiles(uri, files),
    findProfiles: (uri, candidates) => filesOf(uri).findProfiles(uri, candidates),
    readProfile: (uri) => filesOf(uri).readProfile(uri),
  };
}

/** File access through requests to the client. */
function clientFiles(connection: Pick<Connection, "sendRequest">): Files {
  return {
    missingFiles: async (uri, files) => {
      const params: MissingParams = { uri, files };
      const answer = connection.sendRequest<MissingAnswer>(fileRequests.missing, params);
      return answer.then(({ missing }) => new Set(missing)).catch(() => new Set());
    },
    findProfiles: async (folder, { globs, hidden } = USUAL) => {
      const params: FindParams = { folder, globs, hidden };
      const { uris } = await connection.sendRequest<FindAnswer>(fileRequests.find, params);
      // The client's API does not say which folders it could not read.
      return { uris: [...uris].sort(), unread: [] };
    },
    readProfile: async (uri) => {
      const params: ReadParams = { uri };
      const answer = connection.sendRequest<ReadAnswer>(fileRequests.read, params);
      return answer.then(readingOf).catch((error: unknown) => ({ unread: "unreadable", code: String(error) }));
    },
  };
}

function readingOf(answer: ReadAnswer): Reading {
  if ("content" in answer) return decode(bytesOf(answer.content));
  const { error } = answer;
  return error === "missing" || error === "tooLarge" ? { unread: error } : { unread: "unreadable", code: error };
}
