/** What the checklist says beside what reports and plans do. */
export interface ChecklistMessages {
  readonly title: (name: string) => string;
  /** It is judged as another class than the one stated. */
  readonly unchanged: string;
  /** There is no class, and one may be chosen. */
  readonly choose: string;
  readonly filters: Readonly<Record<"unmet" | "unknown" | "required", string>>;
  /** Which rows each leaves. */
  readonly filtered: Readonly<Record<"unmet" | "unknown" | "required", string>>;
  /** How many rows a filter leaves: the verdict counts duties, of which one may be about several. */
  readonly rows: (count: number) => string;
  /** What it says beside its contents. */
  readonly view: Readonly<
    Record<
      | "filter"
      | "nothingFiltered"
      | "assume"
      | "assumeStated"
      | "profile"
      | "export"
      | "copy"
      | "print"
      | "details"
      | "goToFacts"
      | "atCursor",
      string
    >
  >;
}
