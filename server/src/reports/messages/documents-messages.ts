/** What files of papers are called. */
export interface PaperWords {
  /** Behind a service's name, or alone. */
  readonly kinds: Readonly<Record<"report" | "plan" | "comparison", string>>;
  /** Behind that, where the profile is judged as another class than the one it states. */
  readonly onTrial: (classification: string) => string;
}
