/**
 * What the manifest promises about untrusted workspaces: nothing in them is run or loaded, and none of their settings makes a profile
 * look better. That the sources run no programs at all is tested in reach.test.ts.
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

describe("an untrusted workspace", () => {
  it("cannot set anything to a program, a file or an address", () => {
    for (const [name, { type, enum: values, pattern }] of settings) {
      assert.ok(type === "boolean" || (type === "string" && (values || pattern)), name);
      for (const harm of ["/bin/sh", "a.js", "https://example.com", "..", "$(a)"]) {
        assert.ok(!values?.includes(harm) && !(pattern && new RegExp(pattern, "u").test(harm)), `${name}: ${harm}`);
      }
    }
  });

  it("cannot set the date, on which a certificate's validity depends", () => {
    // The editor reads the list only with "limited".
    assert.equal(supported, "limited");
    assert.deepEqual(restrictedConfigurations, ["vendorProfile.asOf"]);
    assert.ok(settings.some(([name]) => name === "vendorProfile.asOf"));
  });

  it("cannot allow data to leave the machine: only the user can", () => {
    const [, tools] = settings.find(([name]) => name === "vendorProfile.languageModelTools.enabled") ?? [];
    assert.equal(tools?.scope, "application");
  });

  it("cannot make the editor run anything through the extension", () => {
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
