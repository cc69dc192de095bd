import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** For each row of a document's tables, without their headers: the tests that it links to, as paths from the root. */
export function claimsOf(path: string): string[][] {
  const lines = readFileSync(join(root, path), "utf8").split("\n");
  const rows = lines.filter((line, index) => line.startsWith("| ") && !isRule(line) && !isRule(lines[index + 1] ?? ""));
  return rows.map((row) =>
    [...row.matchAll(/\]\(([^)]+\.test\.ts)\)/g)].map(([, link]) => relative(root, join(root, dirname(path), link as string))),
  );
}

const isRule = (line: string) => line.startsWith("| ---");

/** The tests, given as paths from the root, that do not exist. */
export function missing(tests: readonly string[]): string[] {
  return tests.filter((path) => !existsSync(join(root, path)));
}
