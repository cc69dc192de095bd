import type { Diagnostic, Position, ServerCapabilities, TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { Edit } from "../documents/kind.ts";
import type { Text } from "../report/figures.ts";

/** What an editor asks about a document, time and again: each run at another place. */
export interface Ask {
  readonly what: Text;
  readonly method: string;
  /** What a server has that answers it. */
  readonly provider: keyof ServerCapabilities;
  /** What is asked in a run: of the document at rest, or once the run's changes are made. */
  readonly params: (run: number, diagnostics: readonly Diagnostic[], isEdited: boolean) => object;
  /** The changes that come before; the first of them takes back those of the run before. */
  readonly changes: (run: number) => TextDocumentContentChangeEvent[];
}

/** A stretch of a line: a key, a value, or an item of a list. */
interface Piece {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export function asks(text: string, { right, wrong, range }: Edit): Ask[] {
  const lines = text.split("\n");
  const pieces = piecesOf(lines);
  const spoil = (run: number): TextDocumentContentChangeEvent[] => {
    const [from, to] = run % 2 === 0 ? [right, wrong] : [wrong, right];
    return [{ range: range(from), text: to }];
  };
  const type = (run: number): TextDocumentContentChangeEvent[] => {
    const begin = (piece: Piece, isBack: boolean): TextDocumentContentChangeEvent => {
      const whole = (lines[piece.line] as string).slice(piece.start);
      const [from, to] = isBack ? [whole.slice(0, 1), whole] : [whole, whole.slice(0, 1)];
      return { range: { start: at(piece, 0), end: at(piece, from.length) }, text: to };
    };
    return [...(run > 0 ? [begin(nth(pieces, run - 1), true)] : []), begin(nth(pieces, run), false)];
  };
  return [
    {
      what: { en: "hover", ja: "ホバー" },
      provider: "hoverProvider",
      method: "textDocument/hover",
      params: (run) => {
        const piece = nth(pieces, run);
        return { position: at(piece, Math.floor((piece.end - piece.start) / 2)) };
      },
      changes: spoil,
    },
    {
      what: { en: "completion", ja: "補完" },
      provider: "completionProvider",
      method: "textDocument/completion",
      params: (run, _, isEdited) => ({ position: at(nth(pieces, run), isEdited ? 1 : 0), context: { triggerKind: 1 } }),
      changes: type,
    },
    {
      what: { en: "code actions", ja: "コードアクション" },
      provider: "codeActionProvider",
      method: "textDocument/codeAction",
      params: (run, diagnostics) => {
        const diagnostic = diagnostics[run % diagnostics.length];
        if (!diagnostic) throw new Error("There is no diagnostic to ask about.");
        return { range: diagnostic.range, context: { diagnostics: [diagnostic], triggerKind: 2 } };
      },
      changes: spoil,
    },
    {
      what: { en: "code lens", ja: "コードレンズ" },
      provider: "codeLensProvider",
      method: "textDocument/codeLens",
      params: () => ({}),
      changes: spoil,
    },
  ];
}

/** What can be hovered over, and what can be begun: keys, values, and items of lists. */
function piecesOf(lines: readonly string[]): Piece[] {
  return lines.flatMap((text, line) => {
    if (text === "" || text.startsWith("#")) return [];
    const [, lead = "", key = "", colon = ""] = /^(\s*(?:- )?)(?:([^:]+)(:(?: |$)))?/.exec(text) ?? [];
    const value = lead.length + key.length + colon.length;
    const bracket = text[value] === "[" ? 1 : 0;
    return [
      { line, start: lead.length, end: lead.length + key.length },
      { line, start: value + bracket, end: text.length - bracket },
    ].filter(({ start, end }) => start < end);
  });
}

/** One of all of them, far from the one of the run before: neighbours are much alike. */
function nth<T>(all: readonly T[], run: number): T {
  return all[Math.floor(((run * 0.618034) % 1) * all.length)] as T;
}

function at({ line, start }: Piece, offset: number): Position {
  return { line, character: start + offset };
}
