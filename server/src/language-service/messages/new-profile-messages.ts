/** The sentences in the comments of a new profile. */
export interface NewProfileMessages {
  /** The first line. */
  readonly heading: (classification: string) => string;
  /** How to fill it in, for a reader who does not know YAML. */
  readonly guide: readonly string[];
  /** For a class without requirements. */
  readonly notAsked: string;
  readonly section: (title: string) => string;
  /** Before alternative requirements. */
  readonly oneOf: (rows: readonly string[]) => string;
  /** A requirement and how binding it is. */
  readonly row: (row: string, obligation: string) => string;
  /** A fact's title, the requirements that it decides, and its description. */
  readonly fact: (title: string, rows: readonly string[], description: string) => string;
  /** Before the possible values; `plain` are those without an explanation. */
  readonly values: (plain: readonly string[]) => string;
  readonly boolean: string;
  readonly text: string;
  readonly integer: string;
  readonly date: string;
  /** The possible values of a long list. */
  readonly valuesOf: (list: string, examples: readonly string[]) => string;
  /** An example of a value with its title. */
  readonly value: (value: string, title: string) => string;
  /** The meaning of a value: its title and a sentence, either of which may be empty. */
  readonly meaning: (title: string, sentence: string) => string;
  /** How to write several values for one key. */
  readonly several: (example: string | undefined) => string;
  /** Before a list whose items have keys. */
  readonly items: string;
  /** Before such a list without an item. */
  readonly noItems: string;
  /** Before keys that matter in some cases only. */
  readonly ifItApplies: string;
  /** Before facts that only the alternatives of a requirement use. */
  readonly forAlternatives: (first: string, rows: readonly string[]) => string;
  /** Before facts that do not affect the result. */
  readonly notJudged: string;
}
