import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { examples } from "../support/analyze.ts";
import { Client, type ClientOptions, killServers, PULL } from "./client.ts";

const URI = "file:///profile.vendor.yaml";
const BROKEN = "profile: 2\n";

/** The language of a server's messages. */
async function languageOf(options: ClientOptions): Promise<"ja" | "en"> {
  const client = await Client.start({ capabilities: PULL, ...options });
  client.open(URI, BROKEN);
  const [item] = await client.items(URI);
  return /\p{Script=Hiragana}/u.test(String(item?.message)) ? "ja" : "en";
}

describe("The server's language", () => {
  afterEach(killServers);

  const cases: [setting: unknown, locale: string | undefined, env: NodeJS.ProcessEnv, expected: "ja" | "en"][] = [
    ["ja", "en", { LANG: "en_US.UTF-8" }, "ja"],
    ["en", "ja", { LANG: "ja_JP.UTF-8" }, "en"],
    ["auto", "ja", {}, "ja"],
    ["auto", "ja-JP", { LANG: "en_US.UTF-8" }, "ja"],
    ["auto", "en", { LANG: "ja_JP.UTF-8" }, "ja"],
    ["auto", "en-us", { LANG: "en_US.UTF-8" }, "en"],
    ["auto", "en", {}, "en"],
    ["auto", "en", { LANG: "C.UTF-8" }, "en"],
    ["auto", undefined, { LANG: "en_GB.UTF-8" }, "en"],
    ["auto", undefined, { LANG: "ja_JP.eucJP" }, "ja"],
    ["auto", undefined, { LANG: "ja_JP.UTF-8", LC_ALL: "en_US.UTF-8" }, "en"],
    ["auto", undefined, { LANG: "C" }, "ja"],
    ["auto", undefined, {}, "ja"],
    [undefined, undefined, {}, "ja"],
    [undefined, "en", {}, "en"],
    ["de", "en", {}, "en"],
    [7, undefined, {}, "ja"],
  ];
  for (const [language, locale, env, expected] of cases) {
    const name = `${language ?? "no setting"}, editor ${locale ?? "without a locale"}, ${JSON.stringify(env)}`;
    it(`${name}: ${expected}`, async () => {
      const initialize = locale === undefined ? {} : { locale };
      assert.equal(await languageOf({ env, initialize, initializationOptions: { language } }), expected);
    });
  }
});

describe("The evaluation date", () => {
  afterEach(killServers);

  const { text } = examples().find(({ name }) => name === "conforms-at-s") ?? assert.fail();
  const codesOn = async (client: Client) => (await client.items(URI)).map(({ code }) => code);

  it("is the one in the initialization options", async () => {
    const now = await Client.start({ capabilities: PULL, initializationOptions: { asOf: "2026-11-22" } });
    now.open(URI, text);
    assert.deepEqual(await codesOn(now), []);
    const later = await Client.start({ capabilities: PULL, initializationOptions: { asOf: "2030-01-01" } });
    later.open(URI, text);
    assert.ok((await codesOn(later)).includes("7.unmet"));
  });

  it("follows the settings, for documents that were already evaluated", async () => {
    const client = await Client.start({
      capabilities: { ...PULL, workspace: { configuration: true, diagnostics: { refreshSupport: true } } },
      configuration: { vendorProfile: { asOf: "2026-11-22" } },
    });
    client.open(URI, text);
    assert.deepEqual(await codesOn(client), []);
    const before = client.refreshes.all.length;
    client.configuration = { vendorProfile: { asOf: "2030-01-01" } };
    client.changeSettings(null);
    await client.refreshes.first(() => client.refreshes.all.length > before);
    assert.ok((await codesOn(client)).includes("7.unmet"));
  });

  it("is today's date in Tokyo if the setting is empty or not a date", async () => {
    const day = (offset: number) => {
      const time = Date.now() + offset * 86_400_000;
      return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo", dateStyle: "short" }).format(time);
    };
    for (const asOf of ["", "2026-02-30", "tomorrow", 20261122, null]) {
      const client = await Client.start({ capabilities: PULL, initializationOptions: { asOf } });
      for (const [date, isFuture] of [
        [day(-1), false],
        [day(2), true],
      ] as const) {
        const uri = `file:///${date}.vendor.yaml`;
        const head = "profile: 1\nvendor: { name: 甲 }\nservice: { name: 乙 }\ninformation: { classification: III }\n";
        client.open(uri, `${head}prepared: { by: 丙, date: ${date} }\n`);
        const codes = (await client.items(uri)).map(({ code }) => code);
        assert.deepEqual(codes, isFuture ? ["consistency.date-in-future"] : [], `${asOf} ${date}`);
      }
    }
  });
});

