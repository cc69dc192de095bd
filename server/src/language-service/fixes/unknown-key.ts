import type { AnyFinding } from "../../core/findings/finding.ts";
import { nodeAt, type Path, pointer } from "../../core/yaml/node.ts";
import { remove } from "../edits/remove.ts";
import { writtenKey } from "../edits/skeleton.ts";
import { type Fix, type FixRefusal, type FixRule, makeFix, refuse } from "./fix.ts";

/** An unknown key: renames it to the intended key, makes it a key of the user's own, or removes it. */
export const unknownKey: FixRule = (finding, { analysis, profile, document }) => {
  if (finding.kind !== "schema.unknown-key") return [];
  const { key, meant, similar } = finding.data;
  const { source, findings } = analysis;
  const { span, path } = finding;
  const parent = path.slice(0, -1);
  const mapping = nodeAt(document.root, parent);
  const existing = new Set(mapping?.kind === "map" ? mapping.entries.map(({ name }) => name) : []);
  const written = source.text.slice(span.start, span.end);
  const fixes: (Fix | FixRefusal)[] = [];

  const replacement = meant ?? similar;
  if (replacement !== undefined && written !== "" && !existing.has(replacement)) {
    // ambiguous if two keys would get the same name
    const isOnly = !findings.some((other) => other !== finding && isRival(other, finding.profile, parent, replacement));
    const edit = { span, text: inQuotesOf(written, replacement) };
    const flags = { isPreferred: isOnly, isAutomatic: isOnly && meant !== undefined && profile.facts.isWhole };
    fixes.push(makeFix(finding, "rename", { from: key, to: replacement }, [edit], flags));
  }
  const ownKey = `x-${key}`;
  const start = span.start + (/^["']/.test(written) ? 1 : 0);
  // keys without text, or in block scalars, are not handled
  if (!/^(?:[|>]|$)/.test(written)) {
    const edit = { span: { start, end: start }, text: "x-" };
    fixes.push(
      existing.has(ownKey)
        ? refuse(finding, "own-key", { from: key, to: ownKey }, "taken")
        : makeFix(finding, "own-key", { from: key, to: ownKey }, [edit]),
    );
  }
  // an unreadable line may belong to the removed value
  const removal = profile.facts.isWhole ? remove(source, document, path) : undefined;
  if (removal) fixes.push(makeFix(finding, "remove-key", { key }, removal));
  return fixes;
};

/** Whether a finding would rename another key of the same mapping to the same name. */
function isRival({ kind, data, profile, path }: AnyFinding, ofProfile: number, parent: Path, replacement: string): boolean {
  if (kind !== "schema.unknown-key" || profile !== ofProfile || path.length !== parent.length + 1) return false;
  return (data.meant ?? data.similar) === replacement && pointer(path.slice(0, -1)) === pointer(parent);
}

function inQuotesOf(written: string, key: string): string {
  const [quote] = /^["']/.exec(written) ?? [];
  return quote === undefined ? writtenKey(key) : quote + key + quote;
}
