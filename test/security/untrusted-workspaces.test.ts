/**
 * Guards what the manifest promises of workspaces that nobody trusts: nothing in them is run or loaded, and no setting of theirs makes
 * a profile look better. That the sources run nothing at all, reach.test.ts guards.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

interface Setting {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly scope?: string;
}

const settings: readonly [name: string, setting: Setting][] = Object.entries(manifest.contributes.configuration.properties);
const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;

describe("a workspace that nobody trusts", () => {
  it("can set nothing that could name a program, a file or an address", () => {
    for (const [name, { type, enum: values, pattern }] of settings) {
      assert.ok(type === "boolean" || (type === "string" && (values || pattern)), name);
      for (const harm of ["/bin/sh", "a.js", "https://example.com", "..", "$(a)"]) {
        assert.ok(!values?.includes(harm) && !(pattern && new RegExp(pattern, "u").test(harm)), `${name}: ${harm}`);
      }
    }
  });

  it("cannot choose the day, for on another a certificate may be valid", () => {
    // the editor heeds the list only so
    assert.equal(supported, "limited");
    assert.deepEqual(restrictedConfigurations, ["vendorProfile.asOf"]);
    assert.ok(settings.some(([name]) => name === "vendorProfile.asOf"));
  });

  it("cannot let anything leave the machine: that is for its owner alone to choose", () => {
    const [, tools] = settings.find(([name]) => name === "vendorProfile.languageModelTools.enabled") ?? [];
    assert.equal(tools?.scope, "application");
  });

  it("finds nothing that the editor would run for it", () => {
    for (const point of [
      "tasks",
      "taskDefinitions",
      "debuggers",
      "terminal",
      "authentication",
      "mcpServerDefinitionProviders",
      "notebooks",
    ]) {
      assert.equal(manifest.contributes[point], undefined, point);
    }
    assert.deepEqual(
      [manifest.extensionDependencies, manifest.extensionPack, manifest.enabledApiProposals],
      [undefined, undefined, undefined],
    );
    for (const event of manifest.activationEvents) assert.match(event, /^(?:workspaceContains|onWebviewPanel):/);
  });
});
