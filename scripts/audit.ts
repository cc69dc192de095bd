/**
 * Asks npm's registry for advisories on the packages whose code is shipped. Packages that only build and test it do not count.
 * Exits with 1 if there is an advisory, and with 2 if the registry does not answer.
 */
import { exec } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Audit, advisoriesOn } from "./advisories.ts";
import { METAFILE, shippedPackages } from "./shipped.ts";

const cwd = fileURLToPath(new URL("..", import.meta.url));

// Ignores the error: npm exits with 1 if any package has an advisory.
const answer = await new Promise<string>((resolve) => {
  exec("npm audit --json", { cwd, maxBuffer: 1 << 26 }, (_, stdout) => resolve(stdout));
});
const audit = JSON.parse(answer) as Partial<Audit> & { readonly message?: string };
if (!audit.vulnerabilities) {
  console.error(`The registry did not answer: ${audit.message ?? answer}`);
  process.exit(2);
}
const packages = await shippedPackages(JSON.parse(await readFile(new URL(`../${METAFILE}`, import.meta.url), "utf8")));
const advisories = advisoriesOn(packages, { vulnerabilities: audit.vulnerabilities });
for (const advisory of advisories) console.error(advisory);
console.log(`${packages.length} packages shipped, ${advisories.length} advisories on them`);
process.exitCode = advisories.length === 0 ? 0 : 1;
