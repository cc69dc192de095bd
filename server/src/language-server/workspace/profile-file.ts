import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { diagnostics, SOURCE } from "../../language-service/diagnostics.ts";
import { type RowPlaces, rowPlaces } from "../../language-service/references.ts";
import type { View } from "../../language-service/view.ts";
import { type ProfileSymbol, profileSymbols } from "../../language-service/workspace-symbols.ts";
import { type ProfileEntry, profileEntries, unreadEntry } from "./profile-entries.ts";

/** What requests across files need of one file. It does not hold the analysis, which is large. */
export interface ProfileFile {
  readonly uri: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
  /** Changes whenever anything that the diagnostics depend on changes. */
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly entries: readonly ProfileEntry[];
  readonly symbols: readonly ProfileSymbol[];
  readonly places: RowPlaces;
}

/** @param version null for a file that is not open */
export function profileFile(view: View, version: number | null, resultId: string): ProfileFile {
  const { uri, analysis, language } = view;
  return {
    uri,
    version,
    resultId,
    diagnostics: diagnostics(view),
    entries: profileEntries(analysis, language),
    symbols: profileSymbols(analysis),
    places: rowPlaces(analysis),
  };
}

/** A file or a folder that exists and could not be read. The message says why. */
export function unreadFile(uri: string, message: string): ProfileFile {
  const start = { line: 0, character: 0 };
  const diagnostic: Diagnostic = {
    range: { start, end: start },
    severity: DiagnosticSeverity.Error,
    code: "file.unread",
    source: SOURCE,
    message,
  };
  return {
    uri,
    version: null,
    resultId: message,
    diagnostics: [diagnostic],
    entries: [unreadEntry(message)],
    symbols: [],
    places: new Map(),
  };
}
