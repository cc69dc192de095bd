/** Messages that only the comparison view uses, and not its document. */
export interface ComparisonMessages {
  /** The verdict for the stated class, if any. */
  readonly verdict: (classification: string | null, verdict: string) => string;
  readonly byClass: string;
  readonly ofClass: (classTitle: string, verdict: string) => string;
  readonly view: Readonly<Record<"differences" | "nothingDiffers" | "open" | "remove", string>>;
}
