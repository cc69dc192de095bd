import { type BaseLanguageClient, State } from "vscode-languageclient";

/** Requests without a running server, as during a restart, return nothing and show nothing: the status item tells. */
export function quietWhileAway(client: BaseLanguageClient): void {
  const fail = client.handleFailedRequest.bind(client);
  client.handleFailedRequest = (type, token, error, defaultValue, ...rest) =>
    client.state === State.Running ? fail(type, token, error, defaultValue, ...rest) : defaultValue;
}
