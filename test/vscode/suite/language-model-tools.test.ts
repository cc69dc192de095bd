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

/** The text that an assistant gets from a tool. */
async function invoke(name: string, input: object): Promise<string> {
  const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map((part) => (part as LanguageModelTextPart).value).join("");
}

/** The output of the command line in the workspace. */
async function commandLine(...args: string[]): Promise<string> {
  const cli = join(extensions.getExtension("vendor-profile.vendor-profile")?.extensionPath ?? "", "dist/cli.cjs");
  const [folder] = workspace.workspaceFolders ?? [];
  const options = { cwd: folder?.uri.fsPath, encoding: "utf8" } as const;
  // Exits with 1 if a profile does not conform, which rejects.
  const run = promisify(execFile)(process.execPath, [cli, ...args, "--lang", locale], options);
  return run.then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
}

describe("the language model tools", () => {
  const file = "overseas-without-alternative.vendor.yaml";

  before(async () => {
    await diagnosticsOf(await open(file));
  });
  after(() => allow(undefined));

  it("are refused unless the user allows them", async () => {
    await assert.rejects(invoke("vendorProfile_evaluate", { file }));
    await assert.rejects(invoke("vendorProfile_explain", { topic: "5-1" }));
  });

  it("judge a profile as the command line does", async () => {
    await allow(true);
    const expected = await commandLine("check", file, "--format", "json", "--as-of", "2026-11-22");
    assert.equal(await invoke("vendorProfile_evaluate", { file }), expected);
    assert.equal(await invoke("vendorProfile_evaluate", {}), expected);
    assert.equal(
      await invoke("vendorProfile_evaluate", { file, classification: "III" }),
      await commandLine("check", file, "--format", "json", "--as-of", "2026-11-22", "--class", "III"),
    );
  });

  it("explain a requirement as the command line does", async () => {
    assert.equal(
      await invoke("vendorProfile_explain", { topic: "5-1" }),
      await commandLine("explain", "5-1", "--format", "json"),
    );
    await assert.rejects(invoke("vendorProfile_explain", { topic: "no such thing" }));
  });

  it("refuse files that are no profiles, and unknown classes", async () => {
    await assert.rejects(invoke("vendorProfile_evaluate", { file: "overseas-without-alternative.expected.yaml" }));
    await assert.rejects(invoke("vendorProfile_evaluate", { file: "../package.json" }));
    await assert.rejects(invoke("vendorProfile_evaluate", { file, classification: "IV" }));
  });

  it("are refused again once the user forbids them", async () => {
    await allow(false);
    await when(workspace.onDidChangeConfiguration, () => (workspace.getConfiguration().get(SETTING) ? undefined : true));
    await assert.rejects(invoke("vendorProfile_explain", { topic: "5-1" }));
  });
});
