/** Tests the requests of VS Code's views with the built server: the answers match the command line's. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type Checklist,
  type ChecklistAnswer,
  type ComparisonAnswer,
  type ExportParams,
  type FileAnswer,
  type JsonAnswer,
  type LanguageId,
  type ProfileRef,
  type ReportFormat,
  requests,
} from "../../protocol/requests.ts";
import { written } from "../cli/reports.ts";
import { folderOf, profileText, removeFolders, run } from "../cli/run.ts";
import { AS_OF, examples } from "../support/analyze.ts";
import { Client, killServers } from "./client.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const TEXT_FORMATS: readonly ReportFormat[] = ["html", "md", "csv", "json"];

const uriOf = (path: string) => pathToFileURL(join(ROOT, path)).href;
const pathOf = (name: string) => `examples/${name}.vendor.yaml`;
const firstOf = (path: string): ProfileRef => ({ uri: uriOf(path), index: 0 });

/** A client with this repository as its workspace. */
function start(language: LanguageId = "ja", root = ROOT) {
  const workspaceFolders = [{ uri: pathToFileURL(root).href, name: "registry" }];
  return Client.start({ initializationOptions: { language }, initialize: { workspaceFolders } });
}

const checklistOf = (client: Client, profile: ProfileRef, classification: string | null = null) =>
  client.connection.sendRequest<ChecklistAnswer>(requests.checklist, { ...profile, classification });

async function checklist(client: Client, ...args: [ProfileRef, (string | null)?]): Promise<Checklist> {
  return (await checklistOf(client, ...args)) ?? assert.fail("there is no checklist");
}

async function exported(client: Client, params: Partial<ExportParams> & Pick<ExportParams, "profiles">) {
  const all: ExportParams = { what: "report", format: "md", classification: null, ...params };
  const file = await client.connection.sendRequest<FileAnswer>(requests.exported, all);
  return file && { name: file.name, bytes: Buffer.from(file.content, "base64") };
}

/** A reference to every profile of some examples. */
async function allOf(client: Client, paths: readonly string[]): Promise<ProfileRef[]> {
  const lists = await Promise.all(paths.map((path) => checklist(client, firstOf(path))));
  return lists.flatMap(({ uri, profiles }) => profiles.map(({ index }) => ({ uri, index })));
}

