/** What files of documents are called. */
export interface DocumentMessages {
  /** Behind a service's name, or alone. */
  readonly kinds: Readonly<Record<"report" | "plan" | "comparison", string>>;
  /** Behind that, where the profile is judged as another class than the one it states. */
  readonly onTrial: (classification: string) => string;
}
