import type { Diagnostic, Position, ServerCapabilities, TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { Edit } from "../documents/kind.ts";
import type { Text } from "../report/figures.ts";

/** A request that an editor sends again and again about a document: at another place in each run. */
export interface RequestCase {
  readonly what: Text;
  readonly method: string;
  /** The capability of a server that answers it. */
  readonly provider: keyof ServerCapabilities;
  /** The request's parameters in a run, for the unchanged document or after the run's changes. */
  readonly params: (run: number, diagnostics: readonly Diagnostic[], isEdited: boolean) => object;
  /** The changes to send before the request. The first of them undoes the previous run's. */
  readonly changes: (run: number) => TextDocumentContentChangeEvent[];
}

/** A key, a value or a list in a line, as a range of characters. */
interface Piece {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The requests to measure for a document. */
export function requestCases(text: string, { right, wrong, range }: Edit): RequestCase[] {
  const lines = text.split("\n");
  const pieces = piecesOf(lines);
  /** Makes the edited value wrong and right in turn. */
  const toggle = (run: number): TextDocumentContentChangeEvent[] => {
    const [from, to] = run % 2 === 0 ? [right, wrong] : [wrong, right];
    return [{ range: range(from), text: to }];
  };
  /** Cuts a line to the first character of a piece, as if a user had just begun to type it. */
  const type = (run: number): TextDocumentContentChangeEvent[] => {
    const cut = (piece: Piece, isUndo: boolean): TextDocumentContentChangeEvent => {
      const whole = (lines[piece.line] as string).slice(piece.start);
      const [from, to] = isUndo ? [whole.slice(0, 1), whole] : [whole, whole.slice(0, 1)];
      return { range: { start: at(piece, 0), end: at(piece, from.length) }, text: to };
    };
    return [...(run > 0 ? [cut(nth(pieces, run - 1), true)] : []), cut(nth(pieces, run), false)];
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
      changes: toggle,
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
      changes: toggle,
    },
    {
      what: { en: "code lens", ja: "コードレンズ" },
      provider: "codeLensProvider",
      method: "textDocument/codeLens",
      params: () => ({}),
      changes: toggle,
    },
  ];
}

/** The places to hover over and to type at: keys, values and lists. */
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

/** The element for a run, far from that of the previous run (by the golden ratio): neighbours are much alike. */
function nth<T>(all: readonly T[], run: number): T {
  return all[Math.floor(((run * 0.618034) % 1) * all.length)] as T;
}

function at({ line, start }: Piece, offset: number): Position {
  return { line, character: start + offset };
}
