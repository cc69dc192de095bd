/** The parts of the file names of exported documents. */
export interface DocumentMessages {
  /** Follows a service's name, or is the whole name. */
  readonly kinds: Readonly<Record<"report" | "plan" | "comparison", string>>;
  /** Follows the kind if the profile is judged as a class other than the stated one. */
  readonly onTrial: (classification: string) => string;
}
