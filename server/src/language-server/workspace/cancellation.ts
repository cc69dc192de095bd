import { LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** The part of a `CancellationToken` that is read here. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** Throws RequestCancelled once the client has cancelled the request. */
export function stopIfCancelled({ isCancellationRequested }: Cancellation): void {
  if (isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}
