/** What is said of questionnaires that are made in an editor. */
export interface FormMessages {
  /** What a file is called: behind a service's name, or alone. */
  readonly kind: string;
  readonly gone: string;
  readonly broken: string;
  readonly noProfile: string;
  /** What fits no cell but on the last sheet. */
  readonly apart: (places: readonly string[]) => string;
}
