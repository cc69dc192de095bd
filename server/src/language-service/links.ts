import type { DocumentLink } from "vscode-languageserver";
import type { Profile } from "../core/evaluation/profile.ts";
import { nodeAt, type Path } from "../core/yaml/node.ts";
import { addressBeside, isInside } from "../host/uri.ts";
import { unquoted } from "./blocks.ts";
import { toRange } from "./convert.ts";
import { editorMessages } from "./messages/index.ts";
import type { View } from "./view.ts";

/** The pages and files that a profile names: the service's, and those of its evidence. `roots` are the workspace's folders, as URIs. */
export function documentLinks(view: View, roots: readonly string[]): DocumentLink[] {
  const { source, standard, profiles } = view.analysis;
  const { page, file } = editorMessages[view.language].navigation.structure;
  const links = new Map<number, DocumentLink>();
  for (const profile of profiles) {
    const add = (path: Path, tooltip: string, resolve: (value: string) => string | undefined): void => {
      const node = nodeAt(profile.root, path);
      const value = profile.facts.value(path);
      const target = typeof value === "string" ? resolve(value) : undefined;
      if (!node || target === undefined) return;
      const span = unquoted(source.text, node.span);
      // evidence behind an alias stands, and links, but once
      if (!/[\r\n]/.test(source.text.slice(span.start, span.end))) {
        links.set(span.start, { range: toRange(source.lines, span), target, tooltip });
      }
    };
    add(["service", "url"], page, pageTarget);
    for (const { no } of standard.rows) {
      for (const item of evidenceOf(profile, no)) {
        add([...item, "url"], page, pageTarget);
        add([...item, "file"], file, (value) => fileTarget(value, view.uri, roots));
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

/** A page's address, where it is one of the web's. */
export function pageTarget(value: string): string | undefined {
  return /^https?:\/\/\S+$/i.test(value) ? parse(value)?.href : undefined;
}

/**
 * A file's address, where it is named relative to the document and stays inside the workspace; a document that is opened without
 * one has its own folder. What is named otherwise may be anywhere on the machine, and is not made a link.
 */
export function fileTarget(value: string, uri: string, roots: readonly string[]): string | undefined {
  if (UNFIT.test(value)) return undefined;
  const target = addressBeside(uri, value);
  if (target === undefined || target.endsWith("/") || CLIMBING.test(target)) return undefined;
  const folders = roots.length > 0 ? roots : [parse(".", uri)?.href ?? ""];
  const isAllowed = folders.some((folder) => {
    const root = parse(folder)?.href;
    return root !== undefined && isInside(target, root);
  });
  return isAllowed ? target : undefined;
}

/** Absolute, with a scheme or a drive, with Windows' separators, with what a decoder would make such, or with half characters. */
const UNFIT = /^\/|^[^/]*:|\\|%(?:2e|2f|5c)|\p{Cc}|\p{Cs}/iu;

/** Leads out of a folder once it is decoded. */
const CLIMBING = /(?:\/|%2f|%5c)(?:\.|%2e){2}(?:\/|%2f|%5c)/i;

function parse(url: string, base?: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}
