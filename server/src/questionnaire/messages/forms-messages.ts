/** Messages about making questionnaires in an editor. */
export interface FormMessages {
  /** The default file name: alone, or after the service's name. */
  readonly kind: string;
  readonly gone: string;
  readonly broken: string;
  readonly noProfile: string;
  /** Names the values that fit only on the last sheet. */
  readonly apart: (places: readonly string[]) => string;
}
