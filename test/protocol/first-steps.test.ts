/** Tests the profiles and questionnaires made in an editor: they are byte for byte those of the command line. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type ClassesAnswer,
  type FormAnswer,
  type FormParams,
  type ImportAnswer,
  type LanguageId,
  type NewProfileParams,
  type ProfileText,
  requests,
} from "../../protocol/requests.ts";
import { folderOf, profileText, removeFolders, run } from "../cli/run.ts";
import { AS_OF, examples } from "../support/analyze.ts";
import { Filling } from "../support/questionnaire.ts";
import { Client, killServers } from "./client.ts";

const LANGUAGES: readonly LanguageId[] = ["ja", "en"];
const textOf = (name: string) => examples().find((example) => example.name === name)?.text ?? assert.fail();

function start(language: LanguageId, folder: string) {
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: "registry" }];
  return Client.start({ initializationOptions: { language, asOf: AS_OF }, initialize: { workspaceFolders } });
}

const newProfile = (client: Client, params: NewProfileParams) =>
  client.connection.sendRequest<ProfileText>(requests.newProfile, params);

const form = (client: Client, params: FormParams) => client.connection.sendRequest<FormAnswer>(requests.form, params);

/** A profile imported from a questionnaire; `name` is the file's name. */
function imported(client: Client, name: string, bytes: Uint8Array) {
  const content = Buffer.from(bytes).toString("base64");
  return client.connection.sendRequest<ImportAnswer>(requests.importForm, { name, content });
}

async function taken(...args: Parameters<typeof imported>) {
  const answer = await imported(...args);
  return "refusal" in answer ? assert.fail(answer.refusal) : answer;
}

async function made(client: Client, params: FormParams) {
  const answer = await form(client, params);
  return "refusal" in answer ? assert.fail(answer.refusal) : { ...answer, bytes: Buffer.from(answer.content, "base64") };
}

/** The text from a position to the end of its line. */
const behind = (text: string, { line, character }: { readonly line: number; readonly character: number }) =>
  (text.split("\n")[line] ?? "").slice(character);

/** The text from the start of the line to a position. */
const before = (text: string, { line, character }: { readonly line: number; readonly character: number }) =>
  (text.split("\n")[line] ?? "").slice(0, character);

