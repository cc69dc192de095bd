import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Filling } from "../support/questionnaire.ts";
import { root } from "../vscode/setup.ts";
import { desk } from "./driver.ts";
import { chooseInMenu, inExplorer } from "./menus.ts";
import { saveAs } from "./saving.ts";

/** Runs the command line in the workspace, in the desk's language. */
function run(...args: readonly string[]) {
  const all = [join(root, "dist/cli.cjs"), ...args, "--lang", desk.variant.locale];
  return spawnSync(process.execPath, all, { cwd: desk.folder });
}

/** A questionnaire with what an example says, in the workspace. */
async function questionnaire(file: string, example: string, change: (filling: Filling) => void = () => {}): Promise<void> {
  // its sheets are known by their Japanese names
  const args = [join(root, "dist/cli.cjs"), "questionnaire", `${example}.vendor.yaml`, "-o", file, "--lang", "ja"];
  spawnSync(process.execPath, args, { cwd: desk.folder });
  const filling = new Filling(await readFile(desk.path(file)));
  change(filling);
  await writeFile(desk.path(file), filling.bytes());
}

const say = (english: string, ...values: readonly (string | number)[]) => desk.texts.say(english, ...values);

/** What classes are called. */
const classes = () => (desk.variant.locale === "ja" ? { I: "重要性分類Ⅰ" } : { I: "Importance class I" });

/** Waits for a question of the new profile by its number. */
const step = (number: number) => desk.quickInput.asked(`(${number}/3)`);

/** Answers what a new profile is asked, up to where it is saved. */
async function answer(vendor: string, service: string): Promise<void> {
  await step(1);
  await desk.quickInput.pick(classes().I);
  await step(2);
  await desk.quickInput.type(vendor);
  await desk.quickInput.accept();
  await step(3);
  await desk.quickInput.type(service);
  await desk.quickInput.accept();
}

/** Waits until a profile that was made is open, and values are offered for its first fact. */
async function begun(file: string): Promise<void> {
  await desk.opened(file);
  await desk.page.locator(".suggest-widget.visible .monaco-list-row").first().waitFor();
}

/** Imports a questionnaire of the workspace. */
async function importFile(file: string): Promise<void> {
  await desk.run("vendorProfile.importQuestionnaire");
  await desk.quickInput.asked(say("Choose a questionnaire"));
  await desk.quickInput.typePath(desk.path(file));
  await desk.quickInput.accept();
}

