import { strict as assert } from "node:assert";
import type { ClientCapabilities } from "vscode-languageserver-protocol/node";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import { coreMessages } from "../../server/src/messages/render.ts";
import { examples } from "../support/analyze.ts";
import { Client, killServers, PULL, PUSH } from "./client.ts";

const PAGES: ClientCapabilities = { ...PULL, workspace: { ...PULL.workspace, textDocumentContent: {} } };
const uriOf = (name: string) => `file:///${name}.vendor.yaml`;

/** Every diagnostic of every example. */
async function allItems(client: Client) {
  for (const { name, text } of examples()) client.open(uriOf(name), text);
  const items = await Promise.all(examples().map(({ name }) => client.items(uriOf(name))));
  return items.flat();
}

describe("A diagnostic", () => {
  afterEach(killServers);

  it("describes the finding: range, severity, code, source, message and data", async () => {
    const client = await Client.start({ capabilities: PULL });
    const uri = uriOf("a");
    client.open(uri, "profile: 1\nvendor: { name: 甲 }\nservice: { name: 乙 }\ninformation: { classification: IV }\n");
    const [item, ...others] = await client.items(uri);
    assert.deepEqual(others, []);
    const { message, ...rest } = item ?? assert.fail("none");
    assert.match(String(message), /IV/);
    assert.deepEqual(rest, {
      range: { start: { line: 3, character: 31 }, end: { line: 3, character: 33 } },
      severity: 1,
      code: "schema.enum",
      source: "vendor-profile",
      data: { profile: 0, path: "/information/classification" },
    });
  });

  it("has the severity of its finding", async () => {
    const client = await Client.start({ capabilities: PULL });
    const severities = new Map((await allItems(client)).map(({ code, severity }) => [code, severity]));
    for (const [code, severity] of [
      ["1.unmet", 1],
      ["3.unstated", 2],
      ["5-1.recommended", 3],
      ["evidence.absent", 3],
      ["schema.enum", 1],
    ] as const) {
      assert.equal(severities.get(code), severity, code);
    }
  });

  it("has a non-empty range, unless there is nothing to show", async () => {
    const client = await Client.start({ capabilities: PULL });
    for (const { code, range } of await allItems(client)) assert.notDeepEqual(range.start, range.end, String(code));
  });

  it("has related information for clients that show it, pulled or published", async () => {
    const { text } = examples().find(({ name }) => name === "overseas-without-alternative") ?? assert.fail();
    const uri = uriOf("a");
    const pulling = await Client.start({ capabilities: PULL });
    pulling.open(uri, text);
    const pulled = (await pulling.items(uri)).find(({ code }) => code === "6-1.unmet")?.relatedInformation;
    assert.ok(pulled && pulled.length >= 4);
    for (const { location, message } of pulled) {
      assert.equal(location.uri, uri);
      assert.notEqual(message, "");
    }
    const pushed = await Client.start({ capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } } });
    pushed.open(uri, text);
    const { diagnostics } = await pushed.published.first();
    assert.deepEqual(diagnostics.find(({ code }) => code === "6-1.unmet")?.relatedInformation, pulled);
  });

  for (const [name, capabilities] of [
    ["pulls", { ...PULL, textDocument: { diagnostic: {} } }],
    ["is sent them", PUSH],
  ] as const) {
    it(`has neither related information nor a link for a client that ${name} and supports neither`, async () => {
      const client = await Client.start({ capabilities });
      client.open(uriOf("a"), examples().find(({ name }) => name === "overseas-without-alternative")?.text ?? "");
      const items = capabilities === PUSH ? (await client.published.first()).diagnostics : await client.items(uriOf("a"));
      assert.ok(items.length > 0);
      for (const item of items) assert.ok(!("relatedInformation" in item) && !("codeDescription" in item));
    });
  }

  for (const language of ["ja", "en"] as const) {
    it(`links to a page that the server provides (${language})`, async () => {
      const client = await Client.start({ capabilities: PAGES, initializationOptions: { language } });
      const links = new Set((await allItems(client)).map(({ codeDescription }) => codeDescription?.href ?? assert.fail()));
      for (const link of links) {
        const [, page, line] =
          new RegExp(`^(vendor-profile:/sendai-cloud/${language}/[\\w.-]+\\.md)(?:#L(\\d+))?$`).exec(link) ?? [];
        const text = (await client.page(link)) ?? "";
        assert.notEqual(text, "", link);
        assert.equal(await client.page(page ?? ""), text);
        // A requirement links to its heading in the standard.
        assert.equal(page?.endsWith("/standard.md"), line !== undefined, link);
        if (line !== undefined) assert.match(text.split("\n")[Number(line) - 1] ?? "", /^## No/, link);
      }
    });
  }
});

describe("Pages", () => {
  afterEach(killServers);

  it("exist for the standard, with the text of every requirement", async () => {
    const client = await Client.start({ capabilities: PAGES });
    assert.equal(bundled.standard.rows.length, 15);
    for (const language of ["ja", "en"] as const) {
      // Without correction marks and line separators.
      const page = ((await client.page(`vendor-profile:/sendai-cloud/${language}/standard.md`)) ?? "").replace(
        /〔\d+〕| {2}$/gm,
        "",
      );
      for (const row of bundled.standard.rows) {
        for (const part of [row.no, row.label[language], row.requirement[language], row.remedy[language]]) {
          assert.ok(page.includes(part), `${row.no} ${language}: ${part}`);
        }
      }
    }
  });

  it("exist for every kind of finding", async () => {
    const client = await Client.start({ capabilities: PAGES });
    const kinds = Object.keys(coreMessages.ja.kinds);
    assert.ok(kinds.includes("schema.cipher") && kinds.includes("yaml.syntax") && kinds.includes("unmet"));
    for (const kind of kinds) {
      const ja = await client.page(`vendor-profile:/sendai-cloud/ja/${kind}.md`);
      const en = await client.page(`vendor-profile:/sendai-cloud/en/${kind}.md`);
      assert.match(ja ?? "", /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u, kind);
      assert.match(en ?? "", /[a-z]{3}/, kind);
      assert.doesNotMatch(en ?? "", /\p{Script=Hiragana}/u, kind);
    }
  });

  it("are empty for an unknown URI", async () => {
    const client = await Client.start({ capabilities: PAGES });
    for (const address of [
      "/sendai-cloud/ja/1.md",
      "/sendai-cloud/ja/constructor.md",
      "/sendai-cloud/ja/__proto__.md",
      "/sendai-cloud/fr/standard.md",
      "/other/ja/standard.md",
      "/sendai-cloud/ja/standard",
      "/sendai-cloud/ja/../../standard.md",
      "/",
      "",
      "/sendai-cloud/ja/%E0%A4.md",
    ]) {
      assert.equal((await client.page(`vendor-profile:${address}`)) || null, null, address);
    }
  });
});
