import { type BaseLanguageClient, State } from "vscode-languageclient";

/** What the editor asks while there is no server, as during a restart, gets no answer and no notification: the status item tells. */
export function quietWhileAway(client: BaseLanguageClient): void {
  const fail = client.handleFailedRequest.bind(client);
  client.handleFailedRequest = (type, token, error, defaultValue, ...rest) =>
    client.state === State.Running ? fail(type, token, error, defaultValue, ...rest) : defaultValue;
}
