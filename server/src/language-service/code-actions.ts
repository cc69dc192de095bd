import { diffLines } from "diff";
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Analysis } from "../core/analysis/analyze.ts";
import type { AnyFinding } from "../core/findings/finding.ts";
import { pointer } from "../core/yaml/node.ts";
import { toRange, toSnippetEdit, toTextEdit } from "./convert.ts";
import { type DiagnosticData, diagnostics, SOURCE } from "./diagnostics.ts";
import type { Edit } from "./edits/edit.ts";
import { type Fix, type FixRefusal, isFix } from "./fixes/fix.ts";
import { fixAll, fixesOfCode } from "./fixes/fix-all.ts";
import { fixesOf } from "./fixes/index.ts";
import { titleOf } from "./fixes/titles.ts";
import { sortEdits } from "./formatting/sort.ts";
import { editorMessages } from "./messages/index.ts";
import type { View } from "./view.ts";

const FIX_ALL = `${CodeActionKind.SourceFixAll}.vendorProfile`;
const SORT = `${CodeActionKind.Source}.sort.vendorProfile`;

/** The kinds of code actions that the server provides. */
export const CODE_ACTION_KINDS: string[] = [CodeActionKind.QuickFix, FIX_ALL, SORT];

/** In changed lines. A greater difference replaces the whole text, because comparing takes too long. */
const MAX_CHANGES = 2000;

/** The data that a source action needs for its resolve request. */
interface ActionData {
  readonly uri: string;
}

/**
 * The quick fixes of the findings at a range, and the source actions of the file. Edits of source actions are computed on resolve
 * if the client supports that.
 */
export function codeActions(
  view: View,
  { range, context }: Pick<CodeActionParams, "range" | "context">,
  version?: number,
): CodeAction[] {
  const { only } = context;
  // a requested kind includes its sub-kinds
  const isRequested = (kind: string) =>
    !only || only.some((requested) => requested === "" || kind === requested || kind.startsWith(`${requested}.`));
  return [
    ...(isRequested(CodeActionKind.QuickFix) ? quickFixes(view, range, context.diagnostics, version) : []),
    ...[FIX_ALL, SORT].filter(isRequested).map((kind) => sourceAction(view, kind, version)),
  ];
}

/** Adds the edits to a source action. */
export function resolveCodeAction(view: View, action: CodeAction, version?: number): CodeAction {
  const { analysis } = view;
  if (action.kind === FIX_ALL) return { ...action, edit: toWorkspaceEdit(view, repairs(analysis), version) };
  if (action.kind === SORT)
    return { ...action, edit: toWorkspaceEdit(view, sortEdits(analysis.source, analysis.format), version) };
  return action;
}

function sourceAction(view: View, kind: string, version: number | undefined): CodeAction {
  const { everything, sort } = editorMessages[view.language].fixes;
  const data: ActionData = { uri: view.uri };
  const action = { title: kind === FIX_ALL ? everything : sort, kind, data };
  return view.capabilities.resolvesActions ? action : resolveCodeAction(view, action, version);
}

