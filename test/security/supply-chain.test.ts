/** The shipped code: whose it is, that its licences allow it and are included, and that packaging is reproducible to the byte. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync, zipSync } from "fflate";
import { advisoriesOn } from "../../scripts/advisories.ts";
import { sbomOf } from "../../scripts/sbom.ts";
import { METAFILE, type Shipped, shippedPackages } from "../../scripts/shipped.ts";
import { packed, vsix } from "../../scripts/vsix.ts";
import { folderOf, removeFolders } from "../cli/run.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe("shipped packages", () => {
  after(removeFolders);

  const metafile = JSON.parse(read(METAFILE));
  let packages: Shipped[];
  before(async () => {
    packages = await shippedPackages(metafile);
  });

  it("have their licence texts in the package", () => {
    const notices = read("dist/LICENSES.txt");
    for (const { name, version, licence, folder } of packages) {
      assert.ok(notices.includes(`${name} ${version} (${licence})\n\n`), name);
      const file = readdirSync(new URL(folder, root)).find((file) => /^licen[cs]e/i.test(file));
      assert.ok(file && notices.includes(read(`${folder}/${file}`).replaceAll("\r\n", "\n").trim()), folder);
    }
  });

  it("are found in every bundle, generated modules included", () => {
    const names = packages.map(({ name }) => name);
    for (const name of ["yaml", "vscode-languageserver", "vscode-languageclient", "hucre", "preact", "ajv", "fast-deep-equal"]) {
      assert.ok(names.includes(name), name);
    }
    for (const input of Object.keys(metafile.inputs)) {
      const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
      const isUsed = Object.values<{ inputs: Record<string, { bytesInOutput: number }> }>(metafile.outputs).some(
        ({ inputs }) => (inputs[input]?.bytesInOutput ?? 0) > 0,
      );
      if (folder && isUsed)
        assert.ok(
          packages.some((shipped) => shipped.folder === folder),
          input,
        );
    }
  });

  it("are rejected if their licence does not allow it", async () => {
    const shippedWith = (license: string, files: Readonly<Record<string, string>>) => {
      const folder = folderOf({
        "node_modules/other/package.json": JSON.stringify({ name: "other", version: "1.0.0", license }),
        ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`node_modules/other/${name}`, text])),
      });
      const input = `${relative(fileURLToPath(root), folder).replaceAll(sep, "/")}/node_modules/other/index.js`;
      return shippedPackages({ outputs: { "dist/a.cjs": { inputs: { [input]: { bytesInOutput: 1 } } } } } as never);
    };
    const [shipped] = await shippedWith("MIT", { LICENSE: "Take it\r\n", NOTICE: "Name us\n" });
    assert.deepEqual([shipped?.name, shipped?.files, shipped?.texts], ["other", ["dist/a.cjs"], ["Take it", "Name us"]]);
    await assert.rejects(
      shippedWith("GPL-3.0-only", { LICENSE: "Take it, and give yours" }),
      /other must not be shipped.*GPL-3\.0-only/,
    );
    await assert.rejects(shippedWith("MIT", {}), /other has no licence file/);
  });

  it("are listed in a reproducible bill of materials", async () => {
    const bytes = Uint8Array.of(1);
    const sbom = await sbomOf(packages, bytes);
    assert.equal(await sbomOf(await shippedPackages(metafile), bytes), sbom);
    const { components, metadata, ...rest } = JSON.parse(sbom);
    assert.deepEqual(
      [rest.bomFormat, rest.specVersion, rest.serialNumber, metadata.timestamp],
      ["CycloneDX", "1.6", undefined, undefined],
    );
    assert.equal(components.length, packages.length);
    const yaml = components.find(({ name }: { name: string }) => name === "yaml");
    const lock = JSON.parse(read("package-lock.json")).packages["node_modules/yaml"];
    assert.equal(yaml.purl, `pkg:npm/yaml@${lock.version}`);
    assert.equal(Buffer.from(yaml.hashes[0].content, "hex").toString("base64"), lock.integrity.replace("sha512-", ""));
    assert.ok(yaml.properties.some(({ value }: { value: string }) => value === "dist/server.cjs"));
  });

  it("are reported if there is an advisory on them, and only then", () => {
    const advisory = { title: "is broken", severity: "high", url: "https://example.com/1" };
    const vulnerabilities = {
      yaml: { nodes: ["node_modules/yaml"], via: [advisory] },
      mocha: { nodes: ["node_modules/mocha"], via: [advisory] },
      globby: { nodes: ["node_modules/globby"], via: ["mocha"] },
    };
    const advisories = advisoriesOn(packages, { vulnerabilities });
    assert.equal(advisories.length, 1);
    assert.match(
      advisories[0] ?? "",
      /^yaml \S+ in dist\/commands\.cjs, dist\/server\.cjs.*: is broken \(high, https:\/\/example\.com\/1\)$/,
    );
    assert.deepEqual(advisoriesOn(packages, { vulnerabilities: {} }), []);
  });
});

describe("the .vsix", () => {
  it("has the same bytes for the same files, at any time and in any time zone", async () => {
    const files = {
      "b.txt": new TextEncoder().encode("乙\n".repeat(99)),
      "a.txt": new Uint8Array(),
      "c/d.bin": Uint8Array.of(1, 2, 3),
    };
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    const zone = process.env.TZ;
    const packages = [];
    for (const TZ of ["UTC", "Asia/Tokyo", "America/St_Johns"]) {
      process.env.TZ = TZ;
      packages.push(Buffer.from(await packed(unzipSync(zipSync(reversed, { mtime: new Date(), level: 1 })))));
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    assert.deepEqual(unzipSync(packages[0] as Buffer), files);
    for (const other of packages) assert.ok(other.equals(packages[0] as Buffer));
  });

  it("is made of what was built, and of nothing else; it is small, and tells whose code it is", async () => {
    const bytes = await vsix();
    assert.ok(bytes.length < 700 * 1024, `${bytes.length}`);
    const files = unzipSync(bytes);
    assert.equal(text(files["extension/dist/LICENSES.txt"]), read("dist/LICENSES.txt"));
    assert.equal(text(files["extension/dist/server.cjs"]), read("dist/server.cjs"));
    const others = Object.keys(files).filter(
      (name) =>
        !/^extension\/(?:package(?:\.nls(?:\.ja)?)?\.json|language-configuration\.json|(?:readme|changelog)\.md|LICENSE\.txt|(?:dist|docs\/images|icons|l10n|media|schemas|syntaxes)\/.*)$/.test(
          name,
        ),
    );
    assert.deepEqual(others, ["[Content_Types].xml", "extension.vsixmanifest"]);
    assert.deepEqual(
      Object.keys(files).filter((name) => /\.(?:ts|tsx|map|log|env)$|metafile/.test(name)),
      [],
    );
  });
});