describe("The verdict notification", () => {
  afterEach(killServers);

  const several = examples().find(({ name }) => name === "several-documents")?.text ?? "";
  const conforming = examples().find(({ name }) => name === "conforms-at-s")?.text ?? "";

  it("is not sent unless the client asks for it", async () => {
    for (const initializationOptions of [{}, { verdict: false }, { verdict: "yes" }]) {
      const client = await Client.start({ capabilities: PULL, initializationOptions });
      client.open(URI, conforming);
      await client.items(URI);
      await client.stop();
      assert.deepEqual(client.verdicts.all, []);
    }
  });

  for (const [language, conforms, doesNot] of [
    ["ja", "適合", "不適合"],
    ["en", "conforms", "does not conform"],
  ] as const) {
    it(`has the verdict of each version (${language})`, async () => {
      const client = await Client.start({ capabilities: PULL, initializationOptions: { verdict: true, language } });
      client.open(URI, conforming);
      await client.items(URI);
      const first = await client.verdicts.first();
      assert.equal(first.uri, URI);
      assert.equal(first.version, 1);
      assert.equal(first.severity, "ok");
      assert.ok(first.text.includes(conforms) && !first.text.includes(doesNot), first.text);

      client.change(URI, 2, { text: several });
      await client.items(URI);
      const second = await client.verdicts.first(({ version }) => version === 2);
      assert.equal(second.severity, "error");
      assert.ok(second.text.includes(doesNot), second.text);
      assert.equal(second.detail.split("\n").length, 3);
    });
  }

  it("is also sent to clients that do not pull", async () => {
    const client = await Client.start({ initializationOptions: { verdict: true } });
    client.open(URI, "", 3);
    const { version, severity } = await client.verdicts.first();
    assert.deepEqual([version, severity], [3, "error"]);
  });

  it("is sent again when the language changes", async () => {
    const client = await Client.start({ initializationOptions: { verdict: true } });
    client.open(URI, conforming);
    const { text } = await client.verdicts.first();
    client.changeSettings({ vendorProfile: { language: "en" } });
    const again = await client.verdicts.first((verdict) => verdict.text !== text);
    assert.match(again.text, /conforms/);
  });
});

describe("An evidence file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "証拠 #1 "));
  });
  afterEach(async () => {
    await killServers();
    rmSync(folder, { recursive: true });
  });

  const textFor = (file: string) =>
    `profile: 1\nvendor: { name: 甲 }\nservice: { name: 乙 }\ninformation: { classification: III }\nassessment: { "1": { evidence: [{ title: 規約, file: ${JSON.stringify(file)} }] } }\n`;
  const codesOf = async (uri: string, file: string) => {
    const client = await Client.start({ capabilities: PULL });
    client.open(uri, textFor(file));
    return (await client.items(uri)).map(({ code }) => code);
  };

  it("is looked up beside the profile", async () => {
    const uri = pathToFileURL(join(folder, "甲 & 乙.vendor.yaml")).href;
    mkdirSync(join(folder, "根拠"));
    writeFileSync(join(folder, "根拠", "規約.pdf"), "");
    assert.deepEqual(await codesOf(uri, "根拠/規約.pdf"), []);
    assert.deepEqual(await codesOf(uri, "./根拠/../根拠/規約.pdf"), []);
    assert.deepEqual(await codesOf(uri, "根拠/規程.pdf"), ["evidence.file"]);
  });

  it("is found at the next edit after it appears", async () => {
    const uri = pathToFileURL(join(folder, "a.vendor.yaml")).href;
    const client = await Client.start({ capabilities: PULL });
    client.open(uri, textFor("b.pdf"));
    assert.equal((await client.items(uri)).length, 1);
    writeFileSync(join(folder, "b.pdf"), "");
    client.change(uri, 2, { text: `${textFor("b.pdf")}\n` });
    assert.deepEqual(await client.items(uri), []);
  });

  it("is not looked up for a document that is not on the disk", async () => {
    for (const uri of ["untitled:Untitled-1", "vscode-vfs://github/a/b.vendor.yaml"]) {
      assert.deepEqual(await codesOf(uri, "規約.pdf"), []);
    }
  });

  it("does not prevent the evaluation of a document whose URI has no local path", async () => {
    for (const uri of ["file://server/share/a.vendor.yaml", "file:///a%2Fb.vendor.yaml", "file:///%E0%A4.vendor.yaml"]) {
      const client = await Client.start({ capabilities: PULL });
      client.open(uri, `${textFor("規約.pdf")}contract: { governingLaw: XX }\n`);
      assert.ok(
        (await client.items(uri)).some(({ code }) => code === "schema.country"),
        uri,
      );
    }
  });
});
