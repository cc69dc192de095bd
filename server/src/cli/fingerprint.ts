import { createHash } from "node:crypto";
import type { Analysis } from "../core/analysis/analyze.ts";
import type { FileResult } from "../core/analysis/file-result.ts";
import type { Profile } from "../core/evaluation/profile.ts";
import type { AnyFinding } from "../core/findings/finding.ts";
import { type Format, fieldAt, namingKeyOf } from "../core/schema/format.ts";
import { childOf, entryOf, type Path, type ValueNode } from "../core/yaml/node.ts";
import { relativePath } from "./formats/relative.ts";

/** The name and version of this kind of fingerprint; other kinds cannot be compared. */
export const FINGERPRINT = "vendorProfileFinding/v1";

/**
 * Makes a function that returns the fingerprint of a finding: the same for the same finding of the same fact, even if lines or
 * list items move or the language changes. It throws for a finding of another file.
 */
export function fingerprinter(file: FileResult): (finding: AnyFinding) => string {
  let cached: ReadonlyMap<AnyFinding, string> | undefined;
  return (finding) => {
    // lazily: few formats need fingerprints
    cached ??= new Map("analysis" in file ? fingerprints(file.path, file.analysis) : []);
    const fingerprint = cached.get(finding);
    if (fingerprint === undefined) throw new Error("a finding of another file");
    return fingerprint;
  };
}

/** The identity of a profile: its vendor and service; without both, its index in the file. */
export function profileKey({ index, vendor, service }: Pick<Profile, "index" | "vendor" | "service">): string {
  return JSON.stringify(vendor === null && service === null ? [index] : [vendor, service]);
}

function fingerprints(path: string, { profiles, findings, format }: Analysis): [AnyFinding, string][] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const profile = profiles[finding.profile] as Profile;
    const name = [relativePath(path), profileKey(profile), finding.code, namedPath(profile.root, finding.path, format)];
    const identity = JSON.stringify(name);
    // otherwise identical findings are numbered
    const number = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, number);
    return [finding, createHash("sha256").update(`${identity}${number}`).digest("hex")];
  });
}

/** A path with the names of list items instead of their indices, if they have names. */
function namedPath(root: ValueNode | undefined, path: Path, format: Format): (string | number | { readonly name: string })[] {
  let node = root;
  return path.map((step, depth) => {
    node = childOf(node, step);
    const name = typeof step === "number" ? nameOf(node, format, path.slice(0, depth + 1)) : undefined;
    return name === undefined ? step : { name };
  });
}

function nameOf(item: ValueNode | undefined, format: Format, path: Path): string | undefined {
  // a scalar is its own name
  if (item?.kind === "scalar") return item.value === null ? undefined : String(item.value);
  const field = fieldAt(format, path);
  const key = field && namingKeyOf(field);
  const name = key === undefined ? undefined : entryOf(item, key)?.value;
  return name?.kind === "scalar" && typeof name.value === "string" ? name.value : undefined;
}
