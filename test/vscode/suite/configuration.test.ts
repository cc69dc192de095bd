import assert from "node:assert/strict";
import { DiagnosticSeverity, languages, Uri, window, workspace } from "vscode";
import { diagnosticsOf, find, open, when } from "./editor.ts";

const isJapanese = process.env.VENDOR_PROFILE_LOCALE === "ja";
const CONFIG = "vendor-profile.config.yaml";
const FACTS = "services/あおば/facts.yaml";

function uriOf(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return Uri.joinPath(folder.uri, path);
}

async function write(path: string, text: string): Promise<void> {
  await workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
}

describe("the configuration in the editor", () => {
  before(async () => {
    const example = await workspace.fs.readFile(uriOf("overseas-without-alternative.vendor.yaml"));
    await write(FACTS, new TextDecoder().decode(example));
  });
  after(async () => {
    await workspace.fs.delete(uriOf(CONFIG));
    await workspace.fs.delete(uriOf("services"), { recursive: true });
  });

  it("turns the files that it names into profiles, open or not, and has them judged", async () => {
    const document = await workspace.openTextDocument(uriOf(FACTS));
    await window.showTextDocument(document);
    assert.equal(document.languageId, "yaml");
    await write(CONFIG, 'files: ["*.vendor.yaml", "services/*/facts.yaml"]\nseverities: { 7.recommended: warning }\n');
    await when(workspace.onDidOpenTextDocument, () => (document.languageId === "vendor-profile" ? true : undefined));
    const found = await diagnosticsOf(document, (diagnostics) => find(diagnostics, "7.recommended") !== undefined);
    assert.ok(find(found, "6-1.unmet"));
    assert.equal(find(found, "7.recommended")?.severity, DiagnosticSeverity.Warning);
  });

  it("leaves a document alone whose language the user sets back to YAML", async () => {
    const document = await workspace.openTextDocument(uriOf(FACTS));
    await languages.setTextDocumentLanguage(document, "yaml");
    // It is no longer open as a profile, so its version on disk is judged.
    const other = await open("byok.vendor.yaml");
    await diagnosticsOf(other);
    assert.equal(document.languageId, "yaml");
    await languages.setTextDocumentLanguage(document, "vendor-profile");
  });

  it("shows its own errors, and has no effect until they are fixed", async () => {
    const profile = await open("overseas-without-alternative.vendor.yaml");
    await diagnosticsOf(profile, (all) => find(all, "7.recommended")?.severity === DiagnosticSeverity.Warning);
    await write(CONFIG, "severities: { 7.recommended: warning, unmet: off }\n");
    const document = await workspace.openTextDocument(uriOf(CONFIG));
    await window.showTextDocument(document);
    const problem = find(await diagnosticsOf(document), "config.locked");
    assert.ok(problem);
    assert.equal(document.getText(problem.range), "unmet");
    assert.match(problem.message, isJapanese ? /重さは変えられない/ : /cannot be changed/);
    await diagnosticsOf(profile, (all) => find(all, "7.recommended")?.severity === DiagnosticSeverity.Information);
    await write(CONFIG, "severities: { 7.recommended: warning }\n");
    await diagnosticsOf(document, (all) => all.length === 0);
    await diagnosticsOf(profile, (all) => find(all, "7.recommended")?.severity === DiagnosticSeverity.Warning);
  });
});