describe("first steps", () => {
  beforeEach(() => desk.tidy());

  describe("a new profile", () => {
    it("is written as the command line writes it, and opens where the first fact is to be stated", async () => {
      await desk.run("vendorProfile.newProfile");
      await answer("株式会社あおば", "あおば <img src=x onerror=alert(1)>");
      await saveAs("new.vendor.yaml");
      await begun("new.vendor.yaml");
      const names = ["--vendor", "株式会社あおば", "--service", "あおば <img src=x onerror=alert(1)>"];
      const { stdout } = run("new", "--class", "I", ...names);
      assert.equal((await desk.file("new.vendor.yaml")).toString(), stdout.toString());
      const [line] = await desk.cursor();
      assert.match(stdout.toString().split("\n")[line - 1] ?? "", /^ {2}governingLaw:$/);
      await desk.press("Enter");
      await desk.lines("governingLaw: JP").first().waitFor();
    });

    it("suggests a name that its service is known by, beside what is open", async () => {
      await mkdir(desk.path("offices"), { recursive: true });
      await writeFile(desk.path("offices/a.vendor.yaml"), "");
      await desk.open("offices/a.vendor.yaml");
      await desk.run("vendorProfile.newProfile");
      await answer("甲", "窓口/予約: 新");
      await desk.page.waitForFunction('document.querySelector(".quick-input-box input")?.value.endsWith(".vendor.yaml")');
      assert.equal(await desk.quickInput.input.inputValue(), desk.path("offices/窓口-予約-新.vendor.yaml"));
      await desk.quickInput.dismiss();
    });

    it("goes into the folder that it is asked for in the explorer", async () => {
      await mkdir(desk.path("another"), { recursive: true });
      await inExplorer("another").waitFor();
      await chooseInMenu(inExplorer("another"), "vendorProfile.newProfile");
      await answer("甲", "乙");
      await desk.page.waitForFunction('document.querySelector(".quick-input-box input")?.value.endsWith(".vendor.yaml")');
      assert.equal(await desk.quickInput.input.inputValue(), desk.path("another/乙.vendor.yaml"));
      await desk.quickInput.accept();
      await begun("乙.vendor.yaml");
      assert.equal((await desk.file("another/乙.vendor.yaml")).toString().startsWith("#"), true);
    });

    it("takes no empty answer, and keeps the answers on the way back", async () => {
      await desk.run("vendorProfile.newProfile");
      await step(1);
      await desk.quickInput.pick(classes().I);
      await step(2);
      await desk.quickInput.type("  ");
      await desk.quickInput.accept();
      await desk.quickInput.asked(say("State the name of the vendor."));
      await desk.quickInput.type("甲");
      await desk.quickInput.accept();
      await step(3);
      await desk.page.locator(".quick-input-widget .codicon-quick-input-back").click();
      await step(2);
      assert.equal(await desk.quickInput.input.inputValue(), "甲");
      await desk.quickInput.dismiss();
    });

    it("leaves nothing behind where it is given up, at whatever question", async () => {
      const before = await readdir(desk.folder);
      for (const last of [1, 2, 3, 4]) {
        await desk.run("vendorProfile.newProfile");
        if (last < 4) {
          await step(1);
          if (last > 1) await desk.quickInput.pick(classes().I);
          await step(Math.min(last, 2));
          if (last > 2) {
            await desk.quickInput.type("甲");
            await desk.quickInput.accept();
            await step(3);
          }
        } else {
          await answer("甲", "去るもの");
          await desk.page.waitForFunction('document.querySelector(".quick-input-box input")?.value.endsWith(".vendor.yaml")');
        }
        await desk.quickInput.dismiss();
      }
      assert.deepEqual(await readdir(desk.folder), before);
      assert.equal(await desk.page.locator(".tab").count(), 0);
    });

    it("replaces a file only where that is confirmed", async () => {
      await writeFile(desk.path("kept.vendor.yaml"), "profile: 1\n");
      await desk.run("vendorProfile.newProfile");
      await answer("甲", "乙");
      await saveAs("kept.vendor.yaml");
      await desk.quickInput.asked("already exists");
      await desk.press("Escape");
      await desk.quickInput.dismiss();
      assert.equal(await readFile(desk.path("kept.vendor.yaml"), "utf8"), "profile: 1\n");
    });

    it("says so where a search would pass its name by, and is judged all the same", async () => {
      await desk.run("vendorProfile.newProfile");
      await answer("甲", "乙");
      await saveAs("plain.yaml");
      await desk.notification(".vendor.yaml");
      await begun("plain.yaml");
      await desk.lines("←").first().waitFor();
    });

    it("says where and why it could not be saved", async () => {
      // a link to itself
      const name = "loop.vendor.yaml";
      await symlink(name, desk.path(name));
      await desk.run("vendorProfile.newProfile");
      await answer("甲", "乙");
      await saveAs(name);
      const told = await desk.notification(name);
      assert.ok((await told.innerText()).includes(`${desk.path(name)}`));
    });
  });

  describe("a questionnaire that is imported", () => {
    it("becomes the profile that the command line makes of it", async () => {
      await questionnaire("filled.xlsx", "conforms-at-s");
      await importFile("filled.xlsx");
      await saveAs("filled.vendor.yaml");
      await desk.opened("filled.vendor.yaml");
      const { stdout, stderr } = run("import", "filled.xlsx");
      assert.equal((await desk.file("filled.vendor.yaml")).toString(), stdout.toString());
      await desk.notification(stderr.toString().trim());
    });

    it("tells what could not be read, and leads there", async () => {
      await questionnaire("0.xlsx", "conforms-at-s", (filling) => {
        filling.write("保存先", filling.item("保存先", 0, "cipher"), "あおば透過暗号");
        filling.write("保存先", filling.item("保存先", 1, "cipher"), "[x](command:y) $(error) <b>");
      });
      await desk.open("byok.vendor.yaml");
      await inExplorer("0.xlsx").waitFor();
      await chooseInMenu(inExplorer("0.xlsx"), "vendorProfile.importQuestionnaire");
      await saveAs("odd.vendor.yaml");
      await begun("odd.vendor.yaml");
      const told = await desk.notification(say("{0} answers could not be read. They are kept as comments.", 2));
      await told.getByText(say("Show"), { exact: true }).click();
      await desk.quickInput.asked(say("Answers That Could Not Be Read"));
      const rows = await desk.quickInput.rows.allInnerTexts();
      assert.equal(rows.length, 2);
      assert.match(rows[0] ?? "", /保存先.*あおば透過暗号/s);
      assert.match(rows[1] ?? "", /\[x\]\(command:y\) \$\(error\) <b>/);
      await desk.press("ArrowDown", "Enter");
      const text = await readFile(desk.path("odd.vendor.yaml"), "utf8");
      const line = text.split("\n").findIndex((line) => /# .*\[x\]\(command:y\)/.test(line)) + 1;
      await desk.page.locator('[id="status.editor.selection"]', { hasText: `Ln ${line},` }).waitFor();
    });

    it("is refused by its name, in words, where it is none", async () => {
      await writeFile(desk.path("[a](command:b).xlsx"), "質問,回答\n");
      await importFile("[a](command:b).xlsx");
      const told = await desk.notification("(command:b).xlsx: ");
      assert.match(await told.innerText(), desk.variant.locale === "ja" ? /テキスト/ : /text/);
      assert.equal(await told.locator(".notification-list-item-message a").count(), 0);
    });

    it("is not even read where it is too large", async () => {
      await writeFile(desk.path("large.xlsx"), new Uint8Array(11 * 1024 * 1024));
      await importFile("large.xlsx");
      await desk.notification(`large.xlsx: ${say("It is too large for a questionnaire ({0} MiB at most).", 10)}`);
    });
  });

  describe("a questionnaire that is made", () => {
    /** The bytes that the command line writes. */
    const expected = async (...args: readonly string[]) => {
      run("questionnaire", ...args, "-o", "expected.xlsx", "--force");
      return readFile(desk.path("expected.xlsx"));
    };

    it("is empty, for a class", async () => {
      await desk.run("vendorProfile.exportQuestionnaire");
      await desk.quickInput.pick(classes().I);
      await saveAs("empty.xlsx");
      await desk.notification(say("Saved: {0}", "empty.xlsx"));
      assert.ok((await desk.file("empty.xlsx")).equals(await expected("--class", "I")));
    });

    it("has what the profile says that is chosen in the explorer", async () => {
      const file = "conforms-at-s.vendor.yaml";
      await desk.open(file);
      await chooseInMenu(inExplorer(file), "vendorProfile.exportQuestionnaire");
      await saveAs("said.xlsx");
      await desk.notification(say("Saved: {0}", "said.xlsx"));
      assert.ok((await desk.file("said.xlsx")).equals(await expected(file)));
    });

    it("asks which profile of a file is meant", async () => {
      const file = "several-documents.vendor.yaml";
      await desk.open(file);
      await chooseInMenu(inExplorer(file), "vendorProfile.exportQuestionnaire");
      await desk.quickInput.asked(say("Choose what questionnaire to make"));
      assert.equal(await desk.quickInput.rows.count(), 3);
      await desk.quickInput.dismiss();
    });
  });

  describe("reading", () => {
    it("shows the standard in the server's language, with all its requirements", async () => {
      await desk.run("vendorProfile.openStandard");
      const page = await desk.webview(".markdown-body h1");
      const heading = await page.locator("h1").first().innerText();
      assert.match(heading, desk.variant.locale === "ja" ? /クラウドサービス利用基準/ : /Standard/);
      assert.ok((await page.locator("h2, h3").count()) >= 15);
    });

    it("begins with steps, each with a picture, whose buttons do what they say", async () => {
      await desk.run("vendorProfile.openWalkthrough");
      const { title, steps } = (desk.texts.manifest.contributes as unknown as Walkthroughs).walkthroughs[0] ?? assert.fail();
      const page = desk.page.locator(".gettingStartedContainer");
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
      await desk.quickInput.dismiss();
    });
  });
});

interface Walkthroughs {
  readonly walkthroughs: readonly {
    readonly title: string;
    readonly steps: readonly { readonly title: string; readonly media: { readonly svg: string } }[];
  }[];
}
