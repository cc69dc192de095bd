/** What the view of a comparison says beside what its document does. */
export interface ComparisonMessages {
  /** Of the class that a profile states, if it states one. */
  readonly verdict: (classification: string | null, verdict: string) => string;
  readonly byClass: string;
  readonly ofClass: (classTitle: string, verdict: string) => string;
  readonly view: Readonly<Record<"differences" | "nothingDiffers" | "open" | "remove", string>>;
}
