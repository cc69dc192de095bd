import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ConfigurationTarget, extensions, type LanguageModelTextPart, lm, workspace } from "vscode";
import { diagnosticsOf, open, when } from "./editor.ts";

const locale = process.env.VENDOR_PROFILE_LOCALE ?? "en";
const SETTING = "vendorProfile.languageModelTools.enabled";

async function allow(isAllowed: boolean | undefined): Promise<void> {
  await workspace.getConfiguration().update(SETTING, isAllowed, ConfigurationTarget.Global);
}

/** What a tool answers, as an assistant would get it. */
async function ask(name: string, input: object): Promise<string> {
  const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map((part) => (part as LanguageModelTextPart).value).join("");
}

/** What the command line prints in the workspace. */
async function commandLine(...args: string[]): Promise<string> {
  const cli = join(extensions.getExtension("vendor-profile.vendor-profile")?.extensionPath ?? "", "dist/cli.cjs");
  const [folder] = workspace.workspaceFolders ?? [];
  const options = { cwd: folder?.uri.fsPath, encoding: "utf8" } as const;
  // it ends with 1 where a profile does not conform
  const run = promisify(execFile)(process.execPath, [cli, ...args, "--lang", locale], options);
  return run.then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
}

describe("what an assistant may ask", () => {
  const file = "overseas-without-alternative.vendor.yaml";

  before(async () => {
    await diagnosticsOf(await open(file));
  });
  after(() => allow(undefined));

  it("is nothing unless the user lets it", async () => {
    await assert.rejects(ask("vendorProfile_evaluate", { file }));
    await assert.rejects(ask("vendorProfile_explain", { topic: "5-1" }));
  });

  it("is how a profile is judged, as the command line says", async () => {
    await allow(true);
    const expected = await commandLine("check", file, "--format", "json", "--as-of", "2026-11-22");
    assert.equal(await ask("vendorProfile_evaluate", { file }), expected);
    assert.equal(await ask("vendorProfile_evaluate", {}), expected);
    assert.equal(
      await ask("vendorProfile_evaluate", { file, classification: "III" }),
      await commandLine("check", file, "--format", "json", "--as-of", "2026-11-22", "--class", "III"),
    );
  });

  it("is what a requirement says, as the command line says", async () => {
    assert.equal(await ask("vendorProfile_explain", { topic: "5-1" }), await commandLine("explain", "5-1", "--format", "json"));
    await assert.rejects(ask("vendorProfile_explain", { topic: "no such thing" }));
  });

  it("is not any other file", async () => {
    await assert.rejects(ask("vendorProfile_evaluate", { file: "overseas-without-alternative.expected.yaml" }));
    await assert.rejects(ask("vendorProfile_evaluate", { file: "../package.json" }));
    await assert.rejects(ask("vendorProfile_evaluate", { file, classification: "IV" }));
  });

  it("is nothing again once the user forbids it", async () => {
    await allow(false);
    await when(workspace.onDidChangeConfiguration, () => (workspace.getConfiguration().get(SETTING) ? undefined : true));
    await assert.rejects(ask("vendorProfile_explain", { topic: "5-1" }));
  });
});