function quickFixes(view: View, range: Range, shown: readonly Diagnostic[], version: number | undefined): CodeAction[] {
  const { analysis, capabilities } = view;
  const messages = editorMessages[view.language];
  const seenCodes = new Set<string>();
  return pairs(view, range, shown).flatMap(({ finding, diagnostic }): CodeAction[] => {
    const toAction = (fix: Fix | FixRefusal): CodeAction[] => {
      const base = { title: titleOf(fix, messages), kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
      if (isFix(fix)) return [{ ...base, isPreferred: fix.isPreferred, edit: toWorkspaceEdit(view, fix.edits, version) }];
      return capabilities.disabledActions ? [{ ...base, disabled: { reason: messages.fixes.why[fix.why] } }] : [];
    };
    const fixes = fixesOf(analysis, finding);
    const isFirstOfSeveral =
      !seenCodes.has(finding.code) && analysis.findings.some((other) => other !== finding && other.code === finding.code);
    seenCodes.add(finding.code);
    const fixesTogether = isFirstOfSeveral ? fixesOfCode(analysis, finding.code) : [];
    if (fixesTogether.length < 2) return fixes.flatMap(toAction);
    const edits = fixesTogether.flatMap(({ edits }) => edits).map(({ span, text }) => ({ span, text }));
    const together = {
      title: messages.fixes.all(fixesTogether.length),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit: toWorkspaceEdit(view, edits, version),
    };
    return [...fixes.flatMap(toAction), together];
  });
}

interface Pair {
  readonly finding: AnyFinding;
  readonly diagnostic: Diagnostic;
}

/** The findings of the diagnostics in the request; if it has none, the findings that touch the range. */
function pairs(view: View, range: Range, shown: readonly Diagnostic[]): Pair[] {
  const { findings, source } = view.analysis;
  const ownDiagnostics = shown.filter(({ source }) => source === undefined || source === SOURCE);
  if (ownDiagnostics.length > 0) return ownDiagnostics.flatMap((diagnostic) => pairOf(view.analysis, diagnostic) ?? []);
  if (shown.length > 0) return [];
  const start = source.lines.offset(range.start);
  const end = source.lines.offset(range.end);
  const touched = findings.flatMap(({ span }, index) => (span.start <= end && start <= span.end ? [index] : []));
  if (touched.length === 0) return [];
  const all = diagnostics(view);
  return touched.map((index) => ({ finding: findings[index] as AnyFinding, diagnostic: all[index] as Diagnostic }));
}

/** The finding of a diagnostic. Several with the same code and path differ by position. */
function pairOf({ findings, source }: Analysis, diagnostic: Diagnostic): Pair | undefined {
  const data = diagnostic.data as Partial<DiagnosticData> | undefined;
  const candidates = findings.filter(
    ({ code, profile, path }) =>
      code === diagnostic.code && (data?.path === undefined || (profile === data.profile && pointer(path) === data.path)),
  );
  const isAtPosition = ({ span }: AnyFinding) => {
    const { start } = toRange(source.lines, span);
    return start.line === diagnostic.range.start.line && start.character === diagnostic.range.start.character;
  };
  const finding =
    candidates.find(isAtPosition) ?? (data?.path !== undefined && candidates.length === 1 ? candidates[0] : undefined);
  return finding && { finding, diagnostic };
}

/** The edits that apply all automatic fixes, as changes of whole lines. */
function repairs({ source, standard, format, today, missingFiles }: Analysis): Edit[] {
  const { text } = fixAll(source.text, { standard, format }, { today, missingFiles });
  if (text === source.text) return [];
  const changes = diffLines(source.text, text, { maxEditLength: MAX_CHANGES });
  if (!changes) return [{ span: { start: 0, end: source.text.length }, text }];
  const edits: Edit[] = [];
  let offset = 0;
  for (const { value, added, removed } of changes) {
    const last = edits.at(-1);
    // a removed line and its replacement are one edit
    if (added && last?.span.end === offset && last.text === "") edits[edits.length - 1] = { span: last.span, text: value };
    else if (added) edits.push({ span: { start: offset, end: offset }, text: value });
    else if (removed) edits.push({ span: { start: offset, end: offset + value.length }, text: "" });
    if (!added) offset += value.length;
  }
  return edits;
}

/** Converts edits for the client. The first edit with stops becomes a snippet if the client supports that. */
function toWorkspaceEdit(
  { uri, analysis, capabilities }: View,
  edits: readonly Edit[],
  version: number | undefined,
): WorkspaceEdit {
  const { lines } = analysis.source;
  const first = capabilities.snippetEdits ? edits.find(({ stops = [] }) => stops.length > 0) : undefined;
  if (!first) return { changes: { [uri]: edits.map((edit) => toTextEdit(lines, edit)) } };
  const converted = edits.map((edit): TextEdit | SnippetTextEdit =>
    edit === first ? toSnippetEdit(lines, fromLineStart(edit, edits, analysis)) : toTextEdit(lines, edit),
  );
  return { documentChanges: [{ textDocument: { uri, version: version ?? null }, edits: converted }] };
}

/**
 * Extends an edit to the start of its line. An editor indents the further lines of a snippet like the text before it on its line,
 * so there must be none.
 */
function fromLineStart(edit: Edit, edits: readonly Edit[], { source: { lines, text } }: Analysis): Edit {
  const { start, end } = edit.span;
  const from = start - lines.position(start).character;
  const isFree = edits.every((other) => other === edit || other.span.end < from || other.span.start >= end);
  const lead = text.slice(from, start);
  if (!isFree || !/^[ \t]/.test(lead) || !/[\r\n]/.test(edit.text)) return edit;
  return { span: { start: from, end }, text: lead + edit.text, stops: (edit.stops ?? []).map((stop) => stop + lead.length) };
}
