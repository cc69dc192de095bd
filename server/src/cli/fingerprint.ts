import { createHash } from "node:crypto";
import type { Analysis } from "../core/analysis/analyze.ts";
import type { FileResult } from "../core/analysis/file-result.ts";
import type { Profile } from "../core/evaluation/profile.ts";
import type { AnyFinding } from "../core/findings/finding.ts";
import { type Format, fieldAt, namingKeyOf } from "../core/schema/format.ts";
import { childOf, entryOf, type Path, type ValueNode } from "../core/yaml/node.ts";
import { relativePath } from "./formats/relative.ts";

/** What this way of making fingerprints is called, for those of another way tell nothing. */
export const FINGERPRINT = "vendorProfileFinding/v1";

/**
 * Gives each finding of a file a fingerprint: the same as long as the same is found of the same fact, wherever its lines and
 * the items around it move, and in whatever language it is said.
 */
export function fingerprinter(file: FileResult): (finding: AnyFinding) => string {
  let known: ReadonlyMap<AnyFinding, string> | undefined;
  return (finding) => {
    // few formats ask for them
    known ??= new Map("analysis" in file ? fingerprints(file.path, file.analysis) : []);
    const fingerprint = known.get(finding);
    if (fingerprint === undefined) throw new Error("a finding of another file");
    return fingerprint;
  };
}

/** What a profile is known by: whom and what it is about; where it says neither, its place in the file. */
export function profileKey({ index, vendor, service }: Pick<Profile, "index" | "vendor" | "service">): string {
  return JSON.stringify(vendor === null && service === null ? [index] : [vendor, service]);
}

function fingerprints(path: string, { profiles, findings, format }: Analysis): [AnyFinding, string][] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const profile = profiles[finding.profile] as Profile;
    const name = [relativePath(path), profileKey(profile), finding.code, namedPath(profile.root, finding.path, format)];
    const identity = JSON.stringify(name);
    // those that nothing tells apart are numbered
    const number = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, number);
    return [finding, createHash("sha256").update(`${identity}${number}`).digest("hex")];
  });
}

/** A path whose items go by their names; those that have none by their numbers. */
function namedPath(root: ValueNode | undefined, path: Path, format: Format): (string | number | { readonly name: string })[] {
  let node = root;
  return path.map((step, depth) => {
    node = childOf(node, step);
    const name = typeof step === "number" ? nameOf(node, format, path.slice(0, depth + 1)) : undefined;
    return name === undefined ? step : { name };
  });
}

function nameOf(item: ValueNode | undefined, format: Format, path: Path): string | undefined {
  // a plain value is its own name
  if (item?.kind === "scalar") return item.value === null ? undefined : String(item.value);
  const field = fieldAt(format, path);
  const key = field && namingKeyOf(field);
  const name = key === undefined ? undefined : entryOf(item, key)?.value;
  return name?.kind === "scalar" && typeof name.value === "string" ? name.value : undefined;
}
