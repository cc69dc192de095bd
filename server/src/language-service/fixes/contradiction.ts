import type { AnyFinding } from "../../core/findings/finding.ts";
import { subjectOf } from "../../core/rules/reason.ts";
import { fieldAt } from "../../core/schema/format.ts";
import { shorten } from "../../core/text/shorten.ts";
import { entryOf, isUnstated, nodeAt, type Path } from "../../core/yaml/node.ts";
import type { Edit } from "../edits/edit.ts";
import { remove, removeAll } from "../edits/remove.ts";
import { type Fix, type FixContext, type FixRefusal, type FixRule, makeFix, refuse } from "./fix.ts";
import type { FixData } from "./fix-data.ts";
import { meetsMore } from "./meets-more.ts";

/** Facts that contradict each other or have no effect: removes one. The user chooses which. */
export const contradiction: FixRule = (finding, context) => {
  const { kind, path } = finding;
  // an unreadable line may belong to the removed value
  if (!context.profile.facts.isWhole) return [];
  switch (kind) {
    case "check.contradiction":
    case "check.unsupported":
    case "check.objection":
    case "consistency.overseas-unused":
    case "consistency.class-abroad-above-handled":
    case "consistency.exception-unused":
    case "consistency.renewal-not-ismap":
    case "consistency.date-in-future":
      return drop(finding, path, context);
    case "consistency.erasure-flags-unused":
      return [...drop(finding, path, context), ...drop(finding, [...path.slice(0, -1), "method"], context)];
    case "consistency.backup-store-unused":
      return [...drop(finding, path.slice(0, -1), context), ...drop(finding, ["dataLocation", "backups"], context)];
    case "consistency.admin-facts-unused": {
      const parent = path.slice(0, -1);
      return [...dropOthers(finding, parent, "adminLogin", context), ...drop(finding, [...parent, "adminLogin"], context)];
    }
    default:
      return [];
  }
};

type Removal = readonly (Fix | FixRefusal)[];

function drop(finding: AnyFinding, path: Path, context: FixContext): Removal {
  const { analysis, profile, document } = context;
  const { source, format } = analysis;
  const node = nodeAt(document.root, path);
  const edits = remove(source, document, path);
  if (!node || !edits) return [];
  const isValue = node.kind === "scalar" || (node.kind === "list" && node.items.length === 0);
  const value = isValue ? shorten(source.text.slice(node.span.start, node.span.end)) : undefined;
  const nameOf = (path: Path) => subjectOf(path, { profile, format });
  const isItem = typeof path.at(-1) === "number";
  if (isItem && value !== undefined)
    return removal(finding, "drop-others", { path: nameOf(path.slice(0, -1)).path, keys: [value] }, edits, context);
  // a title names an item instead of giving its index
  const { of, fact } = nameOf(isItem ? [...path, ""] : path);
  const item = of && path.some((step) => typeof step === "number") ? (isItem ? { of } : { of, fact }) : {};
  const dotted = nameOf(path).path.replace(/^(assessment)\.([^.]+)/, '$1."$2"');
  return removal(finding, "drop", { path: dotted, ...item, ...(value === undefined ? {} : { value }) }, edits, context);
}

/** Removes all facts of a section but one; keys that the format does not know stay. */
function dropOthers(finding: AnyFinding, sectionPath: Path, name: string, context: FixContext): Removal {
  const { analysis, profile, document } = context;
  const { source, format } = analysis;
  const section = nodeAt(document.root, sectionPath);
  const facts = Object.keys(fieldAt(format, sectionPath)?.properties ?? {});
  const keys = facts.filter((key) => key !== name && !isUnstated(entryOf(section, key)?.value));
  const edits = removeAll(source, document, sectionPath, keys);
  if (!edits) return [];
  return removal(finding, "drop-others", { path: subjectOf(sectionPath, { profile, format }).path, keys }, edits, context);
}

/** Refused if a row would be met by it: that the removed fact is wrong is not for a fix to say. */
function removal<K extends "drop" | "drop-others">(
  finding: AnyFinding,
  kind: K,
  data: FixData[K],
  edits: readonly Edit[],
  context: FixContext,
): Removal {
  return meetsMore(context, edits) ? [refuse(finding, kind, data, "meets")] : [makeFix(finding, kind, data, edits)];
}