describe("The views' requests", () => {
  afterEach(async () => {
    await killServers();
    removeFolders();
  });

  describe("a checklist", () => {
    it("uses the current text of an open document, or else the file", async () => {
      const folder = folderOf({ "a.vendor.yaml": profileText("II") });
      const uri = pathToFileURL(join(folder, "a.vendor.yaml")).href;
      const client = await start("ja", folder);
      const closed = await checklist(client, { uri, index: 0 });
      assert.deepEqual([closed.version, closed.name, closed.verdict], [null, "乙", "undetermined"]);
      client.open(uri, profileText("II"), 1);
      client.change(uri, 2, { text: profileText("III") });
      const open = await checklist(client, { uri, index: 0 });
      assert.deepEqual([open.version, open.verdict, open.uri], [2, "not-applicable", uri]);
    });

    it("is null without a file, and shows the last profile for an index that is too high", async () => {
      const folder = folderOf({ "a.vendor.yaml": `${profileText()}---\n${profileText("II")}` });
      const client = await start("ja", folder);
      const uri = pathToFileURL(join(folder, "a.vendor.yaml")).href;
      assert.equal(await checklistOf(client, { uri: `${uri}.gone`, index: 0 }), null);
      assert.equal((await checklist(client, { uri, index: 7 })).index, 1);
    });

    it("can be evaluated as another class, but not as one that the standard does not define", async () => {
      const client = await start();
      const profile = firstOf(pathOf("half-stated"));
      const own = await checklist(client, profile);
      assert.deepEqual(await checklist(client, profile, "X"), own);
      assert.deepEqual([own.assumed, (await checklist(client, profile, "S")).assumed], [null, "S"]);
    });

    it("for each class says what the command line says with --class", async () => {
      const paths = examples().map(({ name }) => pathOf(name));
      const client = await start("en");
      const profiles = await allOf(client, paths);
      for (const classification of ["S", "I", "II", "III"]) {
        const args = ["report", ...paths, "--as-of", AS_OF, "--lang", "en", "--class", classification, "-f", "json"];
        const { reports } = JSON.parse(await written(args)) as {
          reports: { verdict: string; requirements: { no: string; status: string }[] }[];
        };
        const lists = await Promise.all(profiles.map((profile) => checklist(client, profile, classification)));
        assert.deepEqual(
          lists.map(({ verdict, rows }) => [verdict, rows.map(({ no, status }) => [no, status])]),
          reports.map(({ verdict, requirements }) => [verdict, requirements.map(({ no, status }) => [no, status])]),
        );
      }
    });
  });

  describe("a comparison", () => {
    it("contains the profiles that exist, each once", async () => {
      const client = await start();
      const here = firstOf(pathOf("half-stated"));
      const gone = firstOf(pathOf("gone"));
      const compare = (profiles: readonly ProfileRef[]) =>
        client.connection.sendRequest<ComparisonAnswer>(requests.comparison, { profiles });
      const { services } = (await compare([gone, here, { ...here, index: 3 }])) ?? assert.fail();
      assert.deepEqual(
        services.map(({ uri, index }) => ({ uri, index })),
        [here],
      );
      assert.equal(await compare([gone]), null);
      assert.equal(await compare([]), null);
    });
  });

  describe("an exported file is byte for byte what the command line writes", () => {
    for (const language of ["ja", "en"] as const) {
      const terms = ["--as-of", AS_OF, "--lang", language];

      for (const what of ["report", "plan"] as const) {
        it(`${what} of each example, ${language}`, async () => {
          const client = await start(language);
          for (const { name } of examples()) {
            const profiles = await allOf(client, [pathOf(name)]);
            for (const format of TEXT_FORMATS) {
              const file = await exported(client, { what, profiles, format });
              const expected = await written([what, pathOf(name), ...terms, "-f", format]);
              assert.equal(file?.bytes.toString(), expected, `${name}.${format}`);
            }
          }
        });
      }

      it(`as another class, ${language}`, async () => {
        const client = await start(language);
        const path = pathOf("half-stated");
        for (const what of ["report", "plan"] as const) {
          const file = await exported(client, { what, profiles: [firstOf(path)], format: "html", classification: "S" });
          assert.equal(file?.bytes.toString(), await written([what, path, ...terms, "--class", "S", "-f", "html"]));
        }
      });

      it(`reports and comparison of all, ${language}`, async () => {
        const client = await start(language);
        const paths = examples().map(({ name }) => pathOf(name));
        const profiles = await allOf(client, paths);
        for (const format of TEXT_FORMATS) {
          const report = await exported(client, { profiles, format });
          assert.equal(report?.bytes.toString(), await written(["report", ...paths, ...terms, "-f", format]));
          const comparison = await exported(client, { what: "comparison", profiles, format });
          assert.equal(comparison?.bytes.toString(), await written(["compare", ...paths, ...terms, "-f", format]));
        }
      });

      it(`as workbooks, ${language}`, async () => {
        const client = await start(language);
        const folder = folderOf({});
        const path = pathOf("several-documents");
        const profiles = await allOf(client, [path]);
        for (const [what, command] of [
          ["report", "report"],
          ["plan", "plan"],
          ["comparison", "compare"],
        ] as const) {
          const file = await exported(client, { what, profiles, format: "xlsx" });
          const output = join(folder, `${what}.xlsx`);
          assert.equal(run([command, path, ...terms, "-o", output], { cwd: ROOT }).status, 0);
          assert.deepEqual(file?.bytes, readFileSync(output));
        }
      });
    }
  });

  describe("an exported file is named", () => {
    const nameOf = async (text: string, params: Partial<ExportParams> = {}, language: LanguageId = "ja") => {
      const folder = folderOf({ "a.vendor.yaml": text });
      const client = await start(language, folder);
      const uri = pathToFileURL(join(folder, "a.vendor.yaml")).href;
      return (await exported(client, { profiles: [{ uri, index: 0 }], ...params }))?.name;
    };

    it("by its service", async () => {
      assert.equal(await nameOf(profileText()), "乙-判定報告書.md");
      assert.equal(await nameOf(profileText(), { what: "plan", format: "xlsx" }), "乙-適合に必要な対応.xlsx");
      assert.equal(await nameOf(profileText(), { format: "csv" }, "en"), "乙-report.csv");
    });
    it("as on trial, if it is evaluated as another class than the stated one", async () => {
      assert.equal(await nameOf(profileText(), { classification: "III" }), "乙-判定報告書.md");
      assert.equal(await nameOf(profileText(), { classification: "II" }), "乙-判定報告書-仮に分類Ⅱ.md");
    });
    it("by its kind, for a comparison", async () => {
      assert.equal(await nameOf(profileText(), { what: "comparison", format: "html" }), "クラウドサービス比較表.html");
    });
    it("validly on every system", async () => {
      assert.equal(await nameOf(profileText().replace("乙", "'../../x:\\<y>|?*'")), "x-y-判定報告書.md");
      assert.equal(await nameOf(profileText().replace("乙", "'/'")), "判定報告書.md");
    });
  });

  describe("an evaluation", () => {
    const evaluation = (client: Client, uri: string, classification: string | null = null) =>
      client.connection.sendRequest<JsonAnswer>(requests.evaluation, { uri, classification });

    it("covers a profile of the workspace or an open one, and no other file", async () => {
      const folder = folderOf({ "a.vendor.yaml": profileText(), "b.yaml": profileText() });
      const elsewhere = pathToFileURL(join(folderOf({ "c.vendor.yaml": profileText() }), "c.vendor.yaml")).href;
      const client = await start("ja", folder);
      const uriIn = (name: string) => pathToFileURL(join(folder, name)).href;
      assert.ok(await evaluation(client, uriIn("a.vendor.yaml")));
      for (const uri of [uriIn("b.yaml"), elsewhere, "file:///etc/passwd", "http://localhost/a.vendor.yaml", ""]) {
        assert.equal(await evaluation(client, uri), null, uri);
      }
      client.open(elsewhere, profileText(), 1);
      assert.ok(await evaluation(client, elsewhere));
    });

    it("is null for a class that the standard does not define, which would require nothing", async () => {
      const folder = folderOf({ "a.vendor.yaml": profileText() });
      const client = await start("ja", folder);
      const uri = pathToFileURL(join(folder, "a.vendor.yaml")).href;
      for (const name of ["IV", "s", "constructor", ""]) assert.equal(await evaluation(client, uri, name), null);
      assert.ok(await evaluation(client, uri, "S"));
    });
  });

  it("with unknown classes, kinds or formats are refused, and the server goes on", async () => {
    const client = await start();
    const profile = firstOf(pathOf("half-stated"));
    const refused: readonly (readonly [string, unknown])[] = [
      [requests.exported, { what: "report", profiles: [profile], format: "../../x", classification: null }],
      [requests.exported, { what: "letter", profiles: [profile], format: "md", classification: null }],
      [requests.newProfile, { classification: "IV", vendor: "甲", service: "乙" }],
      [requests.form, { profile: null, classification: "../../x" }],
      [requests.comparison, { profiles: "all" }],
      [requests.importForm, { name: "a.xlsx", content: "!" }],
      [requests.checklist, null],
    ];
    for (const [method, params] of refused) await assert.rejects(client.connection.sendRequest(method, params), method);
    for (const index of [-1, 0.5, 1e308, null, "length", {}]) {
      const answer = await client.connection.sendRequest<ChecklistAnswer>(requests.checklist, { ...profile, index });
      assert.equal(answer?.index, 0);
    }
  });

  it("export nothing for profiles that are gone", async () => {
    const client = await start();
    assert.equal(await exported(client, { profiles: [firstOf(pathOf("gone"))] }), null);
  });
});
