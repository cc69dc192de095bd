/** What ajv says of one value that breaks the schema. */
export interface ValidationError {
  readonly keyword: string;
  /** A JSON Pointer. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

declare const validate: {
  (profile: unknown): boolean;
  errors?: readonly ValidationError[] | null;
};
export default validate;
