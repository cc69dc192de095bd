/**
 * Judges the examples on their fixed day with the built command line, prints its output, and compares each outcome with the one
 * recorded beside the example. Exits with 0 only if all are equal.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual, styleText } from "node:util";
import { parse } from "yaml";

interface Expected {
  asOf: string;
  profiles: { verdict: string; eligible: string[]; open: string[]; requirements: Record<string, string> }[];
  findings?: { code: string; severity: string }[];
}

interface Judged {
  path: string;
  profiles: { verdict: string; eligible: string[]; open: string[]; requirements: { no: string; status: string }[] }[];
  findings: { code: string; severity: string }[];
}

const root = fileURLToPath(new URL("..", import.meta.url));
const asOf = "2026-11-22";
const args = ["dist/cli.cjs", "check", "examples", "--as-of", asOf];

spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });

const { stdout } = spawnSync(process.execPath, [...args, "--format", "json"], {
  cwd: root,
  encoding: "utf8",
  maxBuffer: 1 << 28,
});
const { files } = JSON.parse(stdout) as { files: Judged[] };
const differing = files.filter((file) => !isDeepStrictEqual(outcome(file), recorded(file.path))).map(({ path }) => path);

for (const path of differing) console.error(styleText("red", `differs from the outcome recorded beside it: ${path}`));
if (files.length > 0 && differing.length === 0)
  console.log(styleText("green", `All ${files.length} examples have the outcome recorded beside them.`));
process.exit(files.length > 0 && differing.length === 0 ? 0 : 1);

/** The compared part: verdicts, eligible classes, the status of each row, and the findings' codes and severities in order. */
function outcome({ profiles, findings }: Judged) {
  return {
    profiles: profiles.map(({ verdict, eligible, open, requirements }) => ({
      verdict,
      eligible,
      open,
      requirements: Object.fromEntries(requirements.map(({ no, status }) => [no, status])),
    })),
    findings: findings.map(({ code, severity }) => `${severity} ${code}`),
  };
}

function recorded(path: string) {
  const { profiles, findings = [] } = parse(
    readFileSync(`${root}/${path.replace(/\.vendor\.yaml$/, ".expected.yaml")}`, "utf8"),
  ) as Expected;
  return {
    profiles: profiles.map(({ verdict, eligible, open, requirements }) => ({ verdict, eligible, open, requirements })),
    findings: findings.map(({ code, severity }) => `${severity} ${code}`),
  };
}
