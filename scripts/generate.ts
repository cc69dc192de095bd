/**
 * Makes what is derived from the sources under schemas/: the profile's JSON Schema, its compiled validator, and the data that
 * the core reads. With --check it writes nothing and fails if a file is not what it would write.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { profileSchema } from "./generate/profile-schema.ts";
import { root } from "./generate/sources.ts";
import { readStandard } from "./generate/standard.ts";
import { validatorModule } from "./generate/validator.ts";
import { references } from "./generate/vocabularies.ts";

const lists = references();
const standard = readStandard("schemas/standards/sendai-cloud.yaml", lists);
const { format, schema } = profileSchema(standard, lists);

const files: Record<string, string> = {
  "schemas/vendor-profile.schema.json": `${JSON.stringify(schema, null, 2)}\n`,
  "server/src/generated/standard.json": `${JSON.stringify(standard, null, 1)}\n`,
  "server/src/generated/format.json": `${JSON.stringify(format, null, 1)}\n`,
  "server/src/generated/validate-profile.js": await validatorModule(schema),
};

const check = process.argv.includes("--check");
let stale = 0;
for (const [path, text] of Object.entries(files)) {
  const url = new URL(path, root);
  let current = "";
  try {
    current = readFileSync(url, "utf8");
  } catch {
    // not made yet
  }
  if (current === text) continue;
  stale++;
  if (!check) writeFileSync(url, text);
  console.log(`${check ? "stale" : "written"}: ${path}`);
}
if (check && stale > 0) {
  console.error("Run `npm run generate` and commit what it writes.");
  process.exitCode = 1;
}
