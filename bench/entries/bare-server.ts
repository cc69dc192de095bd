/** The floor for a YAML language server: it parses and publishes one diagnostic. */
import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parseDocument } from "yaml";

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
documents.onDidChangeContent(({ document }) => {
  const { range } = parseDocument(document.getText());
  const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const { uri, version } = document;
  connection.sendDiagnostics({ uri, version, diagnostics: [{ range: place, message: `parsed up to ${range[1]}` }] });
});
documents.listen(connection);
connection.listen();
