import { strict as assert } from "node:assert";
import { fileURLToPath } from "node:url";
import { AS_OF, examplesFolder } from "../support/analyze.ts";
import { check, folderOf, profileText, removeFolders, run } from "./run.ts";

const root = fileURLToPath(new URL("..", examplesFolder));

/** Parses a workflow command as GitHub's runner does. */
function parsed(line: string) {
  const [, command, list = "", message = ""] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? assert.fail(line);
  const decoded = (text: string) =>
    text.replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%25", "%");
  const properties = Object.fromEntries(
    list.split(",").map((entry) => [entry.slice(0, entry.indexOf("=")), decoded(entry.slice(entry.indexOf("=") + 1))]),
  );
  return { command, properties: properties as Record<string, string>, message: decoded(message) };
}

const github = (args: readonly string[], surroundings: { cwd?: string; input?: string } = {}) =>
  run(["check", ...args, "--as-of", AS_OF, "--format", "github"], surroundings)
    .stdout.trimEnd()
    .split("\n");

describe("check --format github", () => {
  afterEach(removeFolders);

  it("annotates each finding at its range, then prints the counts", () => {
    const lines = github(["examples", "--lang", "en"], { cwd: root });
    const { files, summary } = check(["examples", "--as-of", AS_OF, "--lang", "en"], { cwd: root }).json();
    assert.match(lines.pop() ?? "", new RegExp(`^${summary.profiles} profiles · .*as of ${AS_OF}`));
    const commands: Record<string, string> = { error: "error", warning: "warning", information: "notice" };
    assert.deepEqual(
      lines.map(parsed).map(({ command, properties: { file, line, endLine, col, title }, message }) => ({
        command,
        place: `${file}:${line}-${endLine}:${col}`,
        code: title?.split(" ")[0],
        message,
      })),
      files.flatMap(({ path, findings }) =>
        findings.map(({ code, severity, message, range: { start, end } }) => ({
          command: commands[severity],
          place: `${path}:${start.line + 1}-${end.line + 1}:${start.line === end.line ? start.character + 1 : undefined}`,
          code,
          message,
        })),
      ),
    );
  });

  it("escapes file names and texts of profiles, so that they cannot begin a command or a property", () => {
    const name = "a,line=1:b%0A::x.vendor.yaml";
    const input = `profile: 1\nvendor: { name: "甲\\n::add-mask::秘", country: "\\n::error::%0A" }\nservice: { name: "乙,title=x::y" }\ninformation: { classification: III }\n`;
    const lines = github(["."], { cwd: folderOf({ [name]: input }) });
    assert.equal(lines.length, 2);
    const { properties, command } = parsed(lines[0] ?? "");
    assert.equal(command, "error");
    assert.deepEqual(Object.keys(properties), ["file", "line", "endLine", "col", "endColumn", "title"]);
    assert.deepEqual([properties.file, properties.line, properties.title], [name, "2", "schema.country 乙,title=x::y"]);
  });

  it("annotates an unreadable input", () => {
    const [line = ""] = github(["none.vendor.yaml", "--lang", "en"]);
    assert.deepEqual(parsed(line), { command: "error", properties: { file: "none.vendor.yaml" }, message: "no such file" });
  });

  it("prints no annotation without findings", () => {
    assert.equal(github(["-"], { input: profileText() }).length, 1);
  });
});
