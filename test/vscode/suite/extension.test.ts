import assert from "node:assert/strict";
import { commands, env, extensions } from "vscode";
import { diagnosticsOf, open } from "./editor.ts";

const id = "vendor-profile.vendor-profile";
const locale = process.env.VENDOR_PROFILE_LOCALE;

/** The manifest as the editor shows it. */
function manifest() {
  const extension = extensions.getExtension(id);
  assert.ok(extension, `${id} is installed`);
  return extension.packageJSON;
}

describe("the extension in the editor", () => {
  it("speaks the language of the editor", () => {
    assert.equal(env.language, locale);
    assert.equal(manifest().displayName, locale === "ja" ? "ベンダープロファイル" : "Vendor Profile");
  });

  it("has a title for everything it contributes", () => {
    const { contributes, capabilities, displayName, description } = manifest();
    const shown = JSON.stringify({ contributes, capabilities, displayName, description });
    assert.deepEqual(shown.match(/"%[\w.]+%"/g), null);
    assert.deepEqual(Object.keys(contributes.configuration.properties), [
      "vendorProfile.language",
      "vendorProfile.asOf",
      "vendorProfile.diagnostics.scope",
      "vendorProfile.inlayHints.enabled",
      "vendorProfile.trace.server",
      "vendorProfile.languageModelTools.enabled",
    ]);
  });

  it("sets a profile's language and judges it", async () => {
    const document = await open("overseas-without-alternative.vendor.yaml");
    assert.equal(document.languageId, "vendor-profile");
    const diagnostics = await diagnosticsOf(document);
    for (const { source, message } of diagnostics) assert.ok(source && message);
    assert.equal(extensions.getExtension(id)?.isActive, true);
  });

  it("judges again after a restart of the server", async () => {
    const document = await open("overseas-without-alternative.vendor.yaml");
    await diagnosticsOf(document);
    const gone = diagnosticsOf(document, ({ length }) => length === 0);
    const restarted = commands.executeCommand("vendorProfile.restartServer");
    await gone;
    await diagnosticsOf(document);
    await restarted;
  });
});
