import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { commands } from "../../server/src/cli/commands/index.ts";
import { shells } from "../../server/src/cli/completions/index.ts";
import { tableOf } from "../../server/src/cli/completions/table.ts";
import { completionsMessages } from "../../server/src/cli/messages/completions.ts";
import { folderOf, removeFolders, run } from "../cli/run.ts";

const NAMES = commands.map(({ name }) => name);
const script = (shell: string, language: "ja" | "en" = "ja") =>
  shells[shell]?.(tableOf(commands, language), completionsMessages[language]) ?? assert.fail(shell);

/** Whether a shell is installed. If not, the tests only read its script. */
const isHere = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

/** The offers after some words; the last word is being typed. */
const cases: [words: string[], offered: string[]][] = [
  [[""], [...NAMES, "help"]],
  [["che"], ["check"]],
  [
    ["check", "--class", ""],
    ["S", "I", "II", "III"],
  ],
  [
    ["check", "-c", "I"],
    ["I", "II", "III"],
  ],
  [["--lang", "en", "check", "--cl"], ["--class"]],
  [["check", "a.vendor.yaml", "--fix-"], ["--fix-dry-run"]],
  [["check", "--config", "no"], ["note.txt"]],
  [["check", "my"], ["my service.vendor.yaml"]],
  [["new", "--vendor", "check", "--for"], ["--force"]],
  [["new", "--vendor", ""], []],
  [
    ["completions", ""],
    ["bash", "zsh", "fish", "powershell"],
  ],
  [["help", "completi"], ["completions"]],
  [["lsp", ""], []],
];

const files = { "my service.vendor.yaml": "", "note.txt": "", "サービス.vendor.yaml": "" };

describe("vendor-profile completions", () => {
  afterEach(removeFolders);

  for (const shell of Object.keys(shells)) {
    it(`${shell}: contains every command, option and listed value`, () => {
      const { status, stdout, stderr } = run(["completions", shell]);
      assert.deepEqual([status, stderr], [0, ""]);
      assert.equal(stdout, script(shell));
      for (const { name, options, operands } of commands) {
        assert.ok(stdout.includes(name), name);
        for (const word of operands.words ?? []) assert.ok(stdout.includes(word), word);
        for (const [option, { values = [] }] of Object.entries(options)) {
          assert.ok(stdout.includes(shell === "fish" ? `-l ${option}` : `--${option}`), option);
          for (const value of values) assert.ok(stdout.includes(value), value);
        }
      }
    });

    it(`${shell}: has descriptions in the requested language`, () => {
      if (shell !== "bash") assert.match(script(shell, "ja"), /\p{Script=Hiragana}/u);
      assert.doesNotMatch(script(shell, "en"), /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
    });
  }

  for (const [words, offered] of cases) {
    it(`bash: ${words.join(" ")}|`, () => {
      const cwd = folderOf(files);
      const ask = `${script("bash")}
COMP_WORDS=(vendor-profile "$@"); COMP_CWORD=$#
_vendor_profile
[[ \${#COMPREPLY[@]} == 0 ]] || printf '%s\\n' "\${COMPREPLY[@]}"`;
      const { stdout, stderr } = spawnSync("bash", ["-c", ask, "bash", ...words], { cwd, encoding: "utf8" });
      assert.equal(stderr, "");
      assert.deepEqual(stdout.split("\n").filter(Boolean).sort(), [...offered].sort());
    });

    it(`fish: ${words.join(" ")}|`, () => {
      const text = script("fish");
      if (!isHere("fish")) {
        assert.match(text, /^complete -c vendor-profile -n '__vendor_profile_is check' -s c -l class -x -a 'S I II III'/m);
        return;
      }
      const cwd = folderOf({ ...files, "c.fish": text });
      const ask = `source c.fish; complete -C ${JSON.stringify(["vendor-profile", ...words].join(" "))}`;
      const { stdout } = spawnSync("fish", ["--no-config", "-c", ask], { cwd, encoding: "utf8" });
      const found = stdout.split("\n").flatMap((line) => (line === "" ? [] : [line.split("\t")[0]]));
      assert.deepEqual(found.sort(), [...offered].sort());
    });
  }

  it("bash: --option=value, which bash splits into three words", () => {
    const ask = `${script("bash")}
COMP_WORDS=(vendor-profile check --class = I); COMP_CWORD=4; _vendor_profile; echo "\${COMPREPLY[@]}"
COMP_WORDS=(vendor-profile check --class =); COMP_CWORD=3; _vendor_profile; echo "\${COMPREPLY[@]}"
COMP_WORDS=(vendor-profile check --class = I --fix-); COMP_CWORD=5; _vendor_profile; echo "\${COMPREPLY[@]}"
complete -p vendor-profile`;
    const { stdout } = spawnSync("bash", ["-c", ask], { encoding: "utf8" });
    assert.equal(stdout, "I II III\nS I II III\n--fix-dry-run\ncomplete -F _vendor_profile vendor-profile\n");
  });

  it("zsh: the script works both sourced and on the fpath", () => {
    const text = script("zsh");
    assert.match(text, /^#compdef vendor-profile\n/);
    assert.match(text, /'\(-c --class\)'\{-c\+,--class=\}'\[.*\]:値:\(S I II III\)'/);
    assert.match(text, /'\*:ファイル:_files'/);
    if (!isHere("zsh")) return;
    const cwd = folderOf({ c: text });
    assert.deepEqual(spawnSync("zsh", ["-n", "c"], { cwd, encoding: "utf8" }).stderr, "");
    const ask = "autoload -Uz compinit && compinit -D && source ./c && print -r -- $_comps[vendor-profile]";
    assert.equal(spawnSync("zsh", ["-f", "-c", ask], { cwd, encoding: "utf8" }).stdout, "_vendor-profile\n");
  });

  it("powershell: quotes its texts", () => {
    const text = script("powershell", "en");
    assert.match(text, /^Register-ArgumentCompleter -Native -CommandName vendor-profile -ScriptBlock \{$/m);
    assert.match(text, /@\{ Name = '--class'; Text = '.*'; Takes = \$true; Values = @\('S', 'I', 'II', 'III'\) \}/);
    for (const line of text.split("\n")) assert.equal((line.match(/'/g) ?? []).length % 2, 0, line);
    if (!isHere("pwsh")) return;
    const path = join(folderOf({}), "c.ps1");
    writeFileSync(
      path,
      `\ufeff${text}\n(TabExpansion2 'vendor-profile check --class I' 30).CompletionMatches.CompletionText -join ' '`,
    );
    assert.equal(spawnSync("pwsh", ["-NoProfile", "-File", path], { encoding: "utf8" }).stdout.trim(), "I II III");
  });

  it("exits with 2 without a shell, or for an unknown one", () => {
    for (const args of [[], ["tcsh"], ["bash", "zsh"]]) {
      const { status, stdout, stderr } = run(["completions", ...args]);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, /completions --help/);
    }
  });
});
