import { strict as assert } from "node:assert";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Diagnostic } from "vscode-languageserver-protocol/node";
import type { Analysis } from "../../server/src/core/analysis/analyze.ts";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { coreMessages, messageOf, relatedText, textOf } from "../../server/src/messages/render.ts";
import { check, type Report } from "../cli/run.ts";
import { AS_OF, analyzeText, examples, examplesFolder } from "../support/analyze.ts";
import { Client, killServers, PULL } from "./client.ts";

const SEVERITIES = [undefined, "error", "warning", "information"];

/** The findings of an analysis in the command line's format. */
function ofAnalysis({ findings, source, standard }: Analysis, id: LanguageId) {
  const language = coreMessages[id];
  return findings.map((finding) => ({
    code: finding.code,
    severity: finding.severity,
    message: textOf(messageOf(finding, standard, language), language),
    range: source.lines.range(finding.span),
    related: finding.related.map((related) => ({
      message: relatedText(related, language),
      range: source.lines.range(related.span),
    })),
  }));
}

function ofServer(items: readonly Diagnostic[]) {
  return items.map(({ code, severity, message, range, relatedInformation = [] }) => ({
    code,
    severity: SEVERITIES[severity ?? 0],
    message,
    range,
    related: relatedInformation.map(({ message, location }) => ({ message, range: location.range })),
  }));
}

describe("The same document has the same findings everywhere", () => {
  let other: string;
  before(() => {
    other = mkdtempSync(join(tmpdir(), "vendor-profile-"));
    cpSync(examplesFolder, other, { recursive: true });
    for (const { name, text } of examples()) writeFileSync(join(other, `${name}.vendor.yaml`), text.replaceAll("\n", "\r\n"));
  });
  after(async () => {
    rmSync(other, { recursive: true });
    await killServers();
  });

  for (const language of ["ja", "en"] as const) {
    for (const [ending, folderOf] of [
      ["LF", () => fileURLToPath(examplesFolder)],
      ["CR LF", () => other],
    ] as const) {
      describe(`${language}, ${ending}`, () => {
        let client: Client;
        let report: Report;
        before(async () => {
          report = check([".", "--as-of", AS_OF, "--lang", language], { cwd: folderOf() }).json();
          client = await Client.start({ capabilities: PULL, initializationOptions: { language } });
        });

        for (const { name } of examples()) {
          it(name, async () => {
            const path = join(folderOf(), `${name}.vendor.yaml`);
            const text = readFileSync(path, "utf8");
            const missing = analyzeText(text).evidenceFiles.filter((file) => !existsSync(join(folderOf(), file)));
            const expected = ofAnalysis(analyzeText(text, { missingFiles: new Set(missing) }), language);

            const uri = pathToFileURL(path).href;
            client.open(uri, text);
            assert.deepEqual(ofServer(await client.items(uri)), expected, "language server");

            const file = report.files.find((file) => file.path === `${name}.vendor.yaml`);
            const findings = file?.findings.map(({ code, severity, message, range, related }) => ({
              code,
              severity,
              message,
              range,
              related: related.map(({ message, range }) => ({ message, range })),
            }));
            assert.deepEqual(findings, expected, "command line");
          });
        }
      });
    }
  }
});
