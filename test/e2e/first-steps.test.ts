import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Filling } from "../support/questionnaire.ts";
import { root } from "../vscode/setup.ts";
import { session } from "./driver.ts";
import { chooseInMenu, inExplorer } from "./menus.ts";
import { saveAs } from "./saving.ts";

/** Runs the command line in the workspace, in the session's language. */
function run(...args: readonly string[]) {
  const all = [join(root, "dist/cli.cjs"), ...args, "--lang", session.variant.locale];
  return spawnSync(process.execPath, all, { cwd: session.folder });
}

/** Writes an example's questionnaire into the workspace, changed by `change`. */
async function questionnaire(file: string, example: string, change: (filling: Filling) => void = () => {}): Promise<void> {
  // Always Japanese: the tests know the sheets by their Japanese names.
  const args = [join(root, "dist/cli.cjs"), "questionnaire", `${example}.vendor.yaml`, "-o", file, "--lang", "ja"];
  spawnSync(process.execPath, args, { cwd: session.folder });
  const filling = new Filling(await readFile(session.path(file)));
  change(filling);
  await writeFile(session.path(file), filling.bytes());
}

const translate = (english: string, ...values: readonly (string | number)[]) => session.texts.translate(english, ...values);

/** The names of classes. */
const classes = () => (session.variant.locale === "ja" ? { I: "重要性分類Ⅰ" } : { I: "Importance class I" });

/** Waits for a question about the new profile, by its number. */
const step = (number: number) => session.quickInput.asked(`(${number}/3)`);

/** Answers the questions about a new profile, up to the file dialog. */
async function answer(vendor: string, service: string): Promise<void> {
  await step(1);
  await session.quickInput.pick(classes().I);
  await step(2);
  await session.quickInput.type(vendor);
  await session.quickInput.accept();
  await step(3);
  await session.quickInput.type(service);
  await session.quickInput.accept();
}

/** Waits until a new profile is open and completion offers values for its first fact. */
async function firstFactOffered(file: string): Promise<void> {
  await session.opened(file);
  await session.page.locator(".suggest-widget.visible .monaco-list-row").first().waitFor();
}

/** Imports a questionnaire of the workspace. */
async function importFile(file: string): Promise<void> {
  await session.run("vendorProfile.importQuestionnaire");
  await session.quickInput.asked(translate("Choose a questionnaire"));
  await session.quickInput.typePath(session.path(file));
  await session.quickInput.accept();
}

