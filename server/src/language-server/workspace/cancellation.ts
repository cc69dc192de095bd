import { LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** Whoever asks, and may want to know no longer. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** Ends a request that is wanted no longer. */
export function stopIfCancelled({ isCancellationRequested }: Cancellation): void {
  if (isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}
