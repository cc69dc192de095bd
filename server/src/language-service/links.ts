import type { DocumentLink } from "vscode-languageserver";
import type { Profile } from "../core/evaluation/profile.ts";
import { nodeAt, type Path } from "../core/yaml/node.ts";
import { addressBeside, isInside } from "../host/uri.ts";
import { spanWithoutQuotes } from "./blocks.ts";
import { toRange } from "./convert.ts";
import { editorMessages } from "./messages/index.ts";
import type { View } from "./view.ts";

/**
 * Links to the pages and files that a profile names: the service's page and the evidence. `roots` are the URIs of the workspace
 * folders.
 */
export function documentLinks(view: View, roots: readonly string[]): DocumentLink[] {
  const { source, standard, profiles } = view.analysis;
  const { page, file } = editorMessages[view.language].navigation.structure;
  const links = new Map<number, DocumentLink>();
  for (const profile of profiles) {
    const addLink = (path: Path, tooltip: string, resolve: (value: string) => string | undefined): void => {
      const node = nodeAt(profile.root, path);
      const value = profile.facts.value(path);
      const target = typeof value === "string" ? resolve(value) : undefined;
      if (!node || target === undefined) return;
      const span = spanWithoutQuotes(source.text, node.span);
      // several aliases of one value give one link
      if (!/[\r\n]/.test(source.text.slice(span.start, span.end))) {
        links.set(span.start, { range: toRange(source.lines, span), target, tooltip });
      }
    };
    addLink(["service", "url"], page, pageTarget);
    for (const { no } of standard.rows) {
      for (const item of evidenceOf(profile, no)) {
        addLink([...item, "url"], page, pageTarget);
        addLink([...item, "file"], file, (value) => fileTarget(value, view.uri, roots));
      }
    }
  }
  return [...links].sort(([a], [b]) => a - b).map(([, link]) => link);
}

function evidenceOf({ root }: Profile, no: string): Path[] {
  const path = ["assessment", no, "evidence"];
  const list = nodeAt(root, path);
  return list?.kind === "list" ? list.items.map((_, index) => [...path, index]) : [];
}

/** The URL of a page if it is http or https; otherwise undefined. */
export function pageTarget(value: string): string | undefined {
  return /^https?:\/\/\S+$/i.test(value) ? parseUrl(value)?.href : undefined;
}

/**
 * The URI of a file named relative to the document, if it is inside the workspace; without a workspace, inside the document's
 * folder. Other names could point anywhere on the machine, so they give no link.
 */
export function fileTarget(value: string, uri: string, roots: readonly string[]): string | undefined {
  if (UNSAFE.test(value)) return undefined;
  const target = addressBeside(uri, value);
  if (target === undefined || target.endsWith("/") || PARENT_STEP.test(target)) return undefined;
  const folders = roots.length > 0 ? roots : [parseUrl(".", uri)?.href ?? ""];
  const isAllowed = folders.some((folder) => {
    const root = parseUrl(folder)?.href;
    return root !== undefined && isInside(target, root);
  });
  return isAllowed ? target : undefined;
}

/**
 * Rejects absolute paths, schemes, drives, backslashes, percent-encoded separators and dots, control characters and lone
 * surrogates.
 */
const UNSAFE = /^\/|^[^/]*:|\\|%(?:2e|2f|5c)|\p{Cc}|\p{Cs}/iu;

/** A `..` step, percent-encoded or not. */
const PARENT_STEP = /(?:\/|%2f|%5c)(?:\.|%2e){2}(?:\/|%2f|%5c)/i;

function parseUrl(url: string, base?: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}
