import { type DocumentSymbol, type SymbolInformation, SymbolKind } from "vscode-languageserver";
import { type Field, namingKeyOf, standingOf, vocabularyOf } from "../core/schema/format.ts";
import { shorten } from "../core/text/shorten.ts";
import { isBlank, trimBlanks } from "../core/text/white-space.ts";
import { entryOf, type ScalarNode, type Span, type ValueNode } from "../core/yaml/node.ts";
import { type Block, blocksOf, documentSpans, rootOf, rowAssessedAt } from "./blocks.ts";
import { toRange } from "./convert.ts";
import { editorMessages } from "./messages/index.ts";
import type { StructureMessages } from "./messages/types.ts";
import type { View } from "./view.ts";

/**
 * The outline: profiles (if the file has several), their sections and facts. Flat if the client does not support nested symbols.
 */
export function documentSymbols(view: View): DocumentSymbol[] | SymbolInformation[] {
  const symbols = profileSymbols(view);
  return view.capabilities.symbolTree ? symbols : flat(symbols, view.uri);
}

function profileSymbols(view: View): DocumentSymbol[] {
  const { source, profiles } = view.analysis;
  const spans = documentSpans(view);
  return source.documents.flatMap((document, index) => {
    const root = rootOf(view, document);
    const children = root ? blocksOf(view, root).map((block) => symbolOf(block, view)) : [];
    const profile = profiles[index];
    if (profiles.length === 1 || !profile) return children;
    const name = trimBlanks(shorten(profile.service ?? profile.vendor ?? "")) || messagesOf(view).profile(index + 1);
    const span = spans[index] as Span;
    const selection = root?.node.kind === "map" ? root.node.entries[0]?.key : undefined;
    return [{ name, kind: SymbolKind.Package, ...rangesOf(view, span, selection), children }];
  });
}

function symbolOf(block: Block, view: View): DocumentSymbol {
  const { key, node, span, field } = block;
  const isLeaf = isValue(node);
  const detail = isLeaf ? valueText(node, view) : key && rowAssessedAt(block.path) === undefined ? nameOf(block) : "";
  const children = isLeaf ? [] : blocksOf(view, block).map((child) => symbolOf(child, view));
  const title = key ? field?.title[view.language] : itemName(block, view);
  const name = trimBlanks(title ?? nameOf(block)) || messagesOf(view).nameless;
  return {
    name,
    ...(detail !== "" && detail !== name ? { detail } : {}),
    kind: kindOf(block),
    ...rangesOf(view, span, key ?? firstKeyOf(node)),
    ...(children.length > 0 ? { children } : {}),
  };
}

/** The ranges of a symbol. The protocol requires the selection to be inside, which broken text can violate. */
function rangesOf(
  { analysis: { source } }: View,
  span: Span,
  selection: Span = span,
): Pick<DocumentSymbol, "range" | "selectionRange"> {
  const isInside = span.start <= selection.start && selection.end <= span.end;
  return { range: toRange(source.lines, span), selectionRange: toRange(source.lines, isInside ? selection : span) };
}

/** Whether a node is a value without a structure of its own: a scalar, or a list of scalars. */
function isValue(node: ValueNode): boolean {
  return node.kind === "scalar" || (node.kind === "list" && node.items.every(({ kind }) => kind === "scalar"));
}

/** A value as written; a text without quotes and escapes. */
function valueText(node: ValueNode, { analysis: { source } }: View): string {
  const scalarText = ({ value, span }: ScalarNode): string => {
    const written = source.text.slice(span.start, span.end);
    return value === null ? "" : typeof value === "string" || written.startsWith("*") ? String(value) : written;
  };
  if (node.kind === "scalar") return trimBlanks(shorten(scalarText(node)));
  if (node.kind === "map") return "";
  return shorten(node.items.map((item) => (item.kind === "scalar" ? scalarText(item) : "")).join(", "));
}

/** The name of an item, e.g. 業務データベース, ISMAP · SaaS提供者; its number if it has no name. */
function itemName({ path, node, field }: Block, view: View): string {
  const { analysis, language } = view;
  const names = namingKeysOf(field).flatMap((key) => {
    const value = entryOf(node, key)?.value;
    if (value?.kind !== "scalar" || typeof value.value !== "string" || isBlank(value.value)) return [];
    const vocabulary = vocabularyOf(analysis.format, field?.properties?.[key]);
    return [(vocabulary && standingOf(vocabulary, value.value)?.[language]) ?? value.value];
  });
  const { item, numbered } = messagesOf(view);
  return shorten(names.join(" · ")) || numbered(field?.title[language] ?? item, Number(path.at(-1)) + 1);
}

/** The keys that name an item: its first text, or the vocabulary values before it. */
function namingKeysOf(field: Field | undefined): string[] {
  const textKey = field && namingKeyOf(field);
  const properties = Object.entries(field?.properties ?? {});
  if (textKey === undefined) return [];
  const leading = properties.slice(
    0,
    properties.findIndex(([key]) => key === textKey),
  );
  const areTerms = leading.length > 0 && leading.every(([, { vocabulary }]) => vocabulary !== undefined);
  return areTerms ? leading.map(([key]) => key) : [textKey];
}

function nameOf({ path }: Block): string {
  return shorten(String(path.at(-1)));
}

function firstKeyOf(node: ValueNode): Span | undefined {
  return node.kind === "map" ? node.entries[0]?.key : undefined;
}

function kindOf({ path, key, node, field }: Block): SymbolKind {
  if (rowAssessedAt(path) !== undefined) return SymbolKind.Class;
  if (node.kind === "list") return SymbolKind.Array;
  if (node.kind === "map") return key ? SymbolKind.Namespace : SymbolKind.Object;
  if (node.value === null) return SymbolKind.Null;
  if (typeof node.value === "number") return SymbolKind.Number;
  if (typeof node.value === "boolean") return SymbolKind.Boolean;
  return field?.vocabulary === undefined ? SymbolKind.String : SymbolKind.EnumMember;
}

function flat(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName === undefined ? {} : { containerName }) },
    ...flat(children, uri, name),
  ]);
}

function messagesOf({ language }: View): StructureMessages {
  return editorMessages[language].navigation.structure;
}
