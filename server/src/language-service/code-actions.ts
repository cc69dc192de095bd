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

/** The kinds of code actions there are. */
export const CODE_ACTION_KINDS: string[] = [CodeActionKind.QuickFix, FIX_ALL, SORT];

/** Lines: a greater difference is not looked for. */
const MAX_CHANGES = 2000;

/** What a source action carries until its edits are asked for. */
interface ActionData {
  readonly uri: string;
}

/** What can be done about the findings at a place, and to the whole file. The edits of the latter are made when they are taken. */
export function codeActions(
  view: View,
  { range, context }: Pick<CodeActionParams, "range" | "context">,
  version?: number,
): CodeAction[] {
  const { only } = context;
  // a kind asks for all kinds below it
  const isAsked = (kind: string) => !only || only.some((asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`));
  return [
    ...(isAsked(CodeActionKind.QuickFix) ? quickFixes(view, range, context.diagnostics, version) : []),
    ...[FIX_ALL, SORT].filter(isAsked).map((kind) => sourceAction(view, kind, version)),
  ];
}

/** A source action with its edits. */
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
  const language = editorMessages[view.language];
  const codes = new Set<string>();
  return pairs(view, range, shown).flatMap(({ finding, diagnostic }): CodeAction[] => {
    const toAction = (fix: Fix | FixRefusal): CodeAction[] => {
      const base = { title: titleOf(fix, language), kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
      if (isFix(fix)) return [{ ...base, isPreferred: fix.isPreferred, edit: toWorkspaceEdit(view, fix.edits, version) }];
      return capabilities.disabledActions ? [{ ...base, disabled: { reason: language.fixes.why[fix.why] } }] : [];
    };
    const fixes = fixesOf(analysis, finding);
    const mayBeMany =
      !codes.has(finding.code) && analysis.findings.some((other) => other !== finding && other.code === finding.code);
    codes.add(finding.code);
    const all = mayBeMany ? fixesOfCode(analysis, finding.code) : [];
    if (all.length < 2) return fixes.flatMap(toAction);
    const edits = all.flatMap(({ edits }) => edits).map(({ span, text }) => ({ span, text }));
    const together = {
      title: language.fixes.all(all.length),
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

/** The findings that a client asks about; those at the range where it names none. */
function pairs(view: View, range: Range, shown: readonly Diagnostic[]): Pair[] {
  const { findings, source } = view.analysis;
  const own = shown.filter(({ source }) => source === undefined || source === SOURCE);
  if (own.length > 0) return own.flatMap((diagnostic) => pairOf(view.analysis, diagnostic) ?? []);
  if (shown.length > 0) return [];
  const start = source.lines.offset(range.start);
  const end = source.lines.offset(range.end);
  const touched = findings.flatMap(({ span }, index) => (span.start <= end && start <= span.end ? [index] : []));
  if (touched.length === 0) return [];
  const all = diagnostics(view);
  return touched.map((index) => ({ finding: findings[index] as AnyFinding, diagnostic: all[index] as Diagnostic }));
}

/** The finding that a diagnostic shows. Several of one code and path are told apart by their place. */
function pairOf({ findings, source }: Analysis, diagnostic: Diagnostic): Pair | undefined {
  const data = diagnostic.data as Partial<DiagnosticData> | undefined;
  const alike = findings.filter(
    ({ code, profile, path }) =>
      code === diagnostic.code && (data?.path === undefined || (profile === data.profile && pointer(path) === data.path)),
  );
  const isThere = ({ span }: AnyFinding) => {
    const { start } = toRange(source.lines, span);
    return start.line === diagnostic.range.start.line && start.character === diagnostic.range.start.character;
  };
  const finding = alike.find(isThere) ?? (data?.path !== undefined && alike.length === 1 ? alike[0] : undefined);
  return finding && { finding, diagnostic };
}

/** What every automatic fix amounts to, line by line. */
function repairs({ source, standard, format, today, missingFiles }: Analysis): Edit[] {
  const { text } = fixAll(source.text, { standard, format }, { today, missingFiles });
  if (text === source.text) return [];
  const changes = diffLines(source.text, text, { maxEditLength: MAX_CHANGES });
  if (!changes) return [{ span: { start: 0, end: source.text.length }, text }];
  const edits: Edit[] = [];
  let offset = 0;
  for (const { value, added, removed } of changes) {
    const last = edits.at(-1);
    // a line that goes and the one that comes for it are one change
    if (added && last?.span.end === offset && last.text === "") edits[edits.length - 1] = { span: last.span, text: value };
    else if (added) edits.push({ span: { start: offset, end: offset }, text: value });
    else if (removed) edits.push({ span: { start: offset, end: offset + value.length }, text: "" });
    if (!added) offset += value.length;
  }
  return edits;
}

/** Edits as the client takes them; the first that leaves something to be written, with tab stops. */
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
 * The same edit from the start of its line on. An editor indents the further lines of a snippet as the line that it is put in, as
 * far as that is indented before the snippet: here by nothing.
 */
function fromLineStart(edit: Edit, edits: readonly Edit[], { source: { lines, text } }: Analysis): Edit {
  const { start, end } = edit.span;
  const from = start - lines.position(start).character;
  const isFree = edits.every((other) => other === edit || other.span.end < from || other.span.start >= end);
  const lead = text.slice(from, start);
  if (!isFree || !/^[ \t]/.test(lead) || !/[\r\n]/.test(edit.text)) return edit;
  return { span: { start: from, end }, text: lead + edit.text, stops: (edit.stops ?? []).map((stop) => stop + lead.length) };
}