describe("First steps in an editor", () => {
  afterEach(async () => {
    await killServers();
    removeFolders();
  });

  describe("a new profile", () => {
    it("is what the command line writes, for every class and in both languages", async () => {
      for (const language of LANGUAGES) {
        const client = await start(language, folderOf({}));
        const { classes } = await client.connection.sendRequest<ClassesAnswer>(requests.classes, null);
        assert.deepEqual(
          classes.map(({ value }) => value),
          ["S", "I", "II", "III"],
        );
        for (const { value } of classes) {
          const { text } = await newProfile(client, { classification: value, vendor: " 株式会社あおば", service: "あおば 申請" });
          const names = ["--vendor", "株式会社あおば", "--service", "あおば 申請"];
          assert.equal(text, run(["new", "--class", value, ...names, "--lang", language]).stdout);
        }
      }
    });

    it("has a file name that is valid on every system, and a position to begin at", async () => {
      const client = await start("ja", folderOf({}));
      const { name, text, position } = await newProfile(client, { classification: "I", vendor: "甲", service: "../../乙/丙" });
      assert.equal(name, "乙-丙.vendor.yaml");
      assert.ok(position);
      assert.equal(before(text, position), "  governingLaw:");
      assert.equal(behind(text, position), "");
    });

    it("quotes any service name, so that it stays a name", async () => {
      const client = await start("en", folderOf({}));
      for (const service of ['"]}\n- x: &a', "# no comment", "a: b", "[x](command:y)", "x".repeat(100_000)]) {
        const { name, text } = await newProfile(client, { classification: "II", vendor: "true", service });
        const checked = run(["check", "-", "--format", "json"], { input: text });
        const [profile] = JSON.parse(checked.stdout).files[0].profiles;
        assert.deepEqual([profile.vendor, profile.service], ["true", service]);
        assert.ok(Buffer.byteLength(name) <= 255, name);
      }
    });
  });

  describe("an imported questionnaire", () => {
    /** A questionnaire filled in from an example and edited by a person. */
    function filledFrom(name: string, change: (filling: Filling) => void): string {
      const folder = folderOf({ "a.vendor.yaml": textOf(name) });
      assert.equal(run(["questionnaire", "a.vendor.yaml", "-o", "a.xlsx"], { cwd: folder }).status, 0);
      const filling = new Filling(readFileSync(join(folder, "a.xlsx")));
      change(filling);
      writeFileSync(join(folder, "a.xlsx"), filling.bytes());
      return folder;
    }

    it("becomes what the command line makes of it, in both languages", async () => {
      const folder = filledFrom("class-i-by-alternatives", (filling) => {
        filling.put("質問票", filling.answer("contract.governingLaw"), { t: "s", v: "JP", f: '"J"&"P"' });
      });
      for (const language of LANGUAGES) {
        const client = await start(language, folder);
        const { text, problems, note } = await taken(client, "a.xlsx", readFileSync(join(folder, "a.xlsx")));
        const { stdout, stderr } = run(["import", "a.xlsx", "--lang", language], { cwd: folder });
        assert.equal(text, stdout);
        assert.equal(`${problems[0]?.place}: ${problems[0]?.message}`, stderr.split("\n")[0]);
        assert.deepEqual([problems.length, note], [1, null]);
      }
    });

    it("reports where the text keeps each unreadable answer, and the verdict on the rest", async () => {
      const folder = filledFrom("conforms-at-s", (filling) => {
        filling.write("保存先", filling.item("保存先", 0, "cipher"), "あおば透過暗号");
        filling.write("保存先", filling.item("保存先", 1, "cipher"), "[x](command:y) <img src=x>");
      });
      const client = await start("ja", folder);
      const { name, text, position, summary, problems } = await taken(client, "a.xlsx", readFileSync(join(folder, "a.xlsx")));
      assert.match(summary, /^分類S: 未確定/);
      assert.match(name, /\.vendor\.yaml$/);
      assert.ok(position);
      const lines = text.split("\n");
      const areKept = problems.map(({ place, line }) => lines[line]?.trim().startsWith(`# ${place}: `));
      assert.deepEqual(areKept, [true, true]);
      assert.match(lines[problems[0]?.line ?? 0] ?? "", /あおば透過暗号/);
    });

    it("is refused with a message if it is not a questionnaire", async () => {
      for (const language of LANGUAGES) {
        const client = await start(language, folderOf({}));
        const refused = async (bytes: Uint8Array) => {
          const answer = await imported(client, "回答.xlsx", bytes);
          return "refusal" in answer ? answer.refusal : assert.fail("it was taken");
        };
        const folder = folderOf({ "b.xlsx": "質問,回答\n" });
        const { stderr } = run(["import", "b.xlsx", "--lang", language], { cwd: folder });
        assert.equal(`b.xlsx: ${await refused(Buffer.from("質問,回答\n"))}\n`, stderr);
        assert.match(await refused(new Uint8Array()), language === "ja" ? /^中身がありません$/ : /empty|nothing/i);
        assert.match(await refused(new Uint8Array(11 * 1024 * 1024)), /10 MiB/);
      }
    });
  });

  describe("a questionnaire", () => {
    it("is what the command line writes, empty or filled in from a profile", async () => {
      const folder = folderOf({ "a.vendor.yaml": textOf("conforms-at-s"), "b.vendor.yaml": textOf("several-documents") });
      const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
      for (const language of LANGUAGES) {
        const client = await start(language, folder);
        const same = async (params: FormParams, ...args: string[]) => {
          run(["questionnaire", ...args, "-o", "q.xlsx", "--force", "--lang", language], { cwd: folder });
          assert.ok((await made(client, params)).bytes.equals(readFileSync(join(folder, "q.xlsx"))), args.join(" "));
        };
        await same({ profile: null, classification: "I" }, "--class", "I");
        await same({ profile: { uri: uriOf("a.vendor.yaml"), index: 0 }, classification: null }, "a.vendor.yaml");
        const second = { profile: { uri: uriOf("b.vendor.yaml"), index: 1 }, classification: null };
        await same(second, "b.vendor.yaml", "--profile", "2");
      }
    });

    it("uses the current text, has the service's name, and reports what it keeps apart", async () => {
      const folder = folderOf({ "a.vendor.yaml": profileText("II") });
      const uri = pathToFileURL(join(folder, "a.vendor.yaml")).href;
      const client = await start("ja", folder);
      client.open(uri, `${profileText("II")}notes: 独自の項目\n`, 1);
      const { name, apart } = await made(client, { profile: { uri, index: 0 }, classification: null });
      assert.equal(name, "乙-質問票.xlsx");
      assert.match(apart ?? "", /その他.*\/notes/);
      const empty = await made(client, { profile: null, classification: "II" });
      assert.deepEqual([empty.name, empty.apart], ["質問票-II.xlsx", null]);
    });

    it("is refused with a message if the profile is gone, broken or missing", async () => {
      const folder = folderOf({ "broken.vendor.yaml": "profile: [\nvendor: }\n", "list.vendor.yaml": "- 1\n" });
      for (const language of LANGUAGES) {
        const client = await start(language, folder);
        const answers = await Promise.all(
          ["gone", "broken", "list"].map((name) => {
            const uri = pathToFileURL(join(folder, `${name}.vendor.yaml`)).href;
            return form(client, { profile: { uri, index: 0 }, classification: null });
          }),
        );
        const refusals = answers.map((answer) => ("refusal" in answer ? answer.refusal : assert.fail("it was made")));
        assert.equal(new Set(refusals).size, 3);
      }
    });
  });
});
