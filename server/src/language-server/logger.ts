import { type Connection, ResponseError } from "vscode-languageserver";

/** Wraps a request handler: errors are logged, and still answer the request. */
export type WithErrorLogging = <Params extends readonly unknown[], Result>(
  handler: (...params: Params) => Result | Promise<Result>,
) => (...params: Params) => Promise<Result>;

/** Writes errors to the client's log. */
export interface Logger {
  /** Logs an error, with its stack where it has one. */
  readonly error: (error: unknown) => void;
  /** Resolves when work outside a request has ended. Never rejects: an error is logged. */
  readonly background: (work: Promise<unknown>) => Promise<void>;
  readonly withErrorLogging: WithErrorLogging;
}

export function createLogger(connection: Pick<Connection, "console">): Logger {
  const error = (reason: unknown) =>
    connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
  return {
    error,
    background: async (work) => {
      await work.catch(error);
    },
    withErrorLogging:
      (handler) =>
      async (...params) => {
        try {
          return await handler(...params);
        } catch (reason) {
          // A ResponseError is a deliberate answer, such as a refusal or a cancellation.
          if (!(reason instanceof ResponseError)) error(reason);
          throw reason;
        }
      },
  };
}
