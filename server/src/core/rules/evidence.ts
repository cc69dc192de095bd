import type { Profile } from "../evaluation/profile.ts";
import { carrierOf, resultOf } from "../evaluation/verdict.ts";
import type { AnyFinding } from "../findings/finding.ts";
import { make } from "../findings/make.ts";
import { obligationOf, type Row } from "../standard/standard.ts";
import { placeOf } from "../yaml/location.ts";
import { entryOf, type Path } from "../yaml/node.ts";
import type { Rule } from "./rule.ts";

/** `evidence.absent`: one finding for all rows that the profile passes by and that have no evidence. */
export const evidenceAbsent: Rule = ({ profile, standard }) => {
  const classification = profile.judgedAs;
  if (classification === null || !profile.facts.isWhole) return [];
  const met = standard.rows.filter(
    (row) => obligationOf(row, classification) === "required" && resultOf(profile.rows, row.no).status === "met",
  );
  const carriers = profile.duties.flatMap(({ alternatives }) =>
    alternatives ? (carrierOf(alternatives, profile.rows) ?? []) : [],
  );
  const decisive = new Set<Row>([...met, ...carriers]);
  const rows = standard.rows.filter((row) => decisive.has(row) && !hasEvidence(profile, row));
  if (rows.length === 0) return [];
  const span = entryOf(profile.root, "assessment")?.key ?? profile.anchor;
  return [make(profile.index, "evidence.absent", "information", { path: ["assessment"], span }, { rows })];
};

/** `evidence.expired`: evidence whose expiry date has passed. */
export const evidenceExpired: Rule = ({ profile, standard, today }) =>
  standard.rows.flatMap((row) =>
    itemsOf(profile, row).flatMap((item): AnyFinding[] => {
      const path = [...item, "expires"];
      const date = profile.facts.value(path);
      if (typeof date !== "string" || date >= today) return [];
      const title = profile.facts.value([...item, "title"]);
      const data = { row: row.no, title: typeof title === "string" ? title : null, date };
      return [
        make(
          profile.index,
          "evidence.expired",
          "warning",
          { path, span: placeOf(profile.root, path, profile.anchor) },
          data,
          row.no,
        ),
      ];
    }),
  );

/** `evidence.file`: evidence whose file the host did not find. */
export const evidenceFile: Rule = ({ profile, standard, missingFiles }) =>
  evidenceFiles(profile, standard.rows).flatMap(({ row, path, file }): AnyFinding[] => {
    if (!missingFiles.has(file)) return [];
    return [
      make(
        profile.index,
        "evidence.file",
        "warning",
        { path, span: placeOf(profile.root, path, profile.anchor) },
        { row: row.no, file },
        row.no,
      ),
    ];
  });

/** The files that a profile's evidence names, as written: relative to the profile. */
export function evidenceFiles(profile: Profile, rows: readonly Row[]): { row: Row; path: Path; file: string }[] {
  return rows.flatMap((row) =>
    itemsOf(profile, row).flatMap((item) => {
      const path = [...item, "file"];
      const file = profile.facts.value(path);
      return typeof file === "string" ? [{ row, path, file }] : [];
    }),
  );
}

/** The paths of a row's evidence items. */
function itemsOf({ facts }: Profile, { no }: Row): Path[] {
  const path = ["assessment", no, "evidence"];
  const list = facts.at(path);
  return list.state === "stated" && list.node.kind === "list" ? list.node.items.map((_, index) => [...path, index]) : [];
}

/** Whether a row has evidence that names a document. */
function hasEvidence(profile: Profile, row: Row): boolean {
  return itemsOf(profile, row).some((item) =>
    ["title", "url", "file"].some((key) => profile.facts.at([...item, key]).state === "stated"),
  );
}
