import { type Range, type SymbolInformation, SymbolKind } from "vscode-languageserver";
import type { Analysis } from "../core/analysis/analyze.ts";
import { normalize } from "../core/schema/normalize.ts";
import { isBlank } from "../core/text/white-space.ts";
import { nodeAt, type Path, type Span } from "../core/yaml/node.ts";
import { toRange } from "./convert.ts";

/** The vendor or the service of a profile. */
export interface ProfileSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  /** A service's vendor. */
  readonly containerName?: string;
  readonly range: Range;
}

/** The files of the workspace with their symbols. */
export type Symbols = AsyncIterable<{ readonly uri: string; readonly symbols: readonly ProfileSymbol[] }>;

/** The vendors and services whose names contain the query's characters in order, ignoring case and width. */
export async function workspaceSymbols(files: Symbols, query: string): Promise<SymbolInformation[]> {
  const queryLetters = lettersOf(query);
  const matches: SymbolInformation[] = [];
  for await (const { uri, symbols } of files) {
    for (const { range, ...symbol } of symbols) {
      if (isSubsequence(queryLetters, lettersOf(symbol.name))) matches.push({ ...symbol, location: { uri, range } });
    }
  }
  return matches;
}

/** The vendors and services of a text. */
export function profileSymbols({ source, profiles }: Analysis): ProfileSymbol[] {
  return profiles.flatMap(({ root, vendor, service }) => {
    const symbol = (name: string | null, kind: SymbolKind, path: Path, containerName: string | null): ProfileSymbol[] => {
      const span: Span | undefined = nodeAt(root, path)?.span;
      if (name === null || isBlank(name) || !span) return [];
      return [{ name, kind, ...(containerName === null ? {} : { containerName }), range: toRange(source.lines, span) }];
    };
    return [
      ...symbol(vendor, SymbolKind.Namespace, ["vendor", "name"], null),
      ...symbol(service, SymbolKind.Package, ["service", "name"], vendor),
    ];
  });
}

function lettersOf(text: string): string[] {
  return [...normalize(text).replaceAll(" ", "")];
}

function isSubsequence(queryLetters: readonly string[], letters: readonly string[]): boolean {
  let at = 0;
  for (const letter of letters) if (letter === queryLetters[at]) at++;
  return at === queryLetters.length;
}