describe("first steps", () => {
  beforeEach(() => session.tidy());

  describe("a new profile", () => {
    it("is the same as the command line's, and opens at its first unstated fact", async () => {
      await session.run("vendorProfile.newProfile");
      await answer("株式会社あおば", "あおば <img src=x onerror=alert(1)>");
      await saveAs("new.vendor.yaml");
      await firstFactOffered("new.vendor.yaml");
      const names = ["--vendor", "株式会社あおば", "--service", "あおば <img src=x onerror=alert(1)>"];
      const { stdout } = run("new", "--class", "I", ...names);
      assert.equal((await session.file("new.vendor.yaml")).toString(), stdout.toString());
      const [line] = await session.cursor();
      assert.match(stdout.toString().split("\n")[line - 1] ?? "", /^ {2}governingLaw:$/);
      await session.press("Enter");
      await session.lines("governingLaw: JP").first().waitFor();
    });

    it("suggests a file name from its service, in the folder of the active file", async () => {
      await mkdir(session.path("offices"), { recursive: true });
      await writeFile(session.path("offices/a.vendor.yaml"), "");
      await session.open("offices/a.vendor.yaml");
      await session.run("vendorProfile.newProfile");
      await answer("甲", "窓口/予約: 新");
      await session.page.waitForFunction('document.querySelector(".quick-input-box input")?.value.endsWith(".vendor.yaml")');
      assert.equal(await session.quickInput.input.inputValue(), session.path("offices/窓口-予約-新.vendor.yaml"));
      await session.quickInput.dismiss();
    });

    it("goes into the folder selected in the explorer", async () => {
      await mkdir(session.path("another"), { recursive: true });
      await inExplorer("another").waitFor();
      await chooseInMenu(inExplorer("another"), "vendorProfile.newProfile");
      await answer("甲", "乙");
      await session.page.waitForFunction('document.querySelector(".quick-input-box input")?.value.endsWith(".vendor.yaml")');
      assert.equal(await session.quickInput.input.inputValue(), session.path("another/乙.vendor.yaml"));
      await session.quickInput.accept();
      await firstFactOffered("乙.vendor.yaml");
      assert.equal((await session.file("another/乙.vendor.yaml")).toString().startsWith("#"), true);
    });

    it("rejects an empty answer, and keeps the answers on the way back", async () => {
      await session.run("vendorProfile.newProfile");
      await step(1);
      await session.quickInput.pick(classes().I);
      await step(2);
      await session.quickInput.type("  ");
      await session.quickInput.accept();
      await session.quickInput.asked(translate("Enter the name of the vendor."));
      await session.quickInput.type("甲");
      await session.quickInput.accept();
      await step(3);
      await session.page.locator(".quick-input-widget .codicon-quick-input-back").click();
      await step(2);
      assert.equal(await session.quickInput.input.inputValue(), "甲");
      await session.quickInput.dismiss();
    });

    it("leaves nothing behind when any of its questions is cancelled", async () => {
      const before = await readdir(session.folder);
      for (const last of [1, 2, 3, 4]) {
        await session.run("vendorProfile.newProfile");
        if (last < 4) {
          await step(1);
          if (last > 1) await session.quickInput.pick(classes().I);
          await step(Math.min(last, 2));
          if (last > 2) {
            await session.quickInput.type("甲");
            await session.quickInput.accept();
            await step(3);
          }
        } else {
          await answer("甲", "去るもの");
          await session.page.waitForFunction('document.querySelector(".quick-input-box input")?.value.endsWith(".vendor.yaml")');
        }
        await session.quickInput.dismiss();
      }
      assert.deepEqual(await readdir(session.folder), before);
      assert.equal(await session.page.locator(".tab").count(), 0);
    });

    it("replaces a file only after confirmation", async () => {
      await writeFile(session.path("kept.vendor.yaml"), "profile: 1\n");
      await session.run("vendorProfile.newProfile");
      await answer("甲", "乙");
      await saveAs("kept.vendor.yaml");
      await session.quickInput.asked("already exists");
      await session.press("Escape");
      await session.quickInput.dismiss();
      assert.equal(await readFile(session.path("kept.vendor.yaml"), "utf8"), "profile: 1\n");
    });

    it("warns if a search would not find its name, and is still judged", async () => {
      await session.run("vendorProfile.newProfile");
      await answer("甲", "乙");
      await saveAs("plain.yaml");
      await session.notification(".vendor.yaml");
      await firstFactOffered("plain.yaml");
      await session.lines("←").first().waitFor();
    });

    it("says where and why it could not be saved", async () => {
      // A symbolic link to itself.
      const name = "loop.vendor.yaml";
      await symlink(name, session.path(name));
      await session.run("vendorProfile.newProfile");
      await answer("甲", "乙");
      await saveAs(name);
      const notification = await session.notification(name);
      assert.ok((await notification.innerText()).includes(`${session.path(name)}`));
    });
  });

  describe("an imported questionnaire", () => {
    it("becomes the same profile as with the command line", async () => {
      await questionnaire("filled.xlsx", "conforms-at-s");
      await importFile("filled.xlsx");
      await saveAs("filled.vendor.yaml");
      await session.opened("filled.vendor.yaml");
      const { stdout, stderr } = run("import", "filled.xlsx");
      assert.equal((await session.file("filled.vendor.yaml")).toString(), stdout.toString());
      await session.notification(stderr.toString().trim());
    });

    it("lists the answers that could not be read, and leads to them", async () => {
      await questionnaire("0.xlsx", "conforms-at-s", (filling) => {
        filling.write("保存先", filling.item("保存先", 0, "cipher"), "あおば透過暗号");
        filling.write("保存先", filling.item("保存先", 1, "cipher"), "[x](command:y) $(error) <b>");
      });
      await session.open("byok.vendor.yaml");
      await inExplorer("0.xlsx").waitFor();
      await chooseInMenu(inExplorer("0.xlsx"), "vendorProfile.importQuestionnaire");
      await saveAs("odd.vendor.yaml");
      await firstFactOffered("odd.vendor.yaml");
      const notification = await session.notification(translate("{0} answers could not be read. They were kept as comments.", 2));
      await notification.getByText(translate("Show"), { exact: true }).click();
      await session.quickInput.asked(translate("Answers That Could Not Be Read"));
      const rows = await session.quickInput.rows.allInnerTexts();
      assert.equal(rows.length, 2);
      assert.match(rows[0] ?? "", /保存先.*あおば透過暗号/s);
      assert.match(rows[1] ?? "", /\[x\]\(command:y\) \$\(error\) <b>/);
      await session.press("ArrowDown", "Enter");
      const text = await readFile(session.path("odd.vendor.yaml"), "utf8");
      const line = text.split("\n").findIndex((line) => /# .*\[x\]\(command:y\)/.test(line)) + 1;
      await session.page.locator('[id="status.editor.selection"]', { hasText: `Ln ${line},` }).waitFor();
    });

    it("is refused with its name and a reason if it is no questionnaire", async () => {
      await writeFile(session.path("[a](command:b).xlsx"), "質問,回答\n");
      await importFile("[a](command:b).xlsx");
      const notification = await session.notification("(command:b).xlsx: ");
      assert.match(await notification.innerText(), session.variant.locale === "ja" ? /テキスト/ : /text/);
      assert.equal(await notification.locator(".notification-list-item-message a").count(), 0);
    });

    it("is not even read if it is too large", async () => {
      await writeFile(session.path("large.xlsx"), new Uint8Array(11 * 1024 * 1024));
      await importFile("large.xlsx");
      await session.notification(`large.xlsx: ${translate("The file is too large for a questionnaire (at most {0} MiB).", 10)}`);
    });
  });

  describe("an exported questionnaire", () => {
    /** The bytes that the command line writes. */
    const expected = async (...args: readonly string[]) => {
      run("questionnaire", ...args, "-o", "expected.xlsx", "--force");
      return readFile(session.path("expected.xlsx"));
    };

    it("is empty for a class", async () => {
      await session.run("vendorProfile.exportQuestionnaire");
      await session.quickInput.pick(classes().I);
      await saveAs("empty.xlsx");
      await session.notification(translate("Saved: {0}", "empty.xlsx"));
      assert.ok((await session.file("empty.xlsx")).equals(await expected("--class", "I")));
    });

    it("has the answers of the profile selected in the explorer", async () => {
      const file = "conforms-at-s.vendor.yaml";
      await session.open(file);
      await chooseInMenu(inExplorer(file), "vendorProfile.exportQuestionnaire");
      await saveAs("said.xlsx");
      await session.notification(translate("Saved: {0}", "said.xlsx"));
      assert.ok((await session.file("said.xlsx")).equals(await expected(file)));
    });

    it("asks which profile of a file to use", async () => {
      const file = "several-documents.vendor.yaml";
      await session.open(file);
      await chooseInMenu(inExplorer(file), "vendorProfile.exportQuestionnaire");
      await session.quickInput.asked(translate("Choose which questionnaire to make"));
      assert.equal(await session.quickInput.rows.count(), 3);
      await session.quickInput.dismiss();
    });
  });

  describe("reading", () => {
    it("shows the standard with all its requirements, in the server's language", async () => {
      await session.run("vendorProfile.openStandard");
      const page = await session.webview(".markdown-body h1");
      const heading = await page.locator("h1").first().innerText();
      assert.match(heading, session.variant.locale === "ja" ? /クラウドサービス利用基準/ : /Standard/);
      assert.ok((await page.locator("h2, h3").count()) >= 15);
    });

    it("opens a walkthrough whose steps have pictures and working buttons", async () => {
      await session.run("vendorProfile.openWalkthrough");
      const { title, steps } = (session.texts.manifest.contributes as unknown as Walkthroughs).walkthroughs[0] ?? assert.fail();
      const page = session.page.locator(".gettingStartedContainer");
      await page.getByText(title, { exact: true }).last().waitFor();
      for (const { title, media } of steps) {
        await page.locator(".getting-started-step .step-title", { hasText: title }).click();
        await page.locator(".getting-started-step.expanded .step-description-container").first().waitFor();
        assert.ok(existsSync(join(root, media.svg)));
      }
      await page.locator(".getting-started-step .step-title", { hasText: steps[1]?.title ?? "" }).click();
      const button = page.locator(".getting-started-step.expanded .monaco-button").first();
      await button.click();
      await step(1);
      await session.quickInput.dismiss();
    });
  });
});

interface Walkthroughs {
  readonly walkthroughs: readonly {
    readonly title: string;
    readonly steps: readonly { readonly title: string; readonly media: { readonly svg: string } }[];
  }[];
}
