import type { Format } from "../core/schema/format.ts";
import type { Bilingual } from "../core/standard/text.ts";

/** A dated reference list that the evaluation uses. */
export interface SourceList {
  readonly title: Bilingual;
  readonly edition: string | null;
  readonly asOf: string;
}

/** The distinct dated lists of a format. */
export function listsOf({ vocabularies }: Format): SourceList[] {
  const lists = Object.values(vocabularies).flatMap(({ title, edition, asOf, sets = [] }) => [
    { title, edition, asOf },
    ...sets.map(({ title, asOf }) => ({ title, edition: undefined, asOf })),
  ]);
  const dated = lists.flatMap(({ title, edition, asOf }) =>
    asOf === undefined ? [] : [{ title, edition: edition ?? null, asOf }],
  );
  const byTitle = new Map(dated.map((list) => [`${list.title.ja} ${list.edition} ${list.asOf}`, list]));
  return [...byTitle.values()];
}
