import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { configText } from "../../config/messages/index.ts";
import { reasonOf } from "../../host/reading.ts";
import { toRange } from "../../language-service/convert.ts";
import { SOURCE } from "../../language-service/diagnostics.ts";
import { editorMessages } from "../../language-service/messages/index.ts";
import type { LanguageId } from "../../messages/language.ts";
import type { FolderConfiguration } from "../workspace/configurations.ts";
import type { ProfileFile } from "../workspace/profile-file.ts";

/** The problems of a configuration. None if the file does not exist. */
export function configurationDiagnostics({ reading, problems, lines }: FolderConfiguration, language: LanguageId): Diagnostic[] {
  const common = { severity: DiagnosticSeverity.Error, source: SOURCE };
  if ("unread" in reading) {
    if (reading.unread === "missing") return [];
    const message = reasonOf(reading, editorMessages[language].navigation.unread);
    return [{ ...common, range: toRange(lines, { start: 0, end: 0 }), code: "config.unread", message }];
  }
  return problems.map((problem) => ({
    ...common,
    range: toRange(lines, problem.span),
    code: `config.${problem.fault}`,
    message: configText(problem, language),
  }));
}

/** Puts the configurations that have problems before the files of a workspace. They are reported whether open or not. */
export async function* configurationReports(
  configurations: readonly FolderConfiguration[],
  language: LanguageId,
  files: AsyncIterable<ProfileFile>,
): AsyncGenerator<ProfileFile> {
  for (const configuration of configurations) {
    const diagnostics = configurationDiagnostics(configuration, language);
    if (diagnostics.length === 0) continue;
    const { uri, id } = configuration;
    yield { uri, version: null, resultId: `config|${id}|${language}`, diagnostics, entries: [], symbols: [], places: new Map() };
  }
  yield* files;
}
