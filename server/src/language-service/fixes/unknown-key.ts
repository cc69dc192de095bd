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
  const of = path.slice(0, -1);
  const mapping = nodeAt(document.root, of);
  const taken = new Set(mapping?.kind === "map" ? mapping.entries.map(({ name }) => name) : []);
  const written = source.text.slice(span.start, span.end);
  const fixes: (Fix | FixRefusal)[] = [];

  const right = meant ?? similar;
  if (right !== undefined && written !== "" && !taken.has(right)) {
    // ambiguous if two keys would get the same name
    const isOnly = !findings.some((other) => other !== finding && isRival(other, finding.profile, of, right));
    const edit = { span, text: inQuotesOf(written, right) };
    const flags = { isPreferred: isOnly, isAutomatic: isOnly && meant !== undefined && profile.facts.isWhole };
    fixes.push(makeFix(finding, "rename", { from: key, to: right }, [edit], flags));
  }
  const own = `x-${key}`;
  const start = span.start + (/^["']/.test(written) ? 1 : 0);
  // keys without text, or in block scalars, are not handled
  if (!/^(?:[|>]|$)/.test(written)) {
    const edit = { span: { start, end: start }, text: "x-" };
    fixes.push(
      taken.has(own)
        ? refuse(finding, "own-key", { from: key, to: own }, "taken")
        : makeFix(finding, "own-key", { from: key, to: own }, [edit]),
    );
  }
  // an unreadable line may belong to the removed value
  const removal = profile.facts.isWhole ? remove(source, document, path) : undefined;
  if (removal) fixes.push(makeFix(finding, "remove-key", { key }, removal));
  return fixes;
};

/** Whether a finding would rename another key of the same mapping to the same name. */
function isRival({ kind, data, profile, path }: AnyFinding, ofProfile: number, of: Path, right: string): boolean {
  if (kind !== "schema.unknown-key" || profile !== ofProfile || path.length !== of.length + 1) return false;
  return (data.meant ?? data.similar) === right && pointer(path.slice(0, -1)) === pointer(of);
}

function inQuotesOf(written: string, key: string): string {
  const [quote] = /^["']/.exec(written) ?? [];
  return quote === undefined ? writtenKey(key) : quote + key + quote;
}
